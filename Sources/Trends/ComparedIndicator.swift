internal import Methods
internal import Plan
internal import Tables

/// An indicator with its figures at each member unit, in the order of codes, and at the plan's own.
///
/// A country's units have hundreds of thousands of years: those of all units stand one after the
/// other, and a unit has no lists of its own. It never changes, and is passed about once a row: a
/// value would have all its lists counted up and down each time.
final class ComparedIndicator: Sendable {
  /// Where the years of a unit stand.
  private struct Unit: Sendable {
    var rows: Range<Int32>
    var breakYears: [Int]
  }

  let indicator: Indicator
  /// Whether it says yes or no of one unit.
  let isYesOrNo: Bool
  /// What a fraction of one is in its unit.
  let scale: Double
  /// Number of the plan's own unit; those of members are the places of their codes.
  let home: Int
  /// The figures of all indicators.
  let figures: [IndicatorRow]
  private let units: [Unit]
  private let rows: [SeriesIndex.Entry]
  /// The counts of each row, or why there are none.
  private let counts: [PackedCount]
  /// The value of each row that is whole.
  private let wholeValues: [Sparse]
  private let base: Int

  init(
    _ indicator: Indicator,
    _ plan: Plan,
    _ codes: [String],
    _ series: IndicatorSeries,
    _ breaks: SeriesBreaks
  ) {
    self.indicator = indicator
    isYesOrNo = if case .units = indicator.formula { true } else { false }
    scale = indicator.scale
    figures = series.rows
    home = codes.count
    base = plan.years.base
    var rows: [SeriesIndex.Entry] = []
    units = (codes + [plan.unit]).map { code in
      let first = Int32(rows.count)
      rows += series.places(indicator.id, code)
      return Unit(
        rows: first..<Int32(rows.count),
        breakYears: breaks.years(indicator.id, code)
      )
    }
    self.rows = rows
    let figures = figures
    counts = rows.map { PackedCount(figures.span[Int($0.place)].countsToCompare(indicator)) }
    wholeValues = rows.map { Sparse(wrappedValue: figures.span[Int($0.place)].wholeValue) }
  }

  /// Where the row of a unit and year stands among the indicator's own; nil where there is none.
  func place(_ unit: Int, _ year: Int) -> Int? {
    for place in units[unit].rows where Int(rows[Int(place)].year) == year { return Int(place) }
    return nil
  }

  func hasRow(of unit: Int, in year: Int) -> Bool { place(unit, year) != nil }

  /// Place of the figure of a row among those of all indicators.
  func figure(at place: Int) -> Int { Int(rows[place].place) }

  /// Numerator and denominator of a row, or why there are none.
  func count(at place: Int) -> Result<CountOfTrials, NotCompared> { counts[place].result }

  /// Numerator and denominator of a year; nil where the unit has no row of it.
  func count(of unit: Int, in year: Int) -> Result<CountOfTrials, NotCompared>? {
    place(unit, year).map(count)
  }

  /// The first year of a unit that may be compared with this one; nil where all may.
  func lastBreak(of unit: Int, upTo year: Int) -> Int? {
    units[unit].breakYears.last { $0 <= year }
  }

  /// Whole values of a unit since the last break, up to a year.
  func points(of unit: Int, upTo year: Int) -> [TimedValue] {
    let first = lastBreak(of: unit, upTo: year) ?? base
    let times = Double(first)...Double(max(first, year))
    var points: [TimedValue] = []
    points.reserveCapacity(units[unit].rows.count)
    for place in units[unit].rows {
      let year = Double(rows[Int(place)].year)
      guard let value = wholeValues[Int(place)].wrappedValue, times.contains(year) else { continue }
      points.append(TimedValue(time: year, value: value))
    }
    return points
  }

  /// A unit's change on the year before, where both can be compared.
  func change(
    of unit: Int,
    in year: Int,
    widening: Double,
    _ tests: inout RecurringTwoProportions
  ) -> YearChange? {
    guard lastBreak(of: unit, upTo: year) != year,
      case .success(let earlier)? = count(of: unit, in: year - 1),
      case .success(let later)? = count(of: unit, in: year)
    else { return nil }
    return YearChange(
      from: earlier,
      to: later,
      widening: widening,
      scale: scale,
      &tests
    )
  }
}
