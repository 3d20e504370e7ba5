internal import Methods
internal import Parallel
internal import Plan
internal import Tables

/// An indicator with its figures at each member unit, in the order of codes, and at the plan's own.
struct ComparedIndicator: Sendable {
  let indicator: Indicator
  let units: [UnitFigures]
  let home: UnitFigures

  init(
    _ indicator: Indicator,
    _ plan: Plan,
    _ codes: [String],
    _ series: IndicatorSeries,
    _ breaks: SeriesBreaks,
    jobs: Int
  ) {
    let figures = { @Sendable (unit: String) in
      UnitFigures(
        series,
        indicator,
        unit,
        breakYears: breaks.years(indicator.id, unit),
        base: plan.years.base
      )
    }
    self.indicator = indicator
    units = parallelRanges(codes.count, of: 1_024, jobs: jobs) { $0.map { figures(codes[$0]) } }
    home = figures(plan.unit)
  }
}

/// The years of an indicator at one unit.
struct UnitFigures: Sendable {
  private let series: IndicatorSeries
  private let rows: ArraySlice<SeriesIndex.Entry>
  /// The counts of each row, or why there are none.
  private let counts: [Result<CountOfTrials, NotCompared>]
  /// Values of the whole years.
  private let points: [TimedValue]
  private let breakYears: [Int]
  private let base: Int

  init(
    _ series: IndicatorSeries,
    _ indicator: Indicator,
    _ unit: String,
    breakYears: [Int],
    base: Int
  ) {
    self.series = series
    rows = series.places(indicator.id, unit)
    self.breakYears = breakYears
    self.base = base
    counts = rows.map { series[$0].countsToCompare(indicator) }
    points = rows.compactMap { series[$0].wholePoint }
  }

  private func place(_ year: Int) -> Int? { rows.firstIndex { Int($0.year) == year } }

  func hasRow(_ year: Int) -> Bool { place(year) != nil }

  func row(_ year: Int) -> IndicatorRow? { place(year).map { series[rows[$0]] } }

  /// Numerator and denominator of a year; nil where the unit has no row of it.
  func count(_ year: Int) -> Result<CountOfTrials, NotCompared>? {
    place(year).map { counts[$0 - rows.startIndex] }
  }

  /// The first year that may be compared with this one; nil where all may.
  func lastBreak(upTo year: Int) -> Int? { breakYears.last { $0 <= year } }

  /// Whole values since the last break, up to a year.
  func points(upTo year: Int) -> [TimedValue] {
    let first = lastBreak(upTo: year) ?? base
    let times = Double(first)...Double(max(first, year))
    return points.filter { times.contains($0.time) }
  }

  /// The change on the year before, where both can be compared.
  func change(
    in year: Int,
    widening: Double,
    scale: Double,
    _ tests: inout RecurringTwoProportions
  ) -> YearChange? {
    guard lastBreak(upTo: year) != year,
      case .success(let earlier)? = count(year - 1),
      case .success(let later)? = count(year)
    else { return nil }
    return YearChange(from: earlier, to: later, widening: widening, scale: scale, &tests)
  }
}
