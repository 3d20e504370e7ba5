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
  _ rows: [IndicatorRow],
  year: Int,
  base: Int,
  since: Int?,
  _ recurring: inout RecurringTrends
) -> TrendRow {
  let whole = rows.filter {
    $0.value != nil && $0.reported == $0.expected && $0.year <= year && $0.year >= since ?? $0.year
  }
  let values = Dictionary(whole.map { ($0.year, $0.value) }) { first, _ in first }
  let years = values.keys.sorted()
  var row = TrendRow(
    indicator: key.name,
    unit: key.unit,
    firstYear: years.first,
    lastYear: years.last,
    points: years.count,
    base: values[base] ?? nil,
    previous: values[year - 1] ?? nil,
    latest: values[year] ?? nil,
    method: "",
    conclusion: .tooFew,
    breakYear: since
  )
  row.change = difference(row.previous, row.latest)
  row.changeFromBase = difference(row.base, row.latest)
  let series = years.compactMap { year in
    (values[year] ?? nil).map { TimedValue(year: year, value: $0) }
  }
  switch recurring.kendall.test(series) {
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
  guard case .success(let sen) = recurring.slopes.estimate(series) else { return row }
  row.slope = sen.slope
  if case .success(let interval) = sen.interval {
    row.slopeLower = interval.lower
    row.slopeUpper = interval.upper
    row.attainedLevel = interval.attained
  }
  return row
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
