/// How much more units vary around a centre than chance makes them.
///
/// With `z = (y − θ)/s` and `s² = V/n` of each of `I` units, `V = θ(1 − θ)` for proportions and `θ` for
/// rates and ratios, the ⌊I/10⌋ lowest and highest `z` set to the next one (winsorised):
/// ```
/// φ  = Σ z² / I                        significant where φ > 1 + 2 √(2/I)
/// τ² = max(0, (I φ − (I − 1)) / (Σ w − Σ w² / Σ w)),   w = 1/s²
/// ```
/// Without over-dispersion φ is near 1 with variance 2/I, whence the threshold.
///
/// Edge cases:
/// - fewer than ``fewestUnits`` units: a gap; below 10 units nothing is winsorised.
/// - centre 0 or 1, as where all units have all or none: a gap, because chance then moves nothing.
///
/// Accuracy: relative error at most 1e-12 against 40-digit values and scipy.
///
/// References:
/// - Spiegelhalter D. J., Handling over-dispersion of performance indicators, Quality and Safety in
///   Health Care 14 (2005), 347-351: φ, winsorising.
/// - Spiegelhalter D. J., Sherlaw-Johnson C., Bardsley M., Blunt I., Wood C., Grigg O., Statistical
///   methods for healthcare regulation: rating, screening and surveillance, Journal of the Royal
///   Statistical Society A 175 (2012), 1-47: τ² of winsorised z.
/// - DerSimonian R., Laird N., Meta-analysis in clinical trials, Controlled Clinical Trials 7 (1986),
///   177-188: τ².
public struct FunnelDispersion: Hashable, Sendable {
  /// The fewest units of which a dispersion is given.
  public static let fewestUnits = 3

  /// The dispersion φ after winsorising; about 1 where units differ by chance only.
  public let dispersion: Double

  /// The dispersion of all values as they are.
  public let unwinsorised: Double

  /// The φ above which it is significant.
  public let threshold: Double

  /// The variance τ² between units, in the square of the value's unit.
  public let betweenVariance: Double

  /// Whether φ is above its threshold.
  public var isSignificant: Bool { dispersion > threshold }

  /// The dispersion of values around a centre, or the reason for none.
  static func of(
    _ values: [Double],
    sizes: [Double],
    centre: Double,
    variance: Double
  ) -> Result<FunnelDispersion, StatisticGap> {
    let count = values.count
    guard count >= fewestUnits else {
      return .failure(.tooFewPoints(needed: fewestUnits, had: count))
    }
    guard variance > 0 else { return .failure(.noVariation) }
    var scores = zip(values, sizes).map { value, size in
      (value - centre) / (variance / size).squareRoot()
    }.sorted()
    let units = Double(count)
    let raw = CompensatedSum.of(scores.lazy.map { $0 * $0 }) / units
    let cut = count / 10
    for index in 0..<cut {
      scores[index] = scores[cut]
      scores[count - 1 - index] = scores[count - 1 - cut]
    }
    let squares = CompensatedSum.of(scores.lazy.map { $0 * $0 })
    let weights = CompensatedSum.of(sizes.lazy.map { $0 / variance })
    // Σ w² / Σ w, each weight against the sum first, so that squares cannot overflow.
    let shares = CompensatedSum.of(sizes.lazy.map { $0 / variance * ($0 / variance / weights) })
    let between = max(0, (squares - (units - 1)) / (weights - shares))
    guard raw.isFinite, squares.isFinite, between.isFinite else { return .failure(.outOfRange) }
    return .success(
      FunnelDispersion(
        dispersion: squares / units,
        unwinsorised: raw,
        threshold: 1 + 2 * (2 / units).squareRoot(),
        betweenVariance: between
      )
    )
  }
}

extension Funnel.Widening {
  /// By how much the limits of the unit of an index are further from the centre; 1 where dispersion is
  /// not known or not significant.
  func factors(
    _ dispersion: Result<FunnelDispersion, StatisticGap>,
    sizes: [Double],
    variance: Double
  ) -> (Int) -> Double {
    guard self != .none, let dispersion = try? dispersion.get() else { return { _ in 1 } }
    if self == .additive {
      return { (1 + dispersion.betweenVariance / (variance / sizes[$0])).squareRoot() }
    }
    let factor = dispersion.isSignificant ? max(1, dispersion.dispersion).squareRoot() : 1
    return { _ in factor }
  }
}
