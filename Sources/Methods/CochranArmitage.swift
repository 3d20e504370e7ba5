internal import Distributions

/// The Cochran-Armitage test for a trend in proportions over ordered times.
///
/// With `xᵢ` successes among `nᵢ` trials at time `tᵢ`, `X` among `N` in all, and `p = X/N`:
/// ```
/// z = Σ tᵢ (xᵢ − nᵢp) / √(p (1 − p) Σ nᵢ (tᵢ − t̄)²)        t̄ = Σ nᵢtᵢ / N        χ² = z²
/// ```
/// without continuity correction. The exact probability is that of a sum `T = Σ tᵢxᵢ` at least as
/// far from its expectation, given `X`, when each choice of `X` of the `N` trials is equally likely.
///
/// Edge cases:
/// - real times are the scores; rows of one time are added up; a time without trials is left out.
/// - fewer than 2 times, negative counts, more successes than trials, NaN, infinities: a gap.
/// - no success, or nothing else, at any time: a gap.
/// - more than 1,000,000 rows, more than `Int.max` trials in all: a gap.
/// - more than ``mostProducts`` steps for the exact probability, or times on no common grid: only
///   ``exactProbability`` is a gap.
///
/// Accuracy: the exact probability is a fraction where the choices stay below 2¹²⁵, equal to
/// enumeration; beyond, within 1e-12 (relative). The statistic is within 4e-15 (relative) where its
/// sums are whole numbers of 128 bits, as those of years and counts are.
///
/// References:
/// - Cochran W. G., Some methods for strengthening the common χ² tests, Biometrics 10 (1954),
///   417-451, section 6.3.
/// - Armitage P., Tests for linear trends in proportions and frequencies, Biometrics 11 (1955),
///   375-386.
/// - Agresti A., Categorical Data Analysis, 2nd ed., Wiley 2002, sections 3.4.3 and 5.3.5.
public struct CochranArmitage: Hashable, Sendable {
  /// About how many products the exact probability may take.
  public static let mostProducts = 100_000_000.0

  /// The number of different times with trials.
  public let times: Int

  /// The successes of all times.
  public let successes: Int

  /// The trials of all times.
  public let trials: Int

  /// The normal deviate; above 0 where the proportion rises.
  public let z: Double

  /// The square of ``z``, chi-squared with one degree of freedom.
  public let chiSquare: Double

  /// The two-sided asymptotic probability.
  public let probability: Double

  /// The two-sided exact probability, or why there is none.
  public let exactProbability: Result<Double, StatisticGap>

  /// The two-sided exact probability as a fraction, where it fits.
  public let exactFraction: ExactProbability?

  /// Tests a series of proportions, given in any order.
  ///
  /// - Parameter series: Successes and trials with their times.
  /// - Returns: The test, or the reason why there is none.
  public static func test(_ series: [TimedTrials]) -> Result<CochranArmitage, StatisticGap> {
    TimedTrials.merged(series, needed: 2).flatMap { rows in
      let successes = rows.reduce(0) { $0 + $1.successes }
      let trials = rows.reduce(0) { $0 + $1.trials }
      guard successes > 0, successes < trials else { return .failure(.allEqual) }
      let scores = WholeScores(rows.map(\.time))
      guard
        let z = scores.flatMap({ deviate(rows, $0.values, successes, trials) })
          ?? deviate(rows, successes, trials),
        let tail = StandardNormal.upperTail(at: abs(z))
      else { return .failure(.outOfRange) }
      let exact = scores.flatMap { TrendArrangements(rows, $0.values)?.twoSided }
      return .success(
        CochranArmitage(
          times: rows.count,
          successes: successes,
          trials: trials,
          z: z,
          chiSquare: z * z,
          probability: min(1, 2 * tail),
          exactProbability: exact.map { .success($0.value) } ?? .failure(.tooMuchWork),
          exactFraction: exact?.fraction
        )
      )
    }
  }

  /// The deviate from sums of whole numbers, or nil where these overflow.
  private static func deviate(
    _ rows: [TimedTrials],
    _ scores: [Int],
    _ successes: Int,
    _ trials: Int
  ) -> Double? {
    // z = (NΣtx − XΣtn) √N / √(X (N − X) (NΣt²n − (Σtn)²)), all whole but the roots.
    let (all, hits) = (Int128(trials), Int128(successes))
    var overTrials = WholeSum()
    var overSuccesses = WholeSum()
    var squares = WholeSum()
    for (row, score) in zip(rows, scores) {
      let score = Int128(score)
      overTrials.add(score, Int128(row.trials))
      overSuccesses.add(score, Int128(row.successes))
      squares.add(score * score, Int128(row.trials))
    }
    guard let timesTrials = overTrials.value, let timesHits = overSuccesses.value,
      let timesSquared = squares.value
    else { return nil }
    var top = WholeSum()
    top.add(all, timesHits)
    top.add(-hits, timesTrials)
    var spread = WholeSum()
    spread.add(all, timesSquared)
    spread.add(-timesTrials, timesTrials)
    guard let top = top.value, let spread = spread.value else { return nil }
    let share = Double(trials) / (Double(successes) * Double(trials - successes))
    return Double(top) * (share / Double(spread)).squareRoot()
  }

  /// The deviate in doubles, with times taken from their weighted mean.
  private static func deviate(
    _ rows: [TimedTrials],
    _ successes: Int,
    _ trials: Int
  ) -> Double? {
    let first = rows.first?.time ?? 0
    let span = (rows.last?.time ?? 0) - first
    guard span.isFinite, span > 0 else { return nil }
    let times = rows.map { ($0.time - first) / span }
    let total = Double(trials)
    let mean = zip(rows, times).reduce(0) { $0 + Double($1.0.trials) / total * $1.1 }
    var top = 0.0
    var spread = 0.0
    for (row, time) in zip(rows, times) {
      // N·x − n·X is whole and below 2¹²⁶: only the last step rounds.
      let excess =
        Int128(trials) * Int128(row.successes) - Int128(row.trials) * Int128(successes)
      top += (time - mean) * (Double(excess) / total)
      spread += Double(row.trials) * (time - mean) * (time - mean)
    }
    let share = Double(successes) / total * (Double(trials - successes) / total)
    let z = top / (share * spread).squareRoot()
    return z.isFinite ? z : nil
  }
}

/// A sum of products of whole numbers that ends up nil when it overflows.
private struct WholeSum {
  private(set) var value: Int128? = 0

  mutating func add(_ one: Int128, _ other: Int128) {
    let (product, tooLarge) = one.multipliedReportingOverflow(by: other)
    guard let sum = value?.addingReportingOverflow(product), !tooLarge, !sum.overflow else {
      value = nil
      return
    }
    value = sum.partialValue
  }
}
