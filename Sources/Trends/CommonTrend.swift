internal import Methods
internal import Tables

extension ComparisonTestRow {
  /// Fills in whether the units move the same way over the years up to this one.
  ///
  /// Units share good and bad years, so whole years change places; a test of independent units
  /// would call chance a trend. With more years than can be put in all orders, the covariances
  /// between units take their place.
  mutating func fillTrend(_ series: [[TimedValue]]) {
    // Units are many and years few.
    var times: [Double] = []
    for point in series.joined() where !times.contains(point.time) { times.append(point.time) }
    guard let first = times.min() else { return }
    firstYear = Int(first)
    years = times.count
    trendLeastP = Self.leastProbability(of: times.count)
    let test: RegionalKendall.SharedYears
    switch RegionalKendall.sharedYears(series) {
    case .success(let result): test = result
    case .failure(.allEqual):
      trend = .constant
      return
    case .failure: return
    }
    trendS = test.statistic
    if case .success(let chance) = test.permuted {
      trendP = chance.value
      trendMethod = "permuted-years"
    } else if case .success(let chance) = test.adjusted, times.count > Self.fewYears {
      trendP = chance.probability
      trendMethod = "adjusted"
      trendLeastP = nil
    }
  }

  /// Up to so many years all their orders are gone through, or nothing is said.
  private static let fewYears = 9

  /// One order and its mirror image among all orders of the years.
  private static func leastProbability(of years: Int) -> Double? {
    guard (2...fewYears).contains(years) else { return nil }
    return 2 / (2...years).reduce(1.0) { $0 * Double($1) }
  }
}
