internal import Distributions

/// The exact test of a count of events against the number expected.
///
/// With `μ` events expected:
/// ```
/// P(k) = e^(−μ) μ^k / k!
/// atMost = Σ_{k ≤ x} P(k)      atLeast = Σ_{k ≥ x} P(k)      twoSided = Σ { P(k) : P(k) ≤ P(x) }
/// ```
/// The number expected is a rate times the population, without error: a rate that was itself
/// estimated is compared by ``RateRatio``.
///
/// Edge cases:
/// - a negative count or expectation, NaN or infinity: a gap.
/// - more than ``largestCount`` events or expected: a gap.
/// - none expected: every probability is 0 or 1 (mid: or ½).
/// - likelihoods within 1e-7 of each other (relative) are equal; probabilities below the smallest
///   double are 0.
///
/// Accuracy: see `Documentation/Methods/digits.md`.
///
/// References: Garwood F., Biometrika 28 (1936), 437-442; two-sided as in R's poisson.test.
public struct RateTest: Hashable, Sendable {
  /// The most events, seen or expected.
  public static let largestCount = Int(PoissonDistribution.largestMean)

  /// The number of events.
  public let events: Int

  /// The number expected.
  public let expected: Double

  /// The probabilities of the test.
  public let probability: TailProbabilities

  /// The test of a count of events against the number expected, or the reason for none.
  ///
  /// - Parameters:
  ///   - events: The number of events.
  ///   - expected: The number expected.
  /// - Returns: The test, or the reason why there is none.
  public static func test(
    _ events: Int,
    against expected: Double
  ) -> Result<RateTest, StatisticGap> {
    guard expected.isFinite else { return .failure(.notFinite) }
    guard events >= 0, expected >= 0 else { return .failure(.negative) }
    guard events <= largestCount, expected <= Double(largestCount) else {
      return .failure(.countTooLarge(limit: largestCount))
    }
    let probability =
      expected == 0
      ? TailProbabilities.certain(true, events == 0)
      : PoissonDistribution(mean: expected).flatMap { TailProbabilities($0, seen: events) }
    guard let probability else { return .failure(.outOfRange) }
    return .success(RateTest(events: events, expected: expected, probability: probability))
  }
}
