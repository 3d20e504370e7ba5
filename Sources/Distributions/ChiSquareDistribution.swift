/// The chi-square distribution, with any positive number of degrees of freedom.
///
/// Edge cases: degrees of freedom outside ``acceptedDegreesOfFreedom``, as 0 and infinity, give
/// no distribution (0 of them is the certainty of 0, which is none either); NaN has no tail;
/// probabilities outside the open interval from 0 to 1 have no quantile.
///
/// Accuracy: tails down to 1e-300 within 5e-13 (relative) of 40-digit values for 0.5 to 10⁹
/// degrees of freedom, quantiles within 1e-14; the tests hold the bounds.
///
/// References: Abramowitz M., Stegun I. A., Handbook of Mathematical Functions, 1964, 26.4.19
/// (the tail as an incomplete gamma function).
public struct ChiSquareDistribution: Sendable, Hashable {
  /// The degrees of freedom accepted.
  public static let acceptedDegreesOfFreedom = 0.1...1e9

  /// The degrees of freedom.
  public let degreesOfFreedom: Double

  /// Creates the distribution, or nothing when the degrees of freedom are outside the domain.
  ///
  /// - Parameter degreesOfFreedom: A positive number, whole or not.
  public init?(degreesOfFreedom: Double) {
    guard Self.acceptedDegreesOfFreedom.contains(degreesOfFreedom) else { return nil }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value at or below the one given.
  ///
  /// - Parameter value: Any number; nothing is below 0.
  /// - Returns: The probability, or nil for NaN.
  public func lowerTail(at value: Double) -> Double? {
    guard !value.isNaN else { return nil }
    if value <= 0 { return 0 }
    if value == .infinity { return 1 }
    return GammaTails(shape: degreesOfFreedom / 2, at: value / 2)?.lower
  }

  /// The probability of a value above the one given.
  ///
  /// - Parameter value: Any number; nothing is below 0.
  /// - Returns: The probability, or nil for NaN.
  public func upperTail(at value: Double) -> Double? {
    guard !value.isNaN else { return nil }
    if value <= 0 { return 1 }
    if value == .infinity { return 0 }
    return GammaTails(shape: degreesOfFreedom / 2, at: value / 2)?.upper
  }

  /// The value that leaves the given probability below it.
  ///
  /// - Parameter probability: A probability strictly between 0 and 1.
  /// - Returns: The quantile, or nil for a probability outside the domain.
  public func quantile(lowerTail probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    return positiveCrossing { value in lowerTail(at: value).map { $0 < probability } }
  }

  /// The value that leaves the given probability above it.
  ///
  /// - Parameter probability: A probability strictly between 0 and 1.
  /// - Returns: The quantile, or nil for a probability outside the domain.
  public func quantile(upperTail probability: Double) -> Double? {
    guard probability > 0, probability < 1 else { return nil }
    return positiveCrossing { value in upperTail(at: value).map { $0 > probability } }
  }
}
