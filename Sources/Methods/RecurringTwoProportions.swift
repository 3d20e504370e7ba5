/// Fisher's exact test of many pairs of proportions, each different pair worked out once.
///
/// Of thousands of small units few differ in their counts.
public struct RecurringTwoProportions: Sendable {
  private struct Pair: Hashable {
    var first: CountOfTrials
    var second: CountOfTrials
  }

  private var known: [Pair: Result<TestProbability, StatisticGap>] = [:]

  /// Nothing is worked out yet.
  public init() {}

  /// The two-sided probability, as ``TwoProportionsTest/twoSided(_:against:)`` gives it.
  ///
  /// - Parameters:
  ///   - first: Successes and trials of the first.
  ///   - second: Successes and trials of the second.
  /// - Returns: The probability, or the reason why there is none.
  public mutating func twoSided(
    _ first: CountOfTrials,
    against second: CountOfTrials
  ) -> Result<TestProbability, StatisticGap> {
    let pair = Pair(first: first, second: second)
    if let probability = known[pair] { return probability }
    let probability = TwoProportionsTest.twoSided(
      (first.successes, first.trials),
      against: (second.successes, second.trials)
    )
    known[pair] = probability
    return probability
  }
}
