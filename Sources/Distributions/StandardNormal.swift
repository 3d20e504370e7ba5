internal import CGSL

/// The normal distribution with mean 0 and standard deviation 1.
///
/// Edge cases: NaN has no tail; probabilities outside the open interval from 0 to 1 have no
/// quantile; tails below the smallest double are 0.
///
/// Accuracy: tails from -8 to 37 and quantiles of 1e-12 to 0.9 within 1e-15 (relative) of 40-digit
/// values.
///
/// References: Gough B. (ed.), GNU Scientific Library Reference Manual, 2.7, "The Gaussian
/// Distribution".
public enum StandardNormal {
  /// The probability of a value at or below the one given.
  ///
  /// - Parameter value: Any number, also infinite.
  /// - Returns: The probability, or nil for NaN.
  public static func lowerTail(at value: Double) -> Double? {
    upperTail(at: -value)
  }

  /// The probability of a value above the one given.
  ///
  /// - Parameter value: Any number, also infinite.
  /// - Returns: The probability, or nil for NaN.
  public static func upperTail(at value: Double) -> Double? {
    guard !value.isNaN else { return nil }
    if value == .infinity { return 0 }
    if value == -.infinity { return 1 }
    GSL.useQuietErrors()
    let probability = gsl_cdf_ugaussian_Q(value)
    return probability.isNaN ? nil : probability
  }

  /// The value that leaves the given probability above it.
  ///
  /// - Parameter probability: A probability strictly between 0 and 1.
  /// - Returns: The quantile, or nil for a probability outside the domain.
  public static func quantile(upperTail probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    GSL.useQuietErrors()
    let value = gsl_cdf_ugaussian_Qinv(probability)
    return value.isFinite ? value : nil
  }
}
