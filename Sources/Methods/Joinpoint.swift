internal import Distributions

/// Whether the annual percent change of a rate itself changed once: at most one joinpoint.
///
/// Logarithms of rates lie on a line, or on two lines that meet at a year τ of the series:
/// ```
/// ln(cᵢ/nᵢ) = a + b tᵢ + d (tᵢ − τ)⁺        weights cᵢ        APC = 100 (e^slope − 1)
/// BIC(k)  = ln(SSE(k)/n) + (2k + 2) ln(n)/n
/// WBIC(k) = ln(SSE(k)/n) + ((2 + R²)k + 2) ln(n)/n        R² = 1 − SSE(1)/SSE(0)
/// ```
/// Every year with at least two others on either side is tried as τ; the smallest weighted SSE is
/// taken, and the bend where its WBIC is below the straight line's BIC. `R²` is the partial R² of the
/// bend, which for one joinpoint is the share of the straight line's SSE that it takes away.
///
/// The weights are those of Poisson counts by the delta method; a count of 0 is taken as one half.
///
/// Edge cases:
/// - fewer than 7 points: a gap; so few points do not carry a search for a bend.
/// - more than 1,000 points, one time twice: a gap.
/// - a negative count or population, a population of 0, NaN, infinities: a gap.
/// - residuals within the rounding of the logarithms count as that rounding, so that a perfect line
///   has a finite BIC and no bend.
///
/// Accuracy: BIC, WBIC and percent changes within 1e-10 (relative) of 50-digit values.
///
/// References:
/// - Kim H. J., Fay M. P., Feuer E. J., Midthune D. N., Permutation tests for joinpoint regression with
///   applications to cancer rates, Statistics in Medicine 19 (2000), 335-351 (correction 20 (2001), 655).
/// - Kim H. J. and others, Data-driven choice of a model selection method in joinpoint regression,
///   Journal of Applied Statistics 50 (2023), 1992-2013: the weighted BIC.
/// - National Cancer Institute, Joinpoint help, pages "Weighted BIC (WBIC)", "Poisson Variance" and
///   "Minimum Number of Observations Required".
/// - Lerman P. M., Fitting segmented regression models by grid search, Applied Statistics 29 (1980),
///   77-84.
public struct Joinpoint: Hashable, Sendable {
  /// A stretch of years with one annual percent change.
  public struct Segment: Hashable, Sendable {
    /// The first time of the stretch.
    public let first: Double

    /// The last time of the stretch; a joinpoint ends one and begins the next.
    public let last: Double

    /// The annual percent change.
    public let annualPercentChange: Double
  }

  /// One of the two models.
  public struct Model: Hashable, Sendable {
    /// The year at which the lines meet; nil for one line.
    public let joinpoint: Double?

    /// The weighted sum of squared residuals.
    public let squaredError: Double

    /// Schwarz's criterion with the usual penalty.
    public let bic: Double

    /// The weighted criterion by which the models are compared.
    public let weightedBIC: Double

    /// The stretches in order of time.
    public let segments: [Segment]
  }

  /// The fewest points with which a joinpoint is sought.
  public static let fewestPoints = 7

  /// The number of points.
  public let points: Int

  /// The model of one line.
  public let straight: Model

  /// The best model of two lines.
  public let bent: Model

  /// The share of the straight line's squared error that the bend takes away.
  public let partialRSquared: Double

  /// How many counts of 0 were taken as one half.
  public let zeroCounts: Int

  /// The model with the smaller weighted BIC; the straight one where they are equal.
  public var chosen: Model { bent.weightedBIC < straight.weightedBIC ? bent : straight }

  /// Seeks at most one joinpoint in a series, given in any order.
  ///
  /// - Parameter series: The counts with their populations and times.
  /// - Returns: Both models, or the reason why there are none.
  public static func find(in series: [TimedCount]) -> Result<Joinpoint, StatisticGap> {
    if let gap = TimedCount.gap(in: series) { return .failure(gap) }
    guard series.count >= fewestPoints else {
      return .failure(.tooFewPoints(needed: fewestPoints, had: series.count))
    }
    guard series.count <= TimedValue.mostForTrend else {
      return .failure(.tooManyPoints(limit: TimedValue.mostForTrend, had: series.count))
    }
    let rows = series.sorted { $0.time < $1.time }
    guard zip(rows, rows.dropFirst()).allSatisfy({ $0.time < $1.time }) else {
      return .failure(.duplicateTime)
    }
    guard let lines = BentLine(rows), let straight = lines.fit(bend: nil) else {
      return .failure(.outOfRange)
    }
    // At least two points on either side, the joinpoint itself left out.
    let bends = (2..<(rows.count - 2)).compactMap { lines.fit(bend: $0) }
    guard let bent = bends.min(by: { $0.squaredError < $1.squaredError }) else {
      return .failure(.noConvergence)
    }
    let share = max(0, min(1, 1 - bent.squaredError / straight.squaredError))
    let zeros = rows.count { $0.count == 0 }
    let models = [straight, bent].map { model(lines, $0, share) }
    guard models.allSatisfy({ $0.segments.allSatisfy(\.annualPercentChange.isFinite) }) else {
      return .failure(.outOfRange)
    }
    return .success(
      Joinpoint(
        points: rows.count,
        straight: models[0],
        bent: models[1],
        partialRSquared: share,
        zeroCounts: zeros
      )
    )
  }

  private static func model(_ lines: BentLine, _ fit: BentLine.Fit, _ share: Double) -> Model {
    let count = Double(lines.times.count)
    let unit = Exponential.logarithm(of: count) / count
    let error = Exponential.logarithm(of: fit.squaredError / count)
    let first = lines.times.first ?? 0
    let last = lines.times.last ?? 0
    let change = Exponential.percentChange(fit.slope)
    guard let bend = fit.bend else {
      let segment = Segment(first: first, last: last, annualPercentChange: change)
      let bic = error + 2 * unit
      return Model(
        joinpoint: nil,
        squaredError: fit.squaredError,
        bic: bic,
        weightedBIC: bic,
        segments: [segment]
      )
    }
    let year = lines.times[bend]
    let later = Exponential.percentChange(fit.slope + fit.turn)
    return Model(
      joinpoint: year,
      squaredError: fit.squaredError,
      bic: error + 4 * unit,
      weightedBIC: error + (4 + share) * unit,
      segments: [
        Segment(first: first, last: year, annualPercentChange: change),
        Segment(first: year, last: last, annualPercentChange: later),
      ]
    )
  }
}
