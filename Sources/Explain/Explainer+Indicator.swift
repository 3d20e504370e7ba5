import Diagnostics
import Plan
import Tables

extension Explainer {
  /// The tree of an indicator's figure.
  func tree(
    _ row: IndicatorRow,
    _ indicator: Indicator,
    sentence: String,
    _ lists: ToldLists
  ) -> Explanation {
    var children = [run]
    if !sentence.isEmpty {
      children.append(Explanation("\(say(vi: "trong báo cáo", en: "in the report")): \(sentence)"))
    }
    children += indicator.clauses.map(clause)
    children.append(formula(indicator))
    if let range = range(row, indicator) { children.append(Explanation(range)) }
    children += targets(on: row)
    children += parts(row, indicator, lists)
    return Explanation(headline(row, indicator), children)
  }

  func headline(_ row: IndicatorRow, _ indicator: Indicator) -> String {
    let unit = unitName(row.unit, in: row.year)
    return "\(say(indicator.title)), \(unit), \(row.year): \(figure(row, indicator))"
  }

  /// The value as the report rounds it, and what it is made of.
  func figure(_ row: IndicatorRow, _ indicator: Indicator) -> String {
    var text = row.value.map { "\(rounded($0, indicator)) \(say(indicator.unit))" } ?? ""
    if let numerator = row.numerator, let denominator = row.denominator {
      text += " = \(number(numerator)) / \(number(denominator))"
    }
    if let missing = row.missing { text += " \(say(missing.label))" }
    if row.expected != row.reported {
      text += say(
        vi: "; có \(row.reported) trong \(row.expected) phần",
        en: "; \(row.reported) of \(row.expected) parts are there"
      )
      if let worst = row.worst, let best = row.best {
        let (low, high) = (rounded(worst, indicator), rounded(best, indicator))
        text += say(
          vi: ", xấu nhất \(low), tốt nhất \(high)",
          en: ", worst \(low), best \(high)"
        )
      }
    }
    return text.trimmingPrefix { $0 == " " }.description
  }

  func rounded(_ value: Double, _ indicator: Indicator) -> String {
    numbers.text(value, decimals: indicator.decimals)
  }

  private func range(_ row: IndicatorRow, _ indicator: Indicator) -> String? {
    guard let lower = row.lower, let upper = row.upper, let level = row.level else { return nil }
    let limits = "\(rounded(lower, indicator)) – \(rounded(upper, indicator))"
    let percent = number(level * 100)
    return say(
      vi: "khoảng tin cậy \(percent) %: \(limits) [\(row.method)]",
      en: "\(percent) % interval: \(limits) [\(row.method)]"
    )
  }

  func clause(_ id: String) -> Explanation {
    let clause = plan.clauses.first { $0.id == id }
    let responsible = (clause?.responsible ?? []).map { id in
      plan.sender(id).map { say($0.short).isEmpty ? say($0.title) : say($0.short) } ?? id
    }
    var text = "\(say(vi: "mục của kế hoạch", en: "clause of the plan")) \(id)"
    if let clause { text += ": \(say(clause.title))" }
    if !responsible.isEmpty {
      text +=
        " (\(say(vi: "phụ trách", en: "answered for by")): "
        + responsible.joined(separator: ", ") + ")"
    }
    return Explanation(text)
  }

  private func formula(_ indicator: Indicator) -> Explanation {
    let text =
      switch indicator.formula {
      case .ratio(let numerator, let denominator, let per):
        "(\(numerator.text)) / (\(denominator.text)) × \(per)"
      case .units(let condition):
        "\(say(vi: "đơn vị mà", en: "units where")) \(condition.text)"
      case .count(let value): value.text
      }
    return Explanation("\(say(vi: "công thức", en: "formula")): \(text)")
  }

  /// What the plan's targets on the indicator stand at by this figure.
  private func targets(on row: IndicatorRow) -> [Explanation] {
    plan.targets.filter { $0.indicator == row.indicator }.compactMap { target in
      targets[RowKey(id: target.id, unit: row.unit, year: row.year)]
        .map { Explanation(headline($0, target)) }
    }
  }
}
