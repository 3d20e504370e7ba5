/// The regional Kendall test: one trend common to many units, each compared with itself only.
///
/// ```
/// S = Σ Sᵤ        Sᵤ = Σ sign(yᵤⱼ − yᵤᵢ) over tᵢ < tⱼ
/// ```
/// The probability takes the units as **independent**: each unit's values may stand in any order of
/// its own years. Where the units share good and bad years this is too small; ``adjusted`` and
/// ``permuted`` then let whole years change places (see the page of the method).
///
/// Edge cases:
/// - each unit has its own years and ties; a missing year is left out.
/// - a unit with fewer than 2 values or with all values equal adds 0 and is counted in
///   ``silentUnits``.
/// - no unit, or none with 2 values: a gap; no unit whose values differ: a gap.
/// - NaN, infinities, one time twice in a unit, a unit of more than 1,000 values: a gap.
/// - more than ``mostComparisons`` pairs of values: a gap.
/// - a unit without an exact distribution, or too long a convolution: ``method`` is the normal
///   approximation.
///
/// Accuracy: fractions where the product of all arrangements stays below 2¹²⁵, equal to enumeration
/// for every pair of tie patterns of up to 7 values; beyond, doubles within 1e-13 (relative), and 0
/// for what is below the smallest double.
///
/// References:
/// - Helsel D. R., Frans L. M., Regional Kendall test for trend, Environmental Science and Technology
///   40 (2006), 4066-4073.
/// - Hirsch R. M., Slack J. R., A nonparametric trend test for seasonal data with serial dependence,
///   Water Resources Research 20 (1984), 727-732.
/// - Dietz E. J., Killeen T. J., A nonparametric multivariate test for monotone trend with
///   pharmaceutical applications, Journal of the American Statistical Association 76 (1981), 169-174.
public struct RegionalKendall: Hashable, Sendable {
  /// The normal approximation with the covariances between units.
  public struct Adjusted: Hashable, Sendable {
    /// The variance of the sum: all variances and covariances of the units' S together.
    public let variance: Double

    /// The two-sided probability, with continuity correction.
    public let probability: Double
  }

  /// The most pairs of values that are compared.
  public static let mostComparisons = 100_000_000

  /// The number of units given.
  public let units: Int

  /// How many of the units had nothing to say: fewer than 2 values, or all values equal.
  public let silentUnits: Int

  /// The number of values in all units.
  public let points: Int

  /// The sum of Kendall's S over the units.
  public let statistic: Int

  /// How ``probability`` was found.
  public let method: MannKendall.Method

  /// The two-sided probability for independent units.
  public let probability: Double

  /// The two-sided probability as a fraction, where it fits.
  public let exactProbability: ExactProbability?

  /// The smallest probability that any order of these values could have given.
  public let smallestProbability: Double

  private let shared: SharedYears

  /// The probability with the covariances between units, or why there is none.
  ///
  /// An approximation made for ten years and more; with fewer prefer ``permuted``.
  public var adjusted: Result<Adjusted, StatisticGap> { shared.adjusted }

  /// The share of all orders of whole years with an |S| at least as large, or why there is none.
  ///
  /// Each order is the same for all units; up to nine years are gone through, when asked.
  public var permuted: Result<ExactProbability, StatisticGap> { shared.permuted }

  /// Tests units for a common trend.
  ///
  /// - Parameter units: For each unit its values with their times, in any order.
  /// - Returns: The test, or the reason why there is none.
  public static func test(_ units: [[TimedValue]]) -> Result<RegionalKendall, StatisticGap> {
    SpeakingUnits.among(units).flatMap { speaking in
      guard let chance = chance(of: speaking.statistic, speaking.groups) else {
        return .failure(.noConvergence)
      }
      return .success(
        RegionalKendall(
          units: units.count,
          silentUnits: units.count - speaking.series.count,
          points: units.reduce(0) { $0 + $1.count },
          statistic: speaking.statistic,
          method: chance.method,
          probability: chance.probability,
          exactProbability: chance.exact,
          smallestProbability: chance.smallest,
          shared: SharedYears(speaking)
        )
      )
    }
  }

  private struct Chance {
    let method: MannKendall.Method
    let probability: Double
    let exact: ExactProbability?
    let smallest: Double
  }

  /// The probability for independent units.
  private static func chance(of statistic: Int, _ groups: [[Int]]) -> Chance? {
    if let exact = RegionalDistribution(units: groups) {
      let own = exact.twoSided(statistic)
      let least = exact.twoSided(exact.pairs)
      return Chance(
        method: .exact,
        probability: own.value,
        exact: own.exact,
        smallest: least.value
      )
    }
    let parts = groups.compactMap { KendallNormal(groups: $0) }
    let deviation = parts.reduce(0) { $0 + $1.variance }.squareRoot()
    let pairs = parts.reduce(0) { $0 + $1.pairs }
    guard
      let probability = normal(statistic, deviation: deviation),
      let smallest = normal(pairs, deviation: deviation)
    else { return nil }
    return Chance(
      method: .normalApproximation,
      probability: probability,
      exact: nil,
      smallest: smallest
    )
  }
}
