internal import Diagnostics
internal import Plan
internal import Tables

extension ComparisonText {
  /// Whether the units move the same way over the years.
  func trend(_ test: ComparisonTestRow, _ indicator: Indicator) -> ComparisonClaim? {
    guard let first = test.firstYear else { return nil }
    let years = "\(first)–\(test.year)"
    switch test.trend {
    case .rising, .falling:
      guard let p = test.trendP else { return nil }
      let isRising = test.trend == .rising
      var moved = ""
      if let from = overall(indicator, first), let to = overall(indicator, test.year),
        movesAlike(indicator, test, first)
      {
        moved = say(
          vi: ", toàn địa bàn từ \(from) \(isRising ? "lên" : "xuống") \(to)",
          en: ", from \(from) to \(to) over all units"
        )
      }
      return ComparisonClaim(
        say(
          vi: "Các đơn vị cùng \(isRising ? "tăng" : "giảm") qua các năm \(years)\(moved); "
            + "\(often(p)).",
          en: "The units \(isRising ? "rise" : "fall") together over \(years)\(moved), "
            + "\(often(p))."
        ),
        [.trend(test)]
      )
    case .notShown:
      let chance = test.trendP.map { " (\(self.chance($0, test.trendQ)))" } ?? ""
      return ComparisonClaim(
        say(
          vi: "Chưa thấy xu hướng chung của các đơn vị qua các năm \(years)\(chance).",
          en: "No common trend of the units is shown over \(years)\(chance)."
        )
      )
    case .cannotShow:
      let count = test.years ?? 0
      return ComparisonClaim(
        say(
          vi: "Mới có \(count) năm có số liệu, chưa nói được xu hướng chung.",
          en: "Only \(count) years have figures, so that no common trend can be told."
        )
      )
    case .constant:
      return ComparisonClaim(
        say(
          vi: "Qua các năm \(years) không đơn vị nào thay đổi.",
          en: "No unit changed over \(years)."
        )
      )
    case .notTested, .suppressed: return nil
    }
  }

  /// Whether the units differ at all.
  func difference(_ test: ComparisonTestRow) -> ComparisonClaim? {
    guard let p = test.heterogeneityP else { return nil }
    let chance = self.chance(p, test.heterogeneityQ)
    switch test.difference {
    case .shown:
      var words = say(
        vi: "Năm \(test.year), các đơn vị khác nhau nhiều hơn mức ngẫu nhiên (\(chance)",
        en: "In \(test.year) the units differ by more than chance alone would give (\(chance)"
      )
      if test.isOverdispersed, let dispersion = test.dispersion {
        let times = numbers.text(dispersion, decimals: 1)
        words += say(
          vi:
            "; phân tán gấp \(times) lần mức ngẫu nhiên, nên giới hạn cho từng đơn vị đã nới rộng",
          en: "; \(times) times the variance of chance, so that the limits of single units are "
            + "widened"
        )
      }
      return ComparisonClaim("\(words)).", [.difference(test)])
    case .notShown:
      return ComparisonClaim(
        say(
          vi: "Năm \(test.year), khác biệt giữa các đơn vị không vượt mức ngẫu nhiên (\(chance)); "
            + "không nên xếp hạng.",
          en: "In \(test.year) the units differ by no more than chance alone would give "
            + "(\(chance)); do not rank them."
        )
      )
    case .notCompared, .suppressed: return nil
    }
  }

  /// Units that stand apart; where units differ and none does, that is the sentence.
  func standing(_ indicator: Indicator, _ test: ComparisonTestRow) -> [ComparisonClaim] {
    let apart = units(indicator, test.year).compactMap { standing($0, indicator) }
    guard apart.isEmpty, test.difference == .shown else { return apart }
    return [
      ComparisonClaim(
        say(
          vi: "Không đơn vị nào tách hẳn khỏi các đơn vị còn lại.",
          en: "No single unit can be told apart from the others."
        )
      )
    ]
  }

  private func standing(_ row: ComparisonRow, _ indicator: Indicator) -> ComparisonClaim? {
    guard row.standing == .higher || row.standing == .lower, let p = row.p,
      let own = fraction(row.numerator, row.denominator),
      let others = fraction(row.othersNumerator, row.othersDenominator)
    else { return nil }
    let isHigher = row.standing == .higher
    let why = beyond(indicator, row.year, p, isOfChange: false)
    return ComparisonClaim(
      say(
        vi: "\(name(row)) \(isHigher ? "cao hơn" : "thấp hơn") các đơn vị còn lại "
          + "(\(own) so với \(others)), \(why).",
        en: "\(name(row)) is \(isHigher ? "higher" : "lower") than the others "
          + "(\(own) against \(others)), \(why)."
      ),
      [.standing(row)]
    )
  }

  private func fraction(_ numerator: Double?, _ denominator: Double?) -> String? {
    guard let numerator, let denominator else { return nil }
    return "\(numbers.short(numerator))/\(numbers.short(denominator))"
  }

  /// Whether the plan's unit moved since the year before.
  func change(_ test: ComparisonTestRow, _ indicator: Indicator) -> ComparisonClaim? {
    guard test.movement == .more || test.movement == .less, let change = test.change,
      let p = test.changeP
    else { return nil }
    return ComparisonClaim(
      say(
        vi: "Toàn địa bàn \(changed(change, indicator)) so với năm \(test.year - 1), "
          + "\(beyond(indicator, test.year, p)).",
        en: "Over all units it is \(changed(change, indicator)) on \(test.year - 1), "
          + "\(beyond(indicator, test.year, p))."
      ),
      [.change(test)]
    )
  }

  /// Whether a unit moved since the year before.
  func movement(_ row: ComparisonRow, _ indicator: Indicator) -> ComparisonClaim? {
    guard row.movement == .more || row.movement == .less, let change = row.change,
      let p = row.changeP
    else { return nil }
    return ComparisonClaim(
      say(
        vi: "\(name(row)) \(changed(change, indicator)) so với năm \(row.year - 1), "
          + "\(beyond(indicator, row.year, p)).",
        en: "\(name(row)) is \(changed(change, indicator)) on \(row.year - 1), "
          + "\(beyond(indicator, row.year, p))."
      ),
      [.movement(row)]
    )
  }

  /// How far from chance it is.
  ///
  /// Where units vary more than chance makes them anyway, how rarely
  /// chance gives a figure says little: then that it lies beyond the widened limits is said.
  private func beyond(
    _ indicator: Indicator,
    _ year: Int,
    _ probability: Double,
    isOfChange: Bool = true
  ) -> String {
    let years = isOfChange ? [year - 1, year] : [year]
    guard years.contains(where: { test(indicator, $0)?.isOverdispersed == true }) else {
      return often(probability)
    }
    return say(vi: "vượt cả giới hạn đã nới rộng", en: "beyond the widened limits too")
  }

  /// Whether the figure over all units moved the way most units did, so that both may be said.
  private func movesAlike(_ indicator: Indicator, _ test: ComparisonTestRow, _ first: Int) -> Bool {
    guard let from = overallValue(indicator, first), let to = overallValue(indicator, test.year)
    else { return false }
    return test.trend == .rising ? to > from : to < from
  }

  func changed(_ change: Double, _ indicator: Indicator) -> String {
    let size = size(change, indicator)
    return change > 0
      ? say(vi: "tăng \(size)", en: "up \(size)") : say(vi: "giảm \(size)", en: "down \(size)")
  }
}
