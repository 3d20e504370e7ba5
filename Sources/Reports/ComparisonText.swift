internal import Diagnostics
internal import Plan
internal import Tables

/// What may be said of units beside each other: no more than the readings of the rows.
struct ComparisonText: Sendable {
  let plan: Plan
  let language: Language
  let numbers: NumberText
  private let comparisons: ComparisonRows
  /// Codes of the units that single sentences may be about; nil for all.
  private let unitsToName: Set<String>?
  private let tests: [IndicatorKey: [ComparisonTestRow]]
  private let overall: [IndicatorKey: IndicatorRow]

  init(
    _ plan: Plan,
    comparisons: ComparisonRows,
    naming units: Set<String>? = nil,
    tests: [ComparisonTestRow],
    indicators: [IndicatorRow],
    language: Language
  ) {
    self.plan = plan
    self.language = language
    numbers = NumberText(language: language)
    self.comparisons = comparisons
    unitsToName = units
    self.tests = Dictionary(grouping: tests) {
      IndicatorKey(indicator: $0.indicator, unit: "", year: $0.year)
    }
    let own = indicators.filter { $0.unit == plan.unit }
    overall = Dictionary(
      own.map { (IndicatorKey(indicator: $0.indicator, unit: "", year: $0.year), $0) },
      uniquingKeysWith: { a, _ in a }
    )
  }

  func say(vi: String, en: String) -> String { language == .vietnamese ? vi : en }
  func say(_ text: LocalisedText) -> String { text.text(in: language) }

  /// The rows of an indicator in a year, by unit.
  func units(_ indicator: Indicator, _ year: Int) -> [ComparisonRow] {
    let rows = comparisons.rows(of: indicator.id, in: year)
    guard let unitsToName else { return rows }
    return rows.filter { unitsToName.contains($0.unit) }
  }

  /// The test of all units.
  func test(_ indicator: Indicator, _ year: Int) -> ComparisonTestRow? {
    tests[IndicatorKey(indicator: indicator.id, unit: "", year: year)]?.first { $0.group.isEmpty }
  }

  /// All that may be said of an indicator in a year: the trend first, then differences, then changes.
  func claims(_ indicator: Indicator, _ year: Int) -> [ComparisonClaim] {
    guard let test = test(indicator, year) else { return [] }
    var claims = [trend(test, indicator), difference(test)].compactMap { $0 }
    claims += groups(indicator, year)
    claims += standing(indicator, test)
    if let change = change(test, indicator) { claims.append(change) }
    claims += units(indicator, year).compactMap { movement($0, indicator) }
    return claims + comparability(units(indicator, year))
  }

  /// How rarely chance alone gives what was found, never rarer than the probability says.
  func often(_ probability: Double) -> String {
    guard probability >= 1e-6 else {
      return say(
        vi: "chỉ do ngẫu nhiên thì hơn 1.000.000 lần mới có một lần",
        en: "which chance alone would give less than once in 1,000,000"
      )
    }
    // Two digits, rounded down; a probability of exactly 1/60 must not become one of 59.
    var times = (1 / probability * (1 + 1e-12)).rounded(.down)
    var step = 1.0
    while times / step >= 100 { step *= 10 }
    times = (times / step).rounded(.down) * step
    let text = numbers.text(times)
    return say(
      vi: "chỉ do ngẫu nhiên thì khoảng \(text) lần mới có một lần",
      en: "which chance alone would give about once in \(text)"
    )
  }

  func value(_ value: Double, _ indicator: Indicator) -> String {
    let isPercentage = say(indicator.unit) == "%"
    return numbers.text(value, decimals: indicator.decimals)
      + (isPercentage ? say(vi: " %", en: "%") : "")
  }

  /// The size of a change, as percentage points where the indicator is a percentage.
  func size(_ change: Double, _ indicator: Indicator) -> String {
    let isPercentage = say(indicator.unit) == "%"
    return numbers.text(abs(change), decimals: indicator.decimals)
      + (isPercentage ? say(vi: " điểm %", en: " percentage points") : "")
  }

  /// A probability as it is written in tables and in brackets.
  func probability(_ name: String, _ value: Double) -> String {
    value < 0.001
      ? "\(name) < \(numbers.text(0.001, decimals: 3))"
      : "\(name) = \(numbers.text(value, decimals: 3))"
  }

  /// A p, with what becomes of it once so many are looked at where that changes the answer.
  func chance(_ p: Double, _ q: Double?) -> String {
    guard let q, p <= 0.05, q > 0.05 else { return probability("p", p) }
    return probability("p", p) + probability(say(vi: "; hiệu chỉnh", en: "; adjusted"), q)
  }

  func groups(_ indicator: Indicator, _ year: Int) -> [ComparisonClaim] {
    let key = IndicatorKey(indicator: indicator.id, unit: "", year: year)
    return (tests[key] ?? []).filter { !$0.group.isEmpty }.compactMap { test in
      guard let group = plan.groups.first(where: { $0.id == test.group }),
        let p = test.heterogeneityP
      else { return nil }
      let title = say(group.title)
      let chance = self.chance(p, test.heterogeneityQ)
      switch test.difference {
      case .shown:
        return ComparisonClaim(
          say(
            vi: "Riêng nhóm \(title), các đơn vị khác nhau nhiều hơn mức ngẫu nhiên (\(chance)).",
            en: "Among \(title) alone the units differ by more than chance alone would give "
              + "(\(chance))."
          ),
          [.difference(test)]
        )
      case .notShown:
        return ComparisonClaim(
          say(
            vi: "Riêng nhóm \(title), chưa thấy khác biệt vượt mức ngẫu nhiên (\(chance)).",
            en: "Among \(title) alone no difference beyond chance is shown (\(chance))."
          )
        )
      case .notCompared, .suppressed: return nil
      }
    }
  }

  func overallValue(_ indicator: Indicator, _ year: Int) -> Double? {
    overall[IndicatorKey(indicator: indicator.id, unit: "", year: year)]?.value
  }

  /// The figure of the plan's unit; with the number of units where some are missing.
  func overall(_ indicator: Indicator, _ year: Int) -> String? {
    let key = IndicatorKey(indicator: indicator.id, unit: "", year: year)
    guard let row = overall[key], let figure = row.value else { return nil }
    guard row.reported < row.expected else { return value(figure, indicator) }
    return value(figure, indicator)
      + say(
        vi: " (mới có \(row.reported)/\(row.expected) đơn vị)",
        en: " (\(row.reported) of \(row.expected) units)"
      )
  }
}
