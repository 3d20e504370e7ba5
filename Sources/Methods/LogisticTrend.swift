internal import Distributions

/// The trend of a proportion as the odds ratio of one unit of time: binomial logistic regression.
///
/// ```
/// ln (πᵢ/(1 − πᵢ)) = a + b tᵢ        odds ratio = eᵇ        limits e^(b ∓ z·se)
/// ```
/// by maximum likelihood, with Wald's limits and probability from the inverse of the information. The
/// over-dispersion, `max(1, Pearson's χ²/(m − 2))`, is reported and not used.
///
/// Edge cases:
/// - rows of one time are added up; a time without trials is left out.
/// - fewer than 3 times, negative counts, more successes than trials, NaN, infinities, more than
///   1,000,000 rows, more than `Int.max` trials in all: a gap.
/// - no success, or nothing else, at any time: a gap.
/// - all successes before, or all after, the first or last failure: a gap, because the likelihood only
///   rises with the slope.
/// - an odds ratio beyond the largest double: a gap.
///
/// Accuracy: the slope and its error within 1e-11 (relative) of 50-digit values.
///
/// References:
/// - McCullagh P., Nelder J. A., Generalized Linear Models, 2nd ed., Chapman and Hall 1989, sections
///   4.3 and 4.4.
/// - Albert A., Anderson J. A., On the existence of maximum likelihood estimates in logistic regression
///   models, Biometrika 71 (1984), 1-10.
public struct LogisticTrend: Hashable, Sendable {
  /// The number of different times with trials.
  public let times: Int

  /// The change of the logarithm of the odds in one unit of time.
  public let slope: Double

  /// The standard error of the slope.
  public let standardError: Double

  /// The factor of the odds in one unit of time.
  public let oddsRatio: Double

  /// Wald's interval of the odds ratio.
  public let interval: Interval

  /// The two-sided probability of a slope at least as far from 0.
  public let probability: Double

  /// The over-dispersion, never below 1; it is not used.
  public let dispersion: Double

  /// Fits the trend of a series, given in any order.
  ///
  /// - Parameters:
  ///   - series: Successes and trials with their times.
  ///   - level: The two-sided confidence level.
  /// - Returns: The trend, or the reason why there is none.
  public static func fit(
    _ series: [TimedTrials],
    level: ConfidenceLevel = .percent95
  ) -> Result<LogisticTrend, StatisticGap> {
    TimedTrials.merged(series, needed: TimedValue.fewestForTrend).flatMap { rows in
      let hits = rows.filter { $0.successes > 0 }
      let misses = rows.filter { $0.successes < $0.trials }
      guard let firstHit = hits.first?.time, let lastHit = hits.last?.time,
        let firstMiss = misses.first?.time, let lastMiss = misses.last?.time
      else { return .failure(.allEqual) }
      // Albert and Anderson: without overlap the estimate is infinite.
      guard firstHit < lastMiss, firstMiss < lastHit else { return .failure(.noFiniteEstimate) }
      guard let span = rows.last.map({ $0.time - (rows.first?.time ?? 0) }), span.isFinite else {
        return .failure(.outOfRange)
      }
      guard let odds = TiltedOdds(rows, span: span).solved() else {
        return .failure(.noConvergence)
      }
      return trend(odds, rows.count, level)
    }
  }

  private static func trend(
    _ odds: TiltedOdds,
    _ times: Int,
    _ level: ConfidenceLevel
  ) -> Result<LogisticTrend, StatisticGap> {
    let slope = odds.slope / odds.span
    let error = (1 / odds.information).squareRoot() / odds.span
    let ratio = odds.pearson / Double(times - 2)
    guard
      let tail = StandardNormal.upperTail(at: abs(slope / error)),
      let z = StandardNormal.quantile(upperTail: level.significance / 2)
    else { return .failure(.outOfRange) }
    let lower = Exponential.value(of: slope - z * error)
    let middle = Exponential.value(of: slope)
    let upper = Exponential.value(of: slope + z * error)
    guard [ratio, error, lower, middle, upper].allSatisfy(\.isFinite) else {
      return .failure(.outOfRange)
    }
    return .success(
      LogisticTrend(
        times: times,
        slope: slope,
        standardError: error,
        oddsRatio: middle,
        interval: Interval(lower: lower, upper: upper, level: level),
        probability: min(1, 2 * tail),
        dispersion: max(1, ratio)
      )
    )
  }
}
