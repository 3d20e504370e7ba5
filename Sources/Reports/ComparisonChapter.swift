internal import Diagnostics
internal import Plan
internal import Tables

/// The chapter that sets units and years side by side: the trend of all first, then single units
/// only where they can be told apart, then what changed since the year before.
struct ComparisonChapter: Sendable {
  let text: ComparisonText
  let year: Int
  let unitName: String

  /// Indicators that units are compared by, those with a target first.
  var indicators: [Indicator] {
    let aimed = Set(text.plan.targets.map(\.indicator))
    let all = text.plan.indicators.filter { text.test($0, year) != nil }
    return all.filter { aimed.contains($0.id) } + all.filter { !aimed.contains($0.id) }
  }

  /// Every sentence of the chapter, with what allows it.
  var claims: [ComparisonClaim] { trends + differences + comparability + changes }

  private func say(vi: String, en: String) -> String { text.say(vi: vi, en: en) }

  /// Longest list of indicators in one sentence; all stand in the tables.
  private static let mostTitles = 12

  private func titles(_ indicators: [Indicator]) -> String {
    // A list is not cut for one or two.
    let most = indicators.count > Self.mostTitles + 2 ? Self.mostTitles : indicators.count
    let shown = indicators.prefix(most).map { text.say($0.title) }
    let left = indicators.count - shown.count
    guard left > 0 else { return shown.joined(separator: "; ") }
    return shown.joined(separator: "; ")
      + say(
        vi: " và \(left) chỉ tiêu khác (bảng comparison_tests)",
        en: " and \(left) more (table comparison_tests)"
      )
  }

  private func titled(_ indicator: Indicator, _ claims: [ComparisonClaim]) -> ComparisonClaim {
    ComparisonClaim(
      "**\(text.say(indicator.title)).** " + claims.map(\.sentence).joined(separator: " "),
      claims.flatMap(\.grounds)
    )
  }

  private func tests(
    _ isMeant: (ComparisonTestRow) -> Bool
  ) -> [(indicator: Indicator, test: ComparisonTestRow)] {
    indicators.compactMap { indicator in
      guard let test = text.test(indicator, year), isMeant(test) else { return nil }
      return (indicator, test)
    }
  }
}

/// The trend of all units.
extension ComparisonChapter {
  var trends: [ComparisonClaim] {
    let aimed = Set(text.plan.targets.map(\.indicator))
    let moving = tests { $0.trend == .rising || $0.trend == .falling }
    let told = moving.filter { aimed.contains($0.indicator.id) }
    var claims = told.compactMap { indicator, test in
      text.trend(test, indicator).map { titled(indicator, [$0]) }
    }
    let others = moving.filter { !aimed.contains($0.indicator.id) }
    claims += list(others.filter { $0.test.trend == .rising }, vi: "cùng tăng", en: "rise together")
    claims += list(
      others.filter { $0.test.trend == .falling },
      vi: "cùng giảm",
      en: "fall together"
    )
    let still = tests { $0.trend == .notShown }.map(\.indicator)
    if !still.isEmpty {
      claims.append(
        ComparisonClaim(
          say(
            vi: "Chưa thấy xu hướng chung ở \(still.count) chỉ tiêu: \(titles(still)).",
            en: "No common trend is shown for \(still.count) indicators: \(titles(still))."
          )
        )
      )
    }
    let few = tests { $0.trend == .cannotShow }
    if let most = few.map({ $0.test.years ?? 0 }).max() {
      claims.append(
        ComparisonClaim(
          say(
            vi: "Ở \(few.count) chỉ tiêu mới có nhiều nhất \(most) năm có số liệu, chưa nói được "
              + "xu hướng chung.",
            en:
              "\(few.count) indicators have figures of at most \(most) years, from which no common "
              + "trend can be told."
          )
        )
      )
    }
    return claims
  }

  private func list(
    _ moving: [(indicator: Indicator, test: ComparisonTestRow)],
    vi: String,
    en: String
  ) -> [ComparisonClaim] {
    guard !moving.isEmpty else { return [] }
    let names = titles(moving.map(\.indicator))
    return [
      ComparisonClaim(
        say(
          vi: "Ở \(moving.count) chỉ tiêu khác, các đơn vị \(vi) qua các năm: \(names).",
          en: "For \(moving.count) other indicators the units \(en) over the years: \(names)."
        ),
        moving.map { .trend($0.test) }
      )
    ]
  }
}

