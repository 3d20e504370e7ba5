import Methods
import Tables

/// What recurs among the series of many units, worked out once.
struct RecurringTrends {
  var kendall = RecurringMannKendall()
  var slopes = RecurringSenSlope()
}

/// The change, Mann-Kendall test and Sen slope of one series.
///
/// Only years with a value count, and at the plan's unit only those in which every unit reported:
/// a year that misses units would look like a fall. Years before a break of the series are of
/// another area, or of another definition, and do not count.
func trendRow(
  _ key: SeriesIndex.Key,
  _ series: IndicatorSeries,
  year: Int,
  base: Int,
  since: Int?,
  _ recurring: inout RecurringTrends
) -> TrendRow {
  let points = wholePoints(key, series, (since ?? .min)...max(since ?? .min, year))
  let value = { (year: Int) in points.first { $0.time == Double(year) }?.value }
  var row = TrendRow(
    indicator: key.name,
    unit: key.unit,
    firstYear: points.first.map { Int($0.time) },
    lastYear: points.last.map { Int($0.time) },
    points: points.count,
    base: value(base),
    previous: value(year - 1),
    latest: value(year),
    method: "",
    conclusion: .tooFew,
    breakYear: since
  )
  row.change = difference(row.previous, row.latest)
  row.changeFromBase = difference(row.base, row.latest)
  switch recurring.kendall.test(points) {
  case .success(let test):
    row.s = test.statistic
    row.pValue = test.probability
    row.minimumP = test.smallestProbability
    row.minimumPUntied = test.smallestProbabilityWithoutTies
    row.method = "mann-kendall-\(test.method.rawValue)"
    row.conclusion = TrendRow.Conclusion(test)
  case .failure(.allEqual):
    row.conclusion = .constant
  case .failure:
    row.conclusion = .tooFew
  }
  guard case .success(let sen) = recurring.slopes.estimate(points) else { return row }
  row.slope = sen.slope
  if case .success(let interval) = sen.interval {
    row.slopeLower = interval.lower
    row.slopeUpper = interval.upper
    row.attainedLevel = interval.attained
  }
  return row
}

/// The whole values of some years, in their order; of two of one year the first.
private func wholePoints(
  _ key: SeriesIndex.Key,
  _ series: IndicatorSeries,
  _ years: ClosedRange<Int>
) -> [TimedValue] {
  let (places, rows) = (series.places(key.name, key.unit), series.rows)
  var points: [TimedValue] = []
  points.reserveCapacity(places.count)
  for place in places where years.contains(Int(place.year)) {
    guard let value = rows.span[Int(place.place)].wholeValue else { continue }
    points.append(TimedValue(year: Int(place.year), value: value))
  }
  let isInOrder = zip(points, points.dropFirst()).allSatisfy { $0.time < $1.time }
  if isInOrder { return points }
  let first = Dictionary(points.map { ($0.time, $0) }) { first, _ in first }
  return first.values.sorted { $0.time < $1.time }
}

private func difference(_ earlier: Double?, _ later: Double?) -> Double? {
  guard case .success(let change) = YearlyChange.between(earlier, and: later) else { return nil }
  return change.difference
}

extension TrendRow.Conclusion {
  /// What a test of one series shows.
  init(_ test: MannKendall) {
    guard test.canBeSignificant(at: .percent95) else {
      self = .cannotShow
      return
    }
    guard test.isSignificant(at: .percent95) else {
      self = .notShown
      return
    }
    self =
      switch test.direction {
      case .increasing: .increasing
      case .decreasing: .decreasing
      case .level: .notShown
      }
  }
}
