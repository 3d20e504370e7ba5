internal import Distributions

/// A rate of events per population, with a Poisson confidence interval.
///
/// With `G` the gamma quantile, `z` the normal quantile of the level, `x` events:
/// ```
/// exact  lower = G(α/2; x)                          upper = G(1 − α/2; x + 1)
/// Byar   lower = x (1 − 1/(9x) − z/(3√x))³          upper = (x+1) (1 − 1/(9(x+1)) + z/(3√(x+1)))³
/// ```
/// each divided by the population and multiplied by the scale.
///
/// Edge cases:
/// - no population, a population or scale that is not a positive finite number, a negative count: a
///   gap.
/// - no event: the lower limit is exactly 0 and the upper one is that of the method.
/// - Byar's lower limit below 0, which one event gives at the highest level: 0.
/// - exact above ``largestCount`` events: a gap.
///
/// Accuracy: relative error of both at most 4e-15 against 40-digit values, the exact limits up to
/// 1,000 events; from there to half a million at most 1e-15 against scipy 1.17.1.
///
/// References:
/// - Garwood F., Fiducial limits for the Poisson distribution, Biometrika 28 (1936), 437-442.
/// - Breslow N. E., Day N. E., Statistical Methods in Cancer Research, volume II: The Design and
///   Analysis of Cohort Studies, IARC 1987, chapter 2 (Byar's approximation).
public struct PoissonRate: Hashable, Sendable {
  /// How the interval is made.
  public enum Method: String, CaseIterable, Sendable {
    /// From the Poisson distribution itself, never below its level.
    case exact
    /// Byar's closed formula, close to the exact one from about ten events on.
    case byar
  }

  /// The most events that the exact limits were checked for.
  public static let largestCount = 500_000

  /// The number of events.
  public let events: Int

  /// The population, or the time at risk.
  public let population: Double

  /// How many of the population the rate is for, such as 100,000.
  public let scale: Double

  /// The rate.
  public let value: Double

  /// The interval of the rate.
  public let interval: Interval

  /// How the interval was made.
  public let method: Method

  /// The rate of events in a population with its interval, or the reason for none.
  ///
  /// - Parameters:
  ///   - events: The number of events.
  ///   - population: The population, or the time at risk.
  ///   - scale: How many of the population the rate is for.
  ///   - method: How to make the interval.
  ///   - level: The two-sided confidence level.
  /// - Returns: The rate, or the reason why there is none.
  public static func interval(
    for events: Int,
    in population: Double,
    per scale: Double,
    method: Method = .exact,
    level: ConfidenceLevel = .percent95
  ) -> Result<PoissonRate, StatisticGap> {
    guard population.isFinite, scale.isFinite else { return .failure(.notFinite) }
    guard events >= 0, population >= 0, scale > 0 else { return .failure(.negative) }
    guard population > 0 else { return .failure(.zeroDenominator) }
    let limits: (lower: Double, upper: Double)?
    switch method {
    case .exact:
      guard events <= largestCount else {
        return .failure(.countTooLarge(limit: largestCount))
      }
      limits = exact(events, level)
    case .byar:
      limits = byar(events, level)
    }
    guard let limits else { return .failure(.noConvergence) }
    let rate = { (count: Double) in count / population * scale }
    guard rate(limits.upper).isFinite else { return .failure(.outOfRange) }
    return .success(
      PoissonRate(
        events: events,
        population: population,
        scale: scale,
        value: rate(Double(events)),
        interval: Interval(lower: rate(limits.lower), upper: rate(limits.upper), level: level),
        method: method
      )
    )
  }

  private static func exact(
    _ events: Int,
    _ level: ConfidenceLevel
  ) -> (lower: Double, upper: Double)? {
    let tail = level.significance / 2
    let count = Double(events)
    // Without events the lower limit is known, and a gamma distribution of shape 0 does not exist.
    let lower = events == 0 ? 0 : GammaDistribution(shape: count)?.quantile(lowerTail: tail)
    let upper = GammaDistribution(shape: count + 1)?.quantile(upperTail: tail)
    guard let lower, let upper else { return nil }
    return (lower, upper)
  }

  private static func byar(
    _ events: Int,
    _ level: ConfidenceLevel
  ) -> (lower: Double, upper: Double)? {
    guard let z = StandardNormal.quantile(upperTail: level.significance / 2) else { return nil }
    let count = Double(events)
    // The formula divides by zero without events; the cube of a negative number is no rate.
    let lower = events == 0 ? 0 : max(0, wilsonHilferty(count, -z))
    return (lower, wilsonHilferty(count + 1, z))
  }

  private static func wilsonHilferty(_ count: Double, _ z: Double) -> Double {
    let root = 1 - 1 / (9 * count) + z / (3 * count.squareRoot())
    return count * root * root * root
  }
}
