internal import Distributions

/// The annual percent change of a rate: a Poisson log-linear trend with the population as offset.
///
/// ```
/// ln E(yᵢ) = ln nᵢ + a + b tᵢ        APC = 100 (eᵇ − 1)        limits 100 (e^(b ∓ q·se·√φ) − 1)
/// φ = max(1, Σ (yᵢ − μᵢ)²/μᵢ / (m − 2))        over m counts
/// ```
/// Given the sum of the counts they are multinomial, and `b` is the root of one increasing function,
/// `Σ yᵢ (tᵢ − Σ tⱼpⱼ)` with `pⱼ ∝ nⱼ e^(b tⱼ)`; its standard error is `1/√(Y · var_p t)`. These are
/// the estimate and error of the usual fit with an intercept.
///
/// Where the counts scatter no more than chance (φ = 1) the variance is known and `q` is normal; where
/// they scatter more, the variance is estimated and `q` has Student's distribution with `m − 2`
/// degrees of freedom. φ below 1 is never used: it would take luck for precision.
///
/// Edge cases:
/// - fewer than 3 different times, more than 1,000,000 counts: a gap.
/// - a negative count or population, NaN, infinities, a population of 0: a gap.
/// - no case at all: a gap; cases at the first or at the last time only: a gap, the change would be
///   infinite.
/// - a change beyond the largest double: a gap.
///
/// Accuracy: the slope within 1e-12 (relative) of 50-digit values, the limits within 1e-11.
///
/// References:
/// - McCullagh P., Nelder J. A., Generalized Linear Models, 2nd ed., Chapman and Hall 1989, sections
///   6.2 and 6.4 and equation (4.23) for the dispersion.
/// - Breslow N. E., Extra-Poisson variation in log-linear models, Applied Statistics 33 (1984), 38-44.
public struct PoissonTrend: Hashable, Sendable {
  /// The number of counts.
  public let points: Int

  /// The change of the logarithm of the rate in one unit of time.
  public let slope: Double

  /// The standard error of the slope, over-dispersion included.
  public let standardError: Double

  /// The annual percent change: 2 is a rise by two in a hundred a year.
  public let annualPercentChange: Double

  /// The interval of the annual percent change.
  public let interval: Interval

  /// The over-dispersion that was used, never below 1.
  public let dispersion: Double

  /// Pearson's χ² over its degrees of freedom, as it came out.
  public let pearsonRatio: Double

  /// The two-sided probability of a slope at least as far from 0.
  public let probability: Double

  /// Fits the trend of a series, given in any order.
  ///
  /// - Parameters:
  ///   - series: The counts with their populations and times.
  ///   - level: The two-sided confidence level.
  /// - Returns: The trend, or the reason why there is none.
  public static func fit(
    _ series: [TimedCount],
    level: ConfidenceLevel = .percent95
  ) -> Result<PoissonTrend, StatisticGap> {
    if let gap = TimedCount.gap(in: series) { return .failure(gap) }
    // In a fixed order, so that the order of the input cannot move the last digit.
    let rows = series.sorted {
      ($0.time, $0.count, $0.population) < ($1.time, $1.count, $1.population)
    }
    let times = zip(rows, rows.dropFirst()).reduce(rows.isEmpty ? 0 : 1) {
      $1.0.time < $1.1.time ? $0 + 1 : $0
    }
    guard times >= TimedValue.fewestForTrend else {
      return .failure(.tooFewPoints(needed: TimedValue.fewestForTrend, had: times))
    }
    guard let first = rows.first?.time, let last = rows.last?.time, (last - first).isFinite else {
      return .failure(.outOfRange)
    }
    let cases = rows.filter { $0.count > 0 }
    guard let early = cases.first?.time, let late = cases.last?.time else {
      return .failure(.allEqual)
    }
    guard late > first, early < last else { return .failure(.noFiniteEstimate) }
    guard let tilted = TiltedTimes(rows, first: first, span: last - first)?.solved() else {
      return .failure(.noConvergence)
    }
    return trend(tilted, rows.count, level)
  }

  private static func trend(
    _ tilted: TiltedTimes,
    _ points: Int,
    _ level: ConfidenceLevel
  ) -> Result<PoissonTrend, StatisticGap> {
    let ratio = tilted.pearson / Double(points - 2)
    let dispersion = max(1, ratio)
    let slope = tilted.slope / tilted.span
    let error = (dispersion / tilted.information).squareRoot() / tilted.span
    let student = StudentTDistribution(degreesOfFreedom: Double(points - 2))
    let z = slope / error
    let probability: Double?
    let quantile: Double?
    if ratio > 1 {
      probability = student?.twoSided(at: z)
      quantile = student?.quantile(twoSided: level.significance)
    } else {
      probability = StandardNormal.upperTail(at: abs(z)).map { min(1, 2 * $0) }
      quantile = StandardNormal.quantile(upperTail: level.significance / 2)
    }
    guard let probability, let quantile else { return .failure(.noConvergence) }
    let change = Exponential.percentChange(slope)
    let lower = Exponential.percentChange(slope - quantile * error)
    let upper = Exponential.percentChange(slope + quantile * error)
    guard [ratio, error, change, lower, upper].allSatisfy(\.isFinite) else {
      return .failure(.outOfRange)
    }
    return .success(
      PoissonTrend(
        points: points,
        slope: slope,
        standardError: error,
        annualPercentChange: change,
        interval: Interval(lower: lower, upper: upper, level: level),
        dispersion: dispersion,
        pearsonRatio: ratio,
        probability: probability
      )
    )
  }
}
