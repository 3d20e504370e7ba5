/// Sen's slope: the median of the slopes between all pairs, with an interval from Kendall's S.
///
/// With the `N` slopes `d(1) ≤ … ≤ d(N)` of pairs in real time units and `s*` the smallest S with
/// P(|S| ≥ s*) ≤ α:
/// ```
/// slope = median of d      r = (N − s*)/2 + 1      interval = [d(r), d(N − r + 1)]
/// attained level = 1 − P(|S| ≥ s*)
/// ```
/// `s*` is that of values without ties. With equal errors the closed interval keeps at least this
/// level: a true slope below `d(r)` leaves `N − r + 1` pairs of errors strictly rising, so that S
/// is at least `s*` however the other pairs' ties are broken; broken at random, S is as untied.
///
/// Edge cases:
/// - a missing year is left out, and the slopes across it use the years that are there.
/// - fewer than 3 points, more than 1,000, NaN, infinities, one time twice: a gap.
/// - a slope beyond the largest double: a gap.
/// - a level that so few points cannot reach: the slope stands, the interval is a gap that says
///   which level is the best.
/// - more than 33 points: `s*` from the normal approximation, and `method` says so.
///
/// Accuracy: limits are slopes of pairs, so exact but for their division; ranks and attained levels
/// equal those of full enumeration (3 to 8 points) and of whole-number recurrences (to 33).
///
/// References:
/// - Sen P. K., Estimates of the regression coefficient based on Kendall's tau, Journal of the
///   American Statistical Association 63 (1968), 1379-1389.
/// - Hollander M., Wolfe D. A., Chicken E., Nonparametric Statistical Methods, 3rd ed., Wiley 2014,
///   sections 9.2 and 9.3.
public struct SenSlope: Hashable, Sendable {
  /// The number of values.
  public let points: Int

  /// The median slope, in units of the value for one unit of time.
  public let slope: Double

  /// The interval, with its attained level, or why there is none.
  public let interval: Result<Interval, StatisticGap>

  /// How the ranks of the limits were found.
  public let method: MannKendall.Method

  /// Estimates the slope of a series, given in any order.
  ///
  /// - Parameters:
  ///   - series: The values with their times; a missing year is not in it.
  ///   - level: The two-sided confidence level.
  /// - Returns: The estimate, or the reason why there is none.
  public static func estimate(
    _ series: [TimedValue],
    level: ConfidenceLevel = .percent95
  ) -> Result<SenSlope, StatisticGap> {
    estimate(series, level) { limits(for: $0, level) }
  }

  /// The same with limits of slopes that may be known already.
  static func estimate(
    _ series: [TimedValue],
    _ level: ConfidenceLevel,
    limits: (Int) -> Limits
  ) -> Result<SenSlope, StatisticGap> {
    TimedValue.ordered(series).flatMap { ordered in
      guard let slopes = slopes(ordered), let slope = median(slopes) else {
        return .failure(.outOfRange)
      }
      let limits = limits(ordered.count)
      return .success(
        SenSlope(
          points: ordered.count,
          slope: slope,
          interval: limits.ranks.flatMap { ranks in interval(slopes, ranks, level) },
          method: limits.method
        )
      )
    }
  }

  /// The slopes of all pairs in ascending order, or nil when one is not a finite number.
  private static func slopes(_ series: [TimedValue]) -> [Double]? {
    var slopes: [Double] = []
    slopes.reserveCapacity(series.count * (series.count - 1) / 2)
    for (index, later) in series.enumerated() {
      for earlier in series[..<index] {
        let span = later.time - earlier.time
        let slope = (later.value - earlier.value) / span
        // An infinite span would make a false zero of the slope.
        guard span.isFinite, slope.isFinite else { return nil }
        slopes.append(slope)
      }
    }
    return slopes.sorted()
  }

  private static func median(_ sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let upper = sorted[sorted.count / 2]
    let lower = sorted[(sorted.count - 1) / 2]
    let middle = (lower + upper) / 2
    return middle.isFinite ? middle : lower / 2 + upper / 2
  }

  /// The rank of the lower limit, counted from 0, and the level that it gives.
  struct Ranks {
    let lowest: Int
    let attained: Double

    init(critical: Int, pairs: Int, attained: Double) {
      lowest = (pairs - critical) / 2
      self.attained = attained
    }
  }

  typealias Limits = (ranks: Result<Ranks, StatisticGap>, method: MannKendall.Method)

  /// Where the limits stand among the slopes of so many points, whatever their values.
  static func limits(for points: Int, _ level: ConfidenceLevel) -> Limits {
    if let exact = KendallDistribution(untied: points) {
      guard let critical = exact.critical(level) else {
        let best = exact.smallest.complement.value
        return (.failure(.levelNotAttainable(best: best)), .exact)
      }
      let attained = exact.twoSided(critical).complement.value
      return (.success(Ranks(critical: critical, pairs: exact.pairs, attained: attained)), .exact)
    }
    let groups = Array(repeating: 1, count: points)
    guard
      let normal = KendallNormal(groups: groups),
      let critical = normal.critical(level),
      let outside = normal.twoSided(critical)
    else { return (.failure(.noConvergence), .normalApproximation) }
    let ranks = Ranks(critical: critical, pairs: normal.pairs, attained: 1 - outside)
    return (.success(ranks), .normalApproximation)
  }

  private static func interval(
    _ slopes: [Double],
    _ ranks: Ranks,
    _ level: ConfidenceLevel
  ) -> Result<Interval, StatisticGap> {
    let highest = slopes.count - 1 - ranks.lowest
    guard slopes.indices.contains(ranks.lowest), slopes.indices.contains(highest) else {
      return .failure(.noConvergence)
    }
    return .success(
      Interval(
        lower: slopes[ranks.lowest],
        upper: slopes[highest],
        level: level,
        attained: ranks.attained
      )
    )
  }
}
