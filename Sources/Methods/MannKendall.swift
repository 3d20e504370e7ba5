/// The Mann-Kendall test for a monotone trend, exact for short series, ties included.
///
/// ```
/// S = Σ sign(yⱼ − yᵢ) over tᵢ < tⱼ      τb = S / √(N (N − T))
/// ```
/// with `N = n(n−1)/2` pairs, `T` of them equal in value. The probability is that of an |S| at
/// least as large when every order of the very values seen is equally likely.
///
/// Edge cases:
/// - a missing year is left out; only the order of the times matters here.
/// - fewer than 3 points, more than 1,000, NaN, infinities, one time twice: a gap.
/// - all values equal: a gap, because there is one order only.
/// - values are equal when their doubles are; quotients of counts divided once keep their ties.
///
/// Accuracy: exact fractions against full enumeration of every tie pattern of 3 to 7 values; the
/// approximation within 1e-14 of pymannkendall 1.4.3. Approximate probabilities below the smallest
/// double are 0.
///
/// References:
/// - Mann H. B., Nonparametric tests against trend, Econometrica 13 (1945), 245-259.
/// - Kendall M. G., Rank Correlation Methods, 4th ed., Griffin 1970, chapters 1, 3 and 4.
public struct MannKendall: Hashable, Sendable {
  /// How the probability was found.
  public enum Method: String, Sendable {
    /// From the distribution of all orders of the values.
    case exact
    /// From the normal distribution with tie correction and continuity correction.
    case normalApproximation = "normal-approximation"
  }

  /// The direction in which the series tends.
  public enum Direction: String, Sendable {
    /// More pairs rise than fall.
    case increasing
    /// More pairs fall than rise.
    case decreasing
    /// As many pairs rise as fall.
    case level
  }

  /// The number of values.
  public let points: Int

  /// Kendall's S: the rising pairs less the falling ones.
  public let statistic: Int

  /// Kendall's rank correlation with time, corrected for equal values.
  public let tauB: Double

  /// The sizes of the groups of equal values, largest first; 1 for a value that stands alone.
  public let tieGroups: [Int]

  /// How the probability was found.
  public let method: Method

  /// The two-sided probability.
  public let probability: Double

  /// The two-sided probability as a fraction, where it is exact.
  public let exactProbability: ExactProbability?

  /// The smallest probability as a fraction, where it is exact.
  private let exactSmallest: ExactProbability?

  /// The smallest probability that any order of these values could have given.
  public let smallestProbability: Double

  /// The smallest probability that as many values could have given, were none equal.
  public let smallestProbabilityWithoutTies: Double

  /// The direction in which the series tends, whether significant or not.
  public var direction: Direction {
    if statistic > 0 { return .increasing }
    return statistic < 0 ? .decreasing : .level
  }

  /// Whether the test rejects "no trend" at the level, compared without rounding where exact.
  public func isSignificant(at level: ConfidenceLevel) -> Bool {
    exactProbability?.isAtMost(oneIn: level.oneIn) ?? (probability <= level.significance)
  }

  /// Whether any order of these values could have been significant at the level.
  public func canBeSignificant(at level: ConfidenceLevel) -> Bool {
    exactSmallest?.isAtMost(oneIn: level.oneIn) ?? (smallestProbability <= level.significance)
  }

  /// Tests a series, given in any order.
  ///
  /// - Parameter series: The values with their times; a missing year is not in it.
  /// - Returns: The test, or the reason why there is none.
  public static func test(_ series: [TimedValue]) -> Result<MannKendall, StatisticGap> {
    var tests = RecurringMannKendall()
    return tests.test(series)
  }

  init(_ statistic: Int, _ groups: [Int], _ exact: KendallDistribution) {
    let probability = exact.twoSided(statistic)
    let smallest = exact.smallest
    self.init(
      statistic,
      groups,
      exact.pairs,
      probability.value,
      smallest.value,
      exact: (probability, smallest)
    )
  }

  init?(_ statistic: Int, _ groups: [Int], _ normal: KendallNormal) {
    guard let probability = normal.twoSided(statistic),
      let smallest = normal.twoSided(normal.pairs)
    else { return nil }
    self.init(statistic, groups, normal.pairs, probability, smallest)
  }

  private init(
    _ statistic: Int,
    _ groups: [Int],
    _ untiedPairs: Int,
    _ probability: Double,
    _ smallest: Double,
    exact: (probability: ExactProbability, smallest: ExactProbability)? = nil
  ) {
    let points = groups.reduce(0, +)
    let allPairs = Double(points * (points - 1) / 2)
    self.points = points
    self.statistic = statistic
    tauB = Double(statistic) / (allPairs * Double(untiedPairs)).squareRoot()
    tieGroups = groups
    method = exact == nil ? .normalApproximation : .exact
    self.probability = probability
    exactProbability = exact?.probability
    exactSmallest = exact?.smallest
    smallestProbability = smallest
    smallestProbabilityWithoutTies = Self.smallestProbability(untied: points)
  }

  /// S of values in order of time, and whether any two of them are equal.
  static func statistic(_ series: [TimedValue]) -> (statistic: Int, isTied: Bool) {
    var (rising, falling) = (0, 0)
    for index in series.indices {
      let value = series[index].value
      for before in 0..<index {
        // Without a branch: nothing foretells which way a pair goes.
        rising &+= value > series[before].value ? 1 : 0
        falling &+= value < series[before].value ? 1 : 0
      }
    }
    return (rising - falling, rising + falling < series.count * (series.count - 1) / 2)
  }

  /// The sizes of the groups of equal values, largest first.
  static func groups(_ series: [TimedValue]) -> [Int] {
    // Each group is counted at its first value.
    var sizes = Array(repeating: 1, count: series.count)
    for index in series.indices {
      let first = series[..<index].firstIndex { $0.value == series[index].value }
      guard let first else { continue }
      sizes[first] += 1
      sizes[index] = 0
    }
    return sizes.filter { $0 > 0 }.sorted(by: >)
  }

  /// 2/n!: of all orders only the rising and the falling one are extreme.
  private static func smallestProbability(untied count: Int) -> Double {
    (1...count).reduce(2) { $0 / Double($1) }
  }
}
