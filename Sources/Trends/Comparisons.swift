internal import Methods
internal import Parallel
internal import Plan
internal import Tables

/// The plan's member units beside each other, for each indicator computed for them and each year.
struct Comparisons: Sendable {
  private let plan: Plan
  private let settings: RunSettings
  private let breaks: SeriesBreaks
  private let series: [SeriesKey: [IndicatorRow]]
  private let units: [Int: [OrgUnit]]
  private let jobs: Int

  init(
    _ plan: Plan,
    _ settings: RunSettings,
    _ series: [SeriesKey: [IndicatorRow]],
    _ breaks: SeriesBreaks,
    jobs: Int
  ) {
    self.plan = plan
    self.settings = settings
    self.series = series
    self.breaks = breaks
    self.jobs = jobs
    units = Dictionary(
      uniqueKeysWithValues: Self.years(plan, settings).map {
        ($0, plan.members(in: $0, boundaries: settings.boundaries))
      }
    )
  }

  private static func years(_ plan: Plan, _ settings: RunSettings) -> ClosedRange<Int> {
    plan.years.base...max(plan.years.base, settings.year)
  }

  /// All rows, by indicator, then by unit or group, then by year.
  func tables() -> (rows: [ComparisonRow], tests: [ComparisonTestRow]) {
    let discoveries = Discoveries(plan)
    let indicators = plan.indicators.filter { $0.place == .members }
    var rows: [ComparisonRow] = []
    var tests: [ComparisonTestRow] = []
    for year in Self.years(plan, settings) {
      var ownRows: [ComparisonRow] = []
      var ownTests: [ComparisonTestRow] = []
      let before = Dictionary(
        tests.filter { $0.year == year - 1 && $0.group.isEmpty }.map { ($0.indicator, $0) }
      ) { first, _ in first }
      let compared = parallelMap(indicators.count, jobs: jobs) { place in
        compare(indicators[place], year, after: before[indicators[place].id])
      }
      for own in compared {
        ownRows += own.rows
        ownTests += own.tests
      }
      discoveries.decide(&ownTests, &ownRows)
      rows += ownRows
      tests += ownTests
    }
    return (
      rows.sorted { ($0.indicator, $0.unit, $0.year) < ($1.indicator, $1.unit, $1.year) },
      tests.sorted { ($0.indicator, $0.group, $0.year) < ($1.indicator, $1.group, $1.year) }
    )
  }

  private func row(_ indicator: Indicator, _ unit: String, _ year: Int) -> IndicatorRow? {
    series[SeriesKey(indicator: indicator.id, unit: unit)]?.first { $0.year == year }
  }

  private func compare(
    _ indicator: Indicator,
    _ year: Int,
    after before: ComparisonTestRow?
  ) -> (rows: [ComparisonRow], tests: [ComparisonTestRow]) {
    let units = (self.units[year] ?? []).filter { row(indicator, $0.code, year) != nil }
    guard !units.isEmpty else { return ([], []) }
    var rows: [ComparisonRow] = []
    var counts: [(place: Int, count: CountOfTrials)] = []
    for unit in units {
      var own = comparison(indicator, unit, year)
      switch row(indicator, unit.code, year)?.countsToCompare(indicator) {
      case .success(let count): counts.append((rows.count, count))
      case .failure(.because(let reason)): own.leftOut = reason
      case nil: break
      }
      rows.append(own)
    }
    var all = ComparisonTestRow(indicator: indicator.id, group: "", year: year, units: units.count)
    let differences = UnitDifferences(counts.map(\.count), scale: indicator.scale)
    differences.fill(&all)
    differences.fill(&rows, at: counts.map(\.place))
    all.fillTrend(units.map { points(indicator, $0.code, upTo: year) })
    let widening = [before, all].compactMap { $0?.widening }.max() ?? 1
    for index in rows.indices {
      guard let change = change(indicator, rows[index].unit, year, widening) else { continue }
      rows[index].change = change.difference
      rows[index].changeLower = change.lower
      rows[index].changeUpper = change.upper
      rows[index].changeP = change.probability
    }
    if let change = change(indicator, plan.unit, year, widening) {
      all.change = change.difference
      all.changeLower = change.lower
      all.changeUpper = change.upper
      all.changeP = change.probability
    }
    // Groups are looked at only where the units differ at all.
    let isWorthIt = (all.heterogeneityP ?? 1) <= Discoveries.level
    let groups = (isWorthIt ? plan.groups : []).compactMap { group -> ComparisonTestRow? in
      let own = counts.filter { rows[$0.place].group == group.id }
      let size = rows.count { $0.group == group.id }
      guard size > 1, size < rows.count else { return nil }
      var test = ComparisonTestRow(
        indicator: indicator.id,
        group: group.id,
        year: year,
        units: size
      )
      UnitDifferences(own.map(\.count), scale: indicator.scale).fill(&test)
      return test
    }
    return (rows, [all] + groups)
  }

  /// What is known of a unit by itself.
  private func comparison(_ indicator: Indicator, _ unit: OrgUnit, _ year: Int) -> ComparisonRow {
    var result = ComparisonRow(indicator: indicator.id, unit: unit.code, year: year)
    result.name = unit.name
    result.group = plan.groups.first { $0.kinds.contains(unit.kind) }?.id ?? ""
    result.overall = row(indicator, plan.unit, year)?.value
    result.covered = breaks.covered(unit)
    result.breakYear = breaks.last(indicator.id, unit.code, upTo: year)
    if let own = row(indicator, unit.code, year) {
      result.numerator = own.numerator
      result.denominator = own.denominator
      result.value = own.value
      result.lower = own.lower
      result.upper = own.upper
    }
    if case .units = indicator.formula { return result }
    switch MannKendall.test(points(indicator, unit.code, upTo: year)) {
    case .success(let test):
      result.trend = TrendRow.Conclusion(test)
      result.trendP = test.probability
    case .failure(.allEqual): result.trend = .constant
    case .failure: result.trend = .tooFew
    }
    return result
  }

  /// Whole values of a unit since the last break, up to a year.
  private func points(_ indicator: Indicator, _ unit: String, upTo year: Int) -> [TimedValue] {
    let first = breaks.last(indicator.id, unit, upTo: year) ?? plan.years.base
    return (series[SeriesKey(indicator: indicator.id, unit: unit)] ?? [])
      .filter { (first...max(first, year)).contains($0.year) }
      .compactMap(\.wholePoint)
  }

  private func change(
    _ indicator: Indicator,
    _ unit: String,
    _ year: Int,
    _ widening: Double
  ) -> YearChange? {
    guard breaks.last(indicator.id, unit, upTo: year) != year,
      case .success(let earlier)? = row(indicator, unit, year - 1)?.countsToCompare(indicator),
      case .success(let later)? = row(indicator, unit, year)?.countsToCompare(indicator)
    else { return nil }
    return YearChange(from: earlier, to: later, widening: widening, scale: indicator.scale)
  }
}

extension ComparisonTestRow {
  /// By how much the limits of the funnel are wider than chance makes them.
  fileprivate var widening: Double? {
    isOverdispersed ? dispersion.map { max(1, $0).squareRoot() } : nil
  }
}
