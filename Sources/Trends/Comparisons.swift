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

  private func rows(_ indicator: Indicator, _ unit: String) -> [IndicatorRow] {
    series[SeriesKey(indicator: indicator.id, unit: unit)] ?? []
  }

  /// A unit with the years of an indicator.
  private struct UnitYears {
    var unit: OrgUnit
    var rows: [IndicatorRow]

    func row(_ year: Int) -> IndicatorRow? { rows.first { $0.year == year } }
  }

  private func compare(
    _ indicator: Indicator,
    _ year: Int,
    after before: ComparisonTestRow?
  ) -> (rows: [ComparisonRow], tests: [ComparisonTestRow]) {
    // A country has ten thousand units: the years of each are looked up once.
    let units = (self.units[year] ?? []).compactMap { unit -> UnitYears? in
      let years = UnitYears(unit: unit, rows: self.rows(indicator, unit.code))
      return years.row(year) == nil ? nil : years
    }
    guard !units.isEmpty else { return ([], []) }
    let home = self.rows(indicator, plan.unit)
    let overall = home.first { $0.year == year }?.value
    var rows: [ComparisonRow] = []
    var counts: [(place: Int, count: CountOfTrials)] = []
    for unit in units {
      var own = comparison(indicator, unit, year, overall)
      switch unit.row(year)?.countsToCompare(indicator) {
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
    all.fillTrend(units.map { points(indicator, $0.unit.code, $0.rows, upTo: year) })
    let widening = [before, all].compactMap { $0?.widening }.max() ?? 1
    for index in rows.indices {
      let own = units[index]
      guard let change = change(indicator, own.unit.code, own.rows, year, widening) else {
        continue
      }
      rows[index].change = change.difference
      rows[index].changeLower = change.lower
      rows[index].changeUpper = change.upper
      rows[index].changeP = change.probability
    }
    if let change = change(indicator, plan.unit, home, year, widening) {
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
  private func comparison(
    _ indicator: Indicator,
    _ own: UnitYears,
    _ year: Int,
    _ overall: Double?
  ) -> ComparisonRow {
    let unit = own.unit
    var result = ComparisonRow(indicator: indicator.id, unit: unit.code, year: year)
    result.name = unit.name
    result.group = plan.groups.first { $0.kinds.contains(unit.kind) }?.id ?? ""
    result.overall = overall
    result.covered = breaks.covered(unit)
    result.breakYear = breaks.last(indicator.id, unit.code, upTo: year)
    if let row = own.row(year) {
      result.numerator = row.numerator
      result.denominator = row.denominator
      result.value = row.value
      result.lower = row.lower
      result.upper = row.upper
    }
    if case .units = indicator.formula { return result }
    switch MannKendall.test(points(indicator, unit.code, own.rows, upTo: year)) {
    case .success(let test):
      result.trend = TrendRow.Conclusion(test)
      result.trendP = test.probability
    case .failure(.allEqual): result.trend = .constant
    case .failure: result.trend = .tooFew
    }
    return result
  }

  /// Whole values of a unit since the last break, up to a year.
  private func points(
    _ indicator: Indicator,
    _ unit: String,
    _ rows: [IndicatorRow],
    upTo year: Int
  ) -> [TimedValue] {
    let first = breaks.last(indicator.id, unit, upTo: year) ?? plan.years.base
    return
      rows
      .filter { (first...max(first, year)).contains($0.year) }
      .compactMap(\.wholePoint)
  }

  private func change(
    _ indicator: Indicator,
    _ unit: String,
    _ rows: [IndicatorRow],
    _ year: Int,
    _ widening: Double
  ) -> YearChange? {
    guard breaks.last(indicator.id, unit, upTo: year) != year,
      case .success(let earlier)? = rows.first(where: { $0.year == year - 1 })?
        .countsToCompare(indicator),
      case .success(let later)? = rows.first(where: { $0.year == year })?.countsToCompare(indicator)
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
