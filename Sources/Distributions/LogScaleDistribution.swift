internal import CGSL

/// The beta distribution on the scale of log-odds, or the gamma distribution on that of logarithms.
///
/// On these scales densities are smooth and fall off exponentially at both ends, also with shapes below
/// 1, so that sums over equally spaced points integrate them to the last digits.
/// ```
/// beta    density ∝ exp(α d − (α + β) log(1 + (e^d − 1) α/(α + β)))     d = log-odds − log(α/β)
/// gamma   density ∝ exp(α (d − (e^d − 1)))                              d = logarithm − log(α/rate)
/// ```
///
/// References: Davis P. J., Rabinowitz P., Methods of Numerical Integration, second edition, Academic
/// Press 1984, section 3.4 (the trapezoidal rule over the whole line).
public struct LogScaleDistribution: Sendable, Hashable {
  private enum Kind: Hashable {
    case beta(BetaDistribution, mirrored: BetaDistribution)
    case gamma(GammaDistribution)
  }

  private let kind: Kind

  /// Where the density is highest.
  public let mode: Double

  /// The standard deviation of the normal curve of the same peak.
  public let spread: Double

  /// A proportion's distribution by its log-odds, or nothing for shapes outside the domain.
  ///
  /// - Parameters:
  ///   - alpha: The shape that weighs the upper end.
  ///   - beta: The shape that weighs the lower end.
  public init?(alpha: Double, beta: Double) {
    guard
      let distribution = BetaDistribution(alpha: alpha, beta: beta),
      let mirrored = BetaDistribution(alpha: beta, beta: alpha)
    else { return nil }
    kind = .beta(distribution, mirrored: mirrored)
    mode = cgsl_log(alpha) - cgsl_log(beta)
    spread = (1 / alpha + 1 / beta).squareRoot()
  }

  /// A rate's distribution by its logarithm, or nothing for parameters outside the domain.
  ///
  /// - Parameters:
  ///   - shape: The shape of the gamma distribution.
  ///   - rate: What values are multiplied by to have scale 1.
  public init?(shape: Double, rate: Double) {
    guard let distribution = GammaDistribution(shape: shape), rate > 0, rate.isFinite else {
      return nil
    }
    kind = .gamma(distribution)
    mode = cgsl_log(shape) - cgsl_log(rate)
    spread = 1 / shape.squareRoot()
  }

  /// The density relative to its highest.
  ///
  /// - Parameter point: A log-odds or logarithm.
  /// - Returns: A number from 0 to 1.
  public func relativeDensity(at point: Double) -> Double {
    let distance = point - mode
    switch kind {
    case .beta(let distribution, _):
      let (alpha, beta) = (distribution.alpha, distribution.beta)
      let sum = alpha + beta
      // Near the mode the logarithm of 1 and a little; far off, of two positive terms.
      let growth =
        abs(distance) < 1
        ? cgsl_log1p(alpha / sum * cgsl_expm1(distance))
        : distance > 0
          ? distance + cgsl_log(beta / sum * cgsl_exp(-distance) + alpha / sum)
          : cgsl_log(beta / sum + alpha / sum * cgsl_exp(distance))
      return min(1, cgsl_exp(alpha * distance - sum * growth))
    case .gamma(let distribution):
      return min(1, cgsl_exp(distribution.shape * (distance - cgsl_expm1(distance))))
    }
  }

  /// The probability of a value at or below the one given.
  ///
  /// - Parameter point: A log-odds or logarithm.
  /// - Returns: The probability, or nil where it cannot be computed.
  public func lowerTail(at point: Double) -> Double? {
    switch kind {
    case .beta(let distribution, let mirrored):
      let smaller = cgsl_exp(-abs(point))
      let share = smaller / (1 + smaller)
      // Above one half by the complement, which keeps the distance from 1.
      return point <= 0 ? distribution.lowerTail(at: share) : mirrored.upperTail(at: share)
    case .gamma(let distribution):
      return distribution.lowerTail(at: distribution.shape * cgsl_exp(point - mode))
    }
  }
}