/// Where units can be told apart.
extension ComparisonChapter {
  var differences: [ComparisonClaim] {
    let differing = tests { $0.difference == .shown }
    var claims = differing.map { indicator, test in
      titled(
        indicator,
        [text.difference(test)].compactMap { $0 } + text.groups(indicator, year)
          + text.standing(indicator, test)
      )
    }
    let alike = tests { $0.difference == .notShown }.map(\.indicator)
    if !alike.isEmpty {
      claims.append(
        ComparisonClaim(
          say(
            vi: "Ở \(alike.count) chỉ tiêu, khác biệt giữa các đơn vị không vượt mức ngẫu nhiên, "
              + "không nên xếp hạng: \(titles(alike)).",
            en: "For \(alike.count) indicators the units differ by no more than chance alone would "
              + "give; do not rank them: \(titles(alike))."
          )
        )
      )
    }
    let hidden = tests { $0.difference == .suppressed }
      .map(\.indicator).filter { $0.isProportion }
    if !hidden.isEmpty {
      claims.append(
        ComparisonClaim(
          say(
            vi: "Không công bố so sánh \(ReportContext.hiddenMark): \(titles(hidden)).",
            en: "Comparisons not published \(ReportContext.hiddenMark): \(titles(hidden))."
          )
        )
      )
    }
    if claims.isEmpty {
      claims.append(
        ComparisonClaim(
          say(
            vi: "Năm \(year) chưa có số liệu để so sánh các đơn vị.",
            en: "There are no figures of \(year) by which units could be compared."
          )
        )
      )
    }
    return claims
  }

  /// The rows of the units that stand apart.
  var apart: [(indicator: Indicator, row: ComparisonRow)] {
    tests { $0.difference == .shown }.flatMap { indicator, _ in
      text.units(indicator, year)
        .filter { $0.standing == .higher || $0.standing == .lower }
        .map { (indicator, $0) }
    }
  }
}

/// What is not to be compared.
extension ComparisonChapter {
  var comparability: [ComparisonClaim] {
    text.comparability(indicators.flatMap { text.units($0, year) })
  }
}

/// What changed since the year before.
extension ComparisonChapter {
  private static let most = 5

  var changes: [ComparisonClaim] {
    guard year > text.plan.years.base else { return [] }
    return overallChanges + unitChanges
  }

  private var overallChanges: [ComparisonClaim] {
    let moved = tests { $0.movement == .more || $0.movement == .less }
      .sorted { abs($0.test.change ?? 0) > abs($1.test.change ?? 0) }
    guard !moved.isEmpty else {
      guard tests({ $0.movement == .notShown }).isEmpty == false else { return [] }
      return [
        ComparisonClaim(
          say(
            vi: "\(unitName): không tỷ lệ nào thay đổi quá mức ngẫu nhiên so với năm \(year - 1).",
            en: "\(unitName): no proportion changed by more than chance since \(year - 1)."
          )
        )
      ]
    }
    return moved.prefix(Self.most).compactMap { indicator, test in
      text.change(test, indicator).map { titled(indicator, [$0]) }
    } + more(moved.count - Self.most)
  }

  private var unitChanges: [ComparisonClaim] {
    let rows = indicators.flatMap { indicator in
      text.units(indicator, year).filter { $0.changeQ != nil }.map { (indicator, $0) }
    }
    let moved = rows.filter { $0.1.movement == .more || $0.1.movement == .less }
      .sorted { abs($0.1.change ?? 0) > abs($1.1.change ?? 0) }
    guard moved.isEmpty else {
      let most = moved.prefix(Self.most)
      return indicators.compactMap { indicator in
        let own = most.filter { $0.0.id == indicator.id }
          .compactMap { text.movement($0.1, indicator) }
        return own.isEmpty ? nil : titled(indicator, own)
      } + more(moved.count - Self.most)
    }
    let least = rows.min {
      ($0.1.changeP ?? 1, -abs($0.1.change ?? 0)) < ($1.1.changeP ?? 1, -abs($1.1.change ?? 0))
    }
    guard let (indicator, row) = least, let change = row.change, let q = row.changeQ else {
      return []
    }
    let chance = text.probability("q", q)
    return [
      ComparisonClaim(
        say(
          vi:
            "Từng đơn vị: trong \(rows.count) thay đổi so với năm \(year - 1), không thay đổi nào "
            + "vượt mức ngẫu nhiên khi tính đến số phép so sánh; rõ nhất là \(row.name), "
            + "\(text.say(indicator.title)), \(text.changed(change, indicator)) (\(chance)).",
          en: "Single units: of \(rows.count) changes since \(year - 1) none is beyond chance once "
            + "so many are looked at; the clearest is \(row.name), \(text.say(indicator.title)), "
            + "\(text.changed(change, indicator)) (\(chance))."
        )
      )
    ]
  }

  private func more(_ count: Int) -> [ComparisonClaim] {
    guard count > 0 else { return [] }
    return [
      ComparisonClaim(
        say(
          vi: "Còn \(count) thay đổi khác như vậy, trong các bảng comparisons và comparison_tests.",
          en: "\(count) more such changes stand in the tables comparisons and comparison_tests."
        )
      )
    ]
  }
}
