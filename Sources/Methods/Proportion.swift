internal import Distributions

/// A proportion of successes among trials, with a confidence interval.
///
/// Wilson, with `z` the normal quantile of the level:
/// ```
/// lower, upper = (2x + z² ∓ z √(z² + 4x(1 − x/n))) / (2(n + z²))
/// ```
/// Clopper-Pearson, with `B` the beta quantile and `α` the significance:
/// ```
/// lower = B(α/2; x, n − x + 1)      upper = B(1 − α/2; x + 1, n − x)
/// ```
/// Jeffreys, the equal-tailed interval of the posterior for the prior `Beta(½, ½)`:
/// ```
/// lower = B(α/2; x + ½, n − x + ½)  upper = B(1 − α/2; x + ½, n − x + ½)
/// ```
/// save that the lower limit is 0 at `x = 0` and the upper one 1 at `x = n`.
///
/// Edge cases:
/// - no trials, more successes than trials, negative counts: a gap.
/// - no success: the lower limit is exactly 0; all successes: the upper limit is exactly 1.
/// - Clopper-Pearson and Jeffreys above ``largestTrials`` trials: a gap.
///
/// Accuracy: relative error of Wilson at most 2e-15 and of the others at most 4e-14 up to 1,000
/// trials, against values of 40 and more digits; see `Documentation/Methods/digits.md`.
///
/// References:
/// - Wilson E. B., Probable inference, the law of succession, and statistical inference, Journal of
///   the American Statistical Association 22 (1927), 209-212.
/// - Clopper C. J., Pearson E. S., The use of confidence or fiducial limits illustrated in the case
///   of the binomial, Biometrika 26 (1934), 404-413.
/// - Newcombe R. G., Two-sided confidence intervals for the single proportion, Statistics in
///   Medicine 17 (1998), 857-872, methods 3 and 5.
/// - Brown L. D., Cai T. T., DasGupta A., Interval estimation for a binomial proportion, Statistical
///   Science 16 (2001), 101-133, section 3.1.2 (Jeffreys, with the limits at 0 and n).
public struct Proportion: Hashable, Sendable {
  /// How the interval is made.
  public enum Method: String, CaseIterable, Sendable {
    /// The score interval, close to its level on average.
    case wilson
    /// The exact interval, never below its level.
    case clopperPearson = "clopper-pearson"
    /// The Bayesian interval of the prior without information, close to its level on average and
    /// shorter than the score interval near 0 and 1.
    case jeffreys
  }

  /// The most trials that Clopper-Pearson and Jeffreys were checked for.
  public static let largestTrials = 10_000_000

  /// The count in the numerator.
  public let successes: Int

  /// The count in the denominator.
  public let trials: Int

  /// The proportion, as a fraction of one.
  public let value: Double

  /// The confidence interval.
  public let interval: Interval

  /// How the interval was made.
  public let method: Method

  /// The proportion of successes with its interval, or the reason for none.
  ///
  /// - Parameters:
  ///   - successes: The count in the numerator.
  ///   - trials: The count in the denominator.
  ///   - method: How to make the interval.
  ///   - level: The two-sided confidence level.
  /// - Returns: The proportion, or the reason why it has none.
  public static func interval(
    for successes: Int,
    in trials: Int,
    method: Method = .wilson,
    level: ConfidenceLevel = .percent95
  ) -> Result<Proportion, StatisticGap> {
    guard successes >= 0, trials >= 0 else { return .failure(.negative) }
    guard trials > 0 else { return .failure(.zeroDenominator) }
    guard successes <= trials else { return .failure(.numeratorAboveDenominator) }
    let limits: (lower: Double, upper: Double)?
    switch method {
    case .wilson:
      limits = wilson(successes, of: trials, level)
    case .clopperPearson, .jeffreys:
      guard trials <= largestTrials else {
        return .failure(.countTooLarge(limit: largestTrials))
      }
      limits =
        method == .jeffreys
        ? jeffreys(successes, of: trials, level) : clopperPearson(successes, of: trials, level)
    }
    guard let limits else { return .failure(.noConvergence) }
    return .success(
      Proportion(
        successes: successes,
        trials: trials,
        value: Double(successes) / Double(trials),
        interval: Interval(lower: limits.lower, upper: limits.upper, level: level),
        method: method
      )
    )
  }

  private static func wilson(
    _ successes: Int,
    of trials: Int,
    _ level: ConfidenceLevel
  ) -> (lower: Double, upper: Double)? {
    guard
      let z = StandardNormal.quantile(upperTail: level.significance / 2),
      let upper = wilsonUpper(successes, of: trials, z: z),
      let complement = wilsonUpper(trials - successes, of: trials, z: z)
    else { return nil }
    // The lower limit as printed subtracts two near numbers when successes are few. The two limits
    // are the roots of one quadratic with product x²/(n(n + z²)), which gives it without loss;
    // near 1 the complement does.
    let count = Double(successes)
    let total = Double(trials)
    if successes == 0 { return (0, upper) }
    if 2 * count > total { return (1 - complement, upper) }
    return (count / total * (count / (total + z * z)) / upper, upper)
  }

  private static func wilsonUpper(_ successes: Int, of trials: Int, z: Double) -> Double? {
    if successes == trials { return 1 }
    let count = Double(successes)
    let total = Double(trials)
    let spread = z * (z * z + 4 * count * (Double(trials - successes) / total)).squareRoot()
    return min(1, (2 * count + z * z + spread) / (2 * (total + z * z)))
  }

  private static func clopperPearson(
    _ successes: Int,
    of trials: Int,
    _ level: ConfidenceLevel
  ) -> (lower: Double, upper: Double)? {
    let tail = level.significance / 2
    let count = Double(successes)
    let rest = Double(trials - successes)
    // At the ends a shape is zero and the limit is known; the distribution is not asked.
    let lower = successes == 0 ? 0 : betaQuantile(count, rest + 1, lowerTail: tail)
    let upper = successes == trials ? 1 : betaQuantile(count + 1, rest, upperTail: tail)
    guard let lower, let upper else { return nil }
    return (lower, upper)
  }

  private static func jeffreys(
    _ successes: Int,
    of trials: Int,
    _ level: ConfidenceLevel
  ) -> (lower: Double, upper: Double)? {
    let tail = level.significance / 2
    let hits = Double(successes) + 0.5
    let misses = Double(trials - successes) + 0.5
    let lower = successes == 0 ? 0 : betaQuantile(hits, misses, lowerTail: tail)
    let upper = successes == trials ? 1 : betaQuantile(hits, misses, upperTail: tail)
    guard let lower, let upper else { return nil }
    return (lower, upper)
  }

  // A beta quantile is a ratio of an F quantile, whose tails keep their digits for any shape.
  private static func betaQuantile(_ a: Double, _ b: Double, lowerTail tail: Double) -> Double? {
    FDistribution(numeratorDegreesOfFreedom: 2 * a, denominatorDegreesOfFreedom: 2 * b)?
      .quantile(lowerTail: tail).map { a * $0 / (b + a * $0) }
  }

  private static func betaQuantile(_ a: Double, _ b: Double, upperTail tail: Double) -> Double? {
    FDistribution(numeratorDegreesOfFreedom: 2 * a, denominatorDegreesOfFreedom: 2 * b)?
      .quantile(upperTail: tail).map { a * $0 / (b + a * $0) }
  }
}
