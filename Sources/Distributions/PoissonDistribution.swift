/// The Poisson distribution of a count with a known mean.
///
/// ```
/// P(k) = (μ/k)^k e^(k−μ) / (√(2πk) Γ*(k))
/// ```
/// Edge cases: a mean that is negative, not finite or above ``largestMean`` gives no distribution; of
/// the mean 0 the only count is 0; negative counts have probability 0.
///
/// Accuracy: see `Documentation/Methods/digits.md`, exact test of a rate.
///
/// References: Loader C., Fast and accurate computation of binomial probabilities, 2000, section 4.
public struct PoissonDistribution: CountDistribution, Hashable {
  /// The largest mean accepted; the tails then still take less than a millisecond.
  public static let largestMean = 10_000_000.0

  /// The mean.
  public let mean: Double

  /// Creates the distribution, or nothing when the mean is outside the domain.
  ///
  /// - Parameter mean: The mean, at least 0.
  public init?(mean: Double) {
    guard mean >= 0, mean <= Self.largestMean else { return nil }
    self.mean = mean
  }

  /// The counts that can arise.
  public var counts: ClosedRange<Int> {
    // One below the largest, so that the next count always exists.
    0...(mean > 0 ? Int.max - 1 : 0)
  }

  /// A count that none is likelier than.
  public var mode: Int { Int(mean) }

  /// The probability of exactly so many.
  ///
  /// - Parameter count: Any count.
  /// - Returns: The probability, or nil where it cannot be computed.
  public func mass(at count: Int) -> Double? {
    guard counts.contains(count) else { return 0 }
    guard count > 0 else { return exponential(-mean) }
    GSL.useQuietErrors()
    let k = Double(count)
    let departure = Departure(ratio: mean / k, difference: (mean - k) / k)
    let mass =
      exponential(k * departure.deviance)
      / ((2 * Double.pi * k).squareRoot() * gammaStar(k))
    return mass.isFinite ? mass : nil
  }

  /// The mass of the next count over that of the one given.
  ///
  /// - Parameter count: A count that can arise, not the last.
  /// - Returns: The quotient.
  public func growth(after count: Int) -> Double {
    mean / (Double(count) + 1)
  }
}
