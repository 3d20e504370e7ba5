internal import CGSL

/// Growth at a steady rate, which small rates would lose if computed by powers.
///
/// ```
/// rate = (later / earlier)^(1/span) − 1 = expm1(log1p((later − earlier) / earlier) / span)
/// ```
///
/// Accuracy: a few units in the last place of the relative change `(later − earlier) / earlier`.
public enum Growth {
  /// The rate a unit of time at which `earlier` becomes `later` after `span` units.
  ///
  /// - Parameters:
  ///   - earlier: The value at the start, not 0.
  ///   - later: The value at the end, 0 or of the same sign.
  ///   - span: The time between, above 0.
  /// - Returns: The rate as a fraction, at least −1, or nil when it is not a finite number.
  public static func rate(from earlier: Double, to later: Double, over span: Double) -> Double? {
    let change = (later - earlier) / earlier
    guard change >= -1, span > 0 else { return nil }
    let rate = cgsl_expm1(cgsl_log1p(change) / span)
    return rate.isFinite ? rate : nil
  }

  /// What a value becomes at a rate, relative to itself: `(1 + rate)^span − 1`.
  ///
  /// - Parameters:
  ///   - rate: The rate a unit of time, at least −1.
  ///   - span: The time, at least 0.
  /// - Returns: The relative change, or nil when it is not a finite number.
  public static func change(at rate: Double, over span: Double) -> Double? {
    guard rate >= -1, span >= 0 else { return nil }
    // Nothing changes in no time, not even at a rate of −1, whose logarithm is infinite.
    guard span > 0 else { return 0 }
    let change = cgsl_expm1(span * cgsl_log1p(rate))
    return change.isFinite ? change : nil
  }
}
