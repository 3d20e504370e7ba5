internal import Distributions

/// The exact test of successes among trials against a target proportion.
///
/// With `p` the target, were it the underlying proportion:
/// ```
/// P(k) = C(n, k) p^k (1−p)^(n−k)
/// atMost = Σ_{k ≤ x} P(k)      atLeast = Σ_{k ≥ x} P(k)      twoSided = Σ { P(k) : P(k) ≤ P(x) }
/// ```
/// A target that is the double nearest to a fraction with at most a million below the line is that
/// fraction: 0.95 is 19/20. Where `(what is below the line)^n` fits 126 binary digits (29 trials for
/// 19/20, 126 for 1/2) all probabilities are fractions, else doubles.
///
/// Edge cases:
/// - no trials, more successes than trials, negative counts, a target that is no proportion: a gap.
/// - more than ``largestTrials`` trials: a gap.
/// - the target 0 or 1: every probability is 0 or 1 (mid: or ½).
/// - likelihoods within 1e-7 of each other (relative) are equal where doubles are used.
/// - probabilities below the smallest double: 0.
///
/// Accuracy: exact as fractions; else see `Documentation/Methods/digits.md`.
///
/// References: Clopper C. J., Pearson E. S., Biometrika 26 (1934), 404-413; two-sided as in R's
/// binom.test and scipy.stats.binomtest.
public struct ProportionTest: Hashable, Sendable {
  /// The most trials accepted.
  public static let largestTrials = BinomialDistribution.largestTrials

  /// The count in the numerator.
  public let successes: Int

  /// The count in the denominator.
  public let trials: Int

  /// The target proportion, as a fraction of one.
  public let target: Double

  /// The probabilities of the test.
  public let probability: TailProbabilities

  /// The test of a count against a target, or the reason for none.
  ///
  /// - Parameters:
  ///   - successes: The count in the numerator.
  ///   - trials: The count in the denominator.
  ///   - target: The target proportion, from 0 to 1.
  /// - Returns: The test, or the reason why there is none.
  public static func test(
    _ successes: Int,
    of trials: Int,
    against target: Double
  ) -> Result<ProportionTest, StatisticGap> {
    guard target.isFinite else { return .failure(.notFinite) }
    guard successes >= 0, trials >= 0, target >= 0 else { return .failure(.negative) }
    guard trials > 0 else { return .failure(.zeroDenominator) }
    guard successes <= trials, target <= 1 else { return .failure(.numeratorAboveDenominator) }
    guard trials <= largestTrials else { return .failure(.countTooLarge(limit: largestTrials)) }
    let fraction = SimpleFraction(target)
    let probability =
      fraction.map { probabilities(successes, of: trials, share: $0) }
      ?? BinomialDistribution(trials: trials, probability: target).flatMap {
        TailProbabilities($0, seen: successes)
      }
    guard let probability else { return .failure(.outOfRange) }
    return .success(
      ProportionTest(
        successes: successes,
        trials: trials,
        target: target,
        probability: probability
      )
    )
  }

  /// The probabilities of a count of successes, each of a probability that is a fraction.
  static func probabilities(
    _ successes: Int,
    of trials: Int,
    share: SimpleFraction
  ) -> TailProbabilities? {
    if share.share == 0 { return .certain(true, successes == 0) }
    if share.share == share.whole { return .certain(successes == trials, true) }
    if let weights = weights(trials, share) {
      return TailProbabilities(weights: weights, seen: successes)
    }
    return BinomialDistribution(trials: trials, share: share.share, of: share.whole).flatMap {
      TailProbabilities($0, seen: successes)
    }
  }

  /// Arrangements of each count out of `whole^trials`, or nothing where that is too many.
  private static func weights(_ trials: Int, _ fraction: SimpleFraction) -> [Int128]? {
    // Half of the range, so that halves of arrangements can be counted too.
    let most = Int128.max / 2
    var all: Int128 = 1
    for _ in 0..<trials {
      guard all <= most / Int128(fraction.whole) else { return nil }
      all *= Int128(fraction.whole)
    }
    let (hit, miss) = (Int128(fraction.share), Int128(fraction.whole - fraction.share))
    var weights: [Int128] = [1]
    for _ in 0..<trials {
      var next = [Int128](repeating: 0, count: weights.count + 1)
      for (count, weight) in weights.enumerated() {
        next[count] += weight * miss
        next[count + 1] += weight * hit
      }
      weights = next
    }
    return weights
  }
}
