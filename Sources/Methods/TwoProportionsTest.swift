internal import Distributions

/// Fisher's exact test of whether two proportions have one underlying value.
///
/// Given the successes of both together, and were the proportions equal, the first has
/// ```
/// P(k) = C(n₁, k) C(n₂, x₁+x₂−k) / C(n₁+n₂, x₁+x₂)
/// ```
/// successes. The probabilities speak of the first: `atMost` is small where the first proportion is
/// the lower one. All are fractions where the number of arrangements fits 126 binary digits (any
/// 126 trials together), else doubles.
///
/// Edge cases:
/// - whatever gives a proportion no value, a gap.
/// - more than ``largestTotal`` trials together: a gap.
/// - no success at all, or nothing else: every probability is 1 (mid: ½).
/// - likelihoods within 1e-7 of each other (relative) are equal where doubles are used.
/// - probabilities below the smallest double: 0.
///
/// Accuracy: exact as fractions; else see `Documentation/Methods/digits.md`.
///
/// References:
/// - Fisher R. A., Statistical Methods for Research Workers, 5th edition, 1934, section 21.02.
/// - Hirji K. F., Tan S.-J., Elashoff R. M., A quasi-exact test for comparing two binomial
///   proportions, Statistics in Medicine 10 (1991), 1137-1153 (mid probabilities).
public struct TwoProportionsTest: Hashable, Sendable {
  /// The most trials of both together.
  public static let largestTotal = HypergeometricDistribution.largestPopulation

  /// The probabilities of the test, of the first count.
  public let probability: TailProbabilities

  /// The test of two proportions, or the reason for none.
  ///
  /// - Parameters:
  ///   - first: Successes and trials of the first.
  ///   - second: Successes and trials of the second.
  /// - Returns: The test, or the reason why there is none.
  public static func test(
    _ first: (successes: Int, trials: Int),
    against second: (successes: Int, trials: Int)
  ) -> Result<TwoProportionsTest, StatisticGap> {
    work(
      first,
      against: second,
      whole: TailProbabilities.init(weights:seen:),
      rounded: { TailProbabilities($0, seen: $1) }
    ).map { TwoProportionsTest(probability: $0) }
  }

  /// The two-sided probability of the test alone, which takes a part of the work.
  ///
  /// - Parameters:
  ///   - first: Successes and trials of the first.
  ///   - second: Successes and trials of the second.
  /// - Returns: The probability, to the last bit that of the whole test, or the reason for none.
  public static func twoSided(
    _ first: (successes: Int, trials: Int),
    against second: (successes: Int, trials: Int)
  ) -> Result<TestProbability, StatisticGap> {
    work(
      first,
      against: second,
      whole: TailProbabilities.twoSided(weights:seen:),
      rounded: { $0.twoSided(at: $1).map { TestProbability($0) } }
    )
  }

  /// What is asked of the distribution of the first count, as whole numbers of arrangements where
  /// they fit, else in doubles.
  private static func work<Answer>(
    _ first: (successes: Int, trials: Int),
    against second: (successes: Int, trials: Int),
    whole: ([Int128], Int) -> Answer,
    rounded: (HypergeometricDistribution, Int) -> Answer?
  ) -> Result<Answer, StatisticGap> {
    for (successes, trials) in [first, second] {
      guard successes >= 0, trials >= 0 else { return .failure(.negative) }
      guard trials > 0 else { return .failure(.zeroDenominator) }
      guard successes <= trials else { return .failure(.numeratorAboveDenominator) }
      guard trials <= largestTotal else { return .failure(.countTooLarge(limit: largestTotal)) }
    }
    let trials = first.trials + second.trials
    guard trials <= largestTotal else { return .failure(.countTooLarge(limit: largestTotal)) }
    let distribution = HypergeometricDistribution(
      population: trials,
      marked: first.successes + second.successes,
      drawn: first.trials
    )
    guard let distribution else { return .failure(.outOfRange) }
    if let weights = weights(distribution) {
      return .success(whole(weights, first.successes - distribution.counts.lowerBound))
    }
    return rounded(distribution, first.successes).map { .success($0) } ?? .failure(.outOfRange)
  }

  /// The arrangements of each count, or nothing where there are too many.
  private static func weights(_ distribution: HypergeometricDistribution) -> [Int128]? {
    let population = distribution.population
    let (marked, drawn) = (distribution.marked, distribution.drawn)
    // Marked and drawn may be exchanged; the rarer of the four kinds gives the fewest arrangements.
    let exchanged = min(marked, population - marked) < min(drawn, population - drawn)
    let (kind, chosen) = exchanged ? (drawn, marked) : (marked, drawn)
    guard let all = arrangements(population, chosen), all <= Int128.max / 2 else { return nil }
    var weights: [Int128] = []
    weights.reserveCapacity(distribution.counts.count)
    for count in distribution.counts {
      guard
        let some = arrangements(kind, count),
        let others = arrangements(population - kind, chosen - count)
      else { return nil }
      weights.append(some * others)
    }
    return weights
  }

  /// The binomial coefficient, or nothing where it is too large.
  private static func arrangements(_ all: Int, _ chosen: Int) -> Int128? {
    var result: Int128 = 1
    for step in 0..<min(chosen, all - chosen) {
      // Cancelled before multiplying, so that only a result too large is refused.
      let common = gcd(result, Int128(step + 1))
      let (product, overflow) = (result / common)
        .multipliedReportingOverflow(by: Int128(all - step) / (Int128(step + 1) / common))
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  private static func gcd(_ left: Int128, _ right: Int128) -> Int128 {
    var (divisor, rest) = (left, right)
    while rest != 0 {
      (divisor, rest) = (rest, divisor % rest)
    }
    return divisor
  }
}
