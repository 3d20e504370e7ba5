internal import Distributions

/// Whether one year's count fits the counts of the same unit's other years.
///
/// With `x` events in the year, `T` in all years together, `E` the exposure of the year and `ΣE`
/// that of all years, equal rates make the year's count, given the total,
/// ```
/// X | T ~ Binomial(T, E / ΣE)            p = Σ { P(k) : P(k) ≤ P(x) }
/// ```
/// Nothing is estimated, so that the probability is exact for two years and for twenty, and for
/// counts of 0 and 1. A z-score of a year among n has no such use: at n = 5 it cannot pass 1.79.
///
/// Edge cases:
/// - no other year, or other exposures than years: a gap.
/// - a negative count, an exposure that is not a positive finite number: a gap.
/// - more than ``largestTotal`` events together: a gap.
/// - no event in any year: the probability is 1.
///
/// Accuracy: relative error at most 1e-11 against scipy 1.17.1.
///
/// References:
/// - Przyborowski J., Wilenski H., Homogeneity of results in testing samples from Poisson series,
///   Biometrika 31 (1940), 313-323 (the conditional binomial).
/// - Clopper C. J., Pearson E. S., Biometrika 26 (1934), 404-413; two-sided as in
///   scipy.stats.binomtest.
public struct LeaveOneOut: Hashable, Sendable {
  /// The most events of all years together that it was checked for.
  public static let largestTotal = BinomialDistribution.largestTrials

  /// The year's count.
  public let count: Int

  /// The count of all years together.
  public let total: Int

  /// The count that equal rates would give the year, of this total.
  public let expected: Double

  /// The two-sided exact probability of a count so unlikely or less likely.
  public let probability: Double

  /// Compares a year with the others, or tells why it cannot be done.
  ///
  /// - Parameters:
  ///   - count: The year's count.
  ///   - others: The counts of the other years.
  ///   - exposure: What the year's count is out of, in any unit.
  ///   - otherExposures: The same for the other years; nil where all years have the same.
  /// - Returns: The comparison, or the reason why there is none.
  public static func comparison(
    of count: Int,
    with others: [Int],
    exposure: Double = 1,
    otherExposures: [Double]? = nil
  ) -> Result<LeaveOneOut, StatisticGap> {
    let exposures = otherExposures ?? others.map { _ in exposure }
    guard !others.isEmpty, exposures.count == others.count else {
      return .failure(.tooFewPoints(needed: 1, had: min(others.count, exposures.count)))
    }
    guard count >= 0, others.allSatisfy({ $0 >= 0 }) else { return .failure(.negative) }
    guard exposure.isFinite, exposures.allSatisfy(\.isFinite) else { return .failure(.notFinite) }
    guard exposure > 0, exposures.allSatisfy({ $0 > 0 }) else { return .failure(.zeroDenominator) }
    var total = count
    for other in others {
      let sum = total.addingReportingOverflow(other)
      guard !sum.overflow, sum.partialValue <= largestTotal else {
        return .failure(.countTooLarge(limit: largestTotal))
      }
      total = sum.partialValue
    }
    guard total <= largestTotal else { return .failure(.countTooLarge(limit: largestTotal)) }
    let whole = exposures.reduce(exposure, +)
    guard whole.isFinite else { return .failure(.outOfRange) }
    let share = exposure / whole
    guard total > 0 else {
      return .success(LeaveOneOut(count: 0, total: 0, expected: 0, probability: 1))
    }
    guard
      let probability = BinomialDistribution(trials: total, probability: share)?
        .twoSided(at: count)
    else { return .failure(.outOfRange) }
    return .success(
      LeaveOneOut(
        count: count,
        total: total,
        expected: Double(total) * share,
        probability: probability
      )
    )
  }
}
