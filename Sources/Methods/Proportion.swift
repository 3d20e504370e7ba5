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
///
/// Edge cases:
/// - no trials, more successes than trials, negative counts: a gap.
/// - no success: the lower limit is exactly 0; all successes: the upper limit is exactly 1.
/// - Clopper-Pearson above ``largestTrials`` trials: a gap.
///
/// Accuracy: relative error of Wilson at most 2e-15 and of Clopper-Pearson at most 4e-14 up to 1,000
/// trials, against 40-digit values; of Clopper-Pearson at most 4e-11 up to a million trials, against
/// scipy 1.17.1.
///
/// References:
/// - Wilson E. B., Probable inference, the law of succession, and statistical inference, Journal of
///   the American Statistical Association 22 (1927), 209-212.
/// - Clopper C. J., Pearson E. S., The use of confidence or fiducial limits illustrated in the case
///   of the binomial, Biometrika 26 (1934), 404-413.
/// - Newcombe R. G., Two-sided confidence intervals for the single proportion, Statistics in
///   Medicine 17 (1998), 857-872, methods 3 and 5.
public struct Proportion: Hashable, Sendable {
  /// How the interval is made.
  public enum Method: String, CaseIterable, Sendable {
    /// The score interval, close to its level on average.
    case wilson
    /// The exact interval, never below its level.
    case clopperPearson = "clopper-pearson"
  }

  /// The most trials that Clopper-Pearson was checked for.
  public static let largestTrials = 1_000_000

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
    case .clopperPearson:
      guard trials <= largestTrials else {
        return .failure(.countTooLarge(limit: largestTrials))
      }
      limits = clopperPearson(successes, of: trials, level)
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
    let lower =
      successes == 0
      ? 0 : BetaDistribution(alpha: count, beta: rest + 1)?.quantile(lowerTail: tail)
    let upper =
      successes == trials
      ? 1 : BetaDistribution(alpha: count + 1, beta: rest)?.quantile(upperTail: tail)
    guard let lower, let upper else { return nil }
    return (lower, upper)
  }
}
