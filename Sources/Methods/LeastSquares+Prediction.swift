internal import Distributions

extension LeastSquares {
  /// What a fit says of a new observation.
  public struct Prediction: Hashable, Sendable {
    /// The fitted value.
    public let value: Double

    /// The standard error of the fitted value.
    public let fitStandardError: Double

    /// The standard error of a new observation about the fitted value.
    public let standardError: Double

    /// Where the fitted value lies: the confidence interval.
    public let fitInterval: Interval

    /// Where a new observation lies: the prediction interval.
    public let interval: Interval
  }

  /// The fitted value at new values of the predictors.
  ///
  /// - Parameter predictors: The values, as many as there are predictors; one for a polynomial.
  /// - Returns: The value, or the reason why there is none.
  public func fitted(at predictors: [Double]) -> Result<Double, StatisticGap> {
    guard predictors.allSatisfy(\.isFinite) else { return .failure(.notFinite) }
    guard let basis = design.basis(at: predictors) else { return .failure(.lengthsDiffer) }
    let value = design.responseScale.restored(solution.fitted(at: basis).high)
    return value.isFinite ? .success(value) : .failure(.outOfRange)
  }

  /// The fitted value at new values of the predictors, with a prediction interval by Student's t.
  ///
  /// ```
  /// value ± t(1 − α/2; n − p) s √(1/w + x (Xᵀ W X)⁻¹ xᵀ)
  /// ```
  ///
  /// - Parameters:
  ///   - predictors: The values, as many as there are predictors; one for a polynomial.
  ///   - level: The two-sided level.
  ///   - weight: The weight of the new observation, in the unit of the fit's weights.
  /// - Returns: The prediction, or the reason why there is none.
  public func prediction(
    at predictors: [Double],
    level: ConfidenceLevel = .percent95,
    weight: Double = 1
  ) -> Result<Prediction, StatisticGap> {
    guard weight.isFinite else { return .failure(.notFinite) }
    guard weight > 0 else { return .failure(.negative) }
    return fitted(at: predictors).flatMap { value in
      Self.spread(design, solution).flatMap { spread in
        guard let basis = design.basis(at: predictors) else { return .failure(.lengthsDiffer) }
        guard let quantile = quantile(level) else { return .failure(.noConvergence) }
        let share = max(0, solution.variance(at: basis, hasIntercept: hasIntercept).high)
        let own = 1 / weight * design.weightScale.restored(1)
        let scale = design.responseScale
        let fitError = scale.restored(spread * share.squareRoot())
        let error = scale.restored(spread * (share + own).squareRoot())
        let fit = Self.interval(value, fitError * quantile, level)
        let observation = Self.interval(value, error * quantile, level)
        guard let fit, let observation else { return .failure(.outOfRange) }
        return .success(
          Prediction(
            value: value,
            fitStandardError: fitError,
            standardError: error,
            fitInterval: fit,
            interval: observation
          )
        )
      }
    }
  }

  /// The confidence intervals of the coefficients by Student's t, in their order.
  ///
  /// - Parameter level: The two-sided level.
  /// - Returns: The intervals, or the reason why there are none.
  public func coefficientIntervals(
    level: ConfidenceLevel = .percent95
  ) -> Result<[Interval], StatisticGap> {
    standardErrors.flatMap { errors in
      guard let quantile = quantile(level) else { return .failure(.noConvergence) }
      var intervals: [Interval] = []
      for (value, error) in zip(coefficients, errors) {
        guard let interval = Self.interval(value, error * quantile, level) else {
          return .failure(.outOfRange)
        }
        intervals.append(interval)
      }
      return .success(intervals)
    }
  }

  private func quantile(_ level: ConfidenceLevel) -> Double? {
    StudentTDistribution(degreesOfFreedom: Double(degreesOfFreedom))?
      .quantile(upperTail: level.significance / 2)
  }

  private static func interval(
    _ value: Double,
    _ reach: Double,
    _ level: ConfidenceLevel
  ) -> Interval? {
    let (lower, upper) = (value - reach, value + reach)
    guard lower.isFinite, upper.isFinite else { return nil }
    return Interval(lower: lower, upper: upper, level: level)
  }
}
