internal import Methods
internal import Parallel
internal import Plan
internal import Tables

/// Makes the rows of comparisons, when all that depends on a year is known.
///
/// What is kept is what other units and other years have a part in; the rest of a row stands in the
/// table of indicators, and is taken from there. It never changes, and is asked by several threads.
final class MadeComparisons: ComparisonSource {
  private let groups: [UnitGroup]
  private let breaks: SeriesBreaks
  private let members: MemberYears
  /// By id.
  private let indicators: [ComparedIndicator]
  /// By indicator and year.
  private let years: [[DecidedYear]]
  /// Of each row.
  private let trends: [OwnTrend]
  /// Where the rows of each unit of each indicator begin, and where the last ones end.
  private let starts: [Int32]

  init(
    _ groups: [UnitGroup],
    _ breaks: SeriesBreaks,
    _ members: MemberYears,
    _ indicators: [ComparedIndicator],
    _ years: [[DecidedYear]],
    jobs: Int
  ) {
    self.groups = groups
    self.breaks = breaks
    self.members = members
    self.indicators = indicators
    self.years = years
    let units = members.codes.count
    var starts: [Int32] = [0]
    starts.reserveCapacity(indicators.count * units + 1)
    for indicator in indicators {
      for unit in 0..<units {
        let count = members.seats(of: unit).count {
          indicator.hasRow(of: unit, in: members.years[$0.year])
        }
        starts.append(starts[starts.count - 1] + Int32(clamping: count))
      }
    }
    self.starts = starts
    // So many units that what recurs among them is found.
    trends = parallelRanges(
      indicators.count * units,
      of: 2_048,
      jobs: jobs,
      expecting: Int(starts[starts.count - 1])
    ) { places, trends in
      var tests = RecurringMannKendall()
      for place in places {
        let (indicator, unit) = place.quotientAndRemainder(dividingBy: units)
        for seat in members.seats(of: unit) {
          let year = members.years[seat.year]
          guard indicators[indicator].hasRow(of: unit, in: year) else { continue }
          trends.append(OwnTrend(indicators[indicator], unit, upTo: year, &tests))
        }
      }
    }
  }

  var count: Int { trends.count }

  func append(_ places: Range<Int>, to rows: inout [ComparisonRow]) {
    guard !places.isEmpty else { return }
    var series = series(at: places.lowerBound)
    while series + 1 < starts.count, Int(starts[series]) < places.upperBound {
      append(series, within: places, to: &rows)
      series += 1
    }
  }

  func rows(of indicator: String, in year: Int) -> [ComparisonRow] {
    guard let number = indicators.firstIndex(where: { $0.indicator.id == indicator }) else {
      return []
    }
    var rows: [ComparisonRow] = []
    let units = members.codes.count
    rows.reserveCapacity(units)
    for series in (number * units)..<((number + 1) * units) {
      append(series, within: 0..<count, ofYear: year, to: &rows)
    }
    return rows
  }

  /// The number of the unit of an indicator that the row at a place is about.
  private func series(at place: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// Adds the rows of a unit of an indicator, by year; of one year, where it is given.
  private func append(
    _ series: Int,
    within places: Range<Int>,
    ofYear only: Int? = nil,
    to rows: inout [ComparisonRow]
  ) {
    let (number, unit) = series.quotientAndRemainder(dividingBy: members.codes.count)
    let indicator = indicators[number]
    // Held for all rows of the unit: threads that count them up and down for each stand in each
    // other's way.
    let (figures, ownYears) = (indicator.figures, years[number])
    // A row is wide: it is copied from one that has stood for a while, and filled in where it stands.
    let empty = ComparisonRow(indicator: indicator.indicator.id, unit: members.codes[unit], year: 0)
    var place = Int(starts[series])
    for seat in members.seats(of: unit) {
      let year = members.years[seat.year]
      guard let row = indicator.place(unit, year) else { continue }
      defer { place += 1 }
      guard places.contains(place), only.map({ $0 == year }) ?? true else { continue }
      rows.append(empty)
      let last = rows.count - 1
      fill(&rows[last], indicator, unit, seat)
      let figure = indicator.figure(at: row)
      rows[last].fill(figures.span[figure])
      if case .failure(.because(let reason)) = indicator.count(at: row) {
        rows[last].leftOut = reason
      }
      ownYears[seat.year].fill(&rows[last], at: seat.place, of: figures.span[figure])
      rows[last].trend = trends[place].conclusion
      rows[last].trendP = trends[place].probability
    }
  }

  /// Fills in what is known of a unit by itself, but for its figure.
  private func fill(
    _ result: inout ComparisonRow,
    _ compared: ComparedIndicator,
    _ unit: Int,
    _ seat: MemberYears.Seat
  ) {
    let year = members.years[seat.year]
    let all = members.members[seat.year]
    result.year = year
    result.name = all.span[seat.place].unit.name
    if !groups.isEmpty { result.group = groups.id(ofKind: all[seat.place].unit.kind) }
    if breaks.haveBoundaries { result.covered = breaks.covered(all[seat.place].unit) }
    result.breakYear = compared.lastBreak(of: unit, upTo: year)
  }
}
