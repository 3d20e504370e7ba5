/// The change of a figure from one year to another, absolute and relative.
///
/// ```
/// difference = later − earlier        relative = (later − earlier) / earlier
/// ```
///
/// Edge cases:
/// - a year without a value: a gap that says which one.
/// - NaN, infinities: a gap; a difference beyond the largest double: a gap.
/// - relative change from 0 or from a negative figure: a gap, while the difference stands.
///
/// Accuracy: each result is within one unit in the last place of its formula in real numbers
/// applied to the doubles given, but for the rounding of `later − earlier`.
public struct YearlyChange: Hashable, Sendable {
  /// The later value less the earlier one.
  public let difference: Double

  /// The difference as a fraction of the earlier value, or why there is none.
  public let relative: Result<Double, StatisticGap>

  /// The change between two values, either of which may be missing.
  ///
  /// - Parameters:
  ///   - earlier: The value of the earlier year; nil when there is none.
  ///   - later: The value of the later year; nil when there is none.
  /// - Returns: The change, or the reason why there is none.
  public static func between(
    _ earlier: Double?,
    and later: Double?
  ) -> Result<YearlyChange, StatisticGap> {
    guard let earlier else { return .failure(.missingEarlier) }
    guard let later else { return .failure(.missingLater) }
    guard earlier.isFinite, later.isFinite else { return .failure(.notFinite) }
    let difference = later - earlier
    guard difference.isFinite else { return .failure(.outOfRange) }
    return .success(
      YearlyChange(difference: difference, relative: relative(difference, to: earlier))
    )
  }

  private static func relative(
    _ difference: Double,
    to base: Double
  ) -> Result<Double, StatisticGap> {
    if base == 0 { return .failure(.zeroBase) }
    if base < 0 { return .failure(.negativeBase) }
    let ratio = difference / base
    return ratio.isFinite ? .success(ratio) : .failure(.outOfRange)
  }
}
