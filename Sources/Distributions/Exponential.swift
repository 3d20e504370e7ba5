internal import CGSL

/// The natural exponential and logarithm, of the C library.
public enum Exponential {
  /// e to a power.
  ///
  /// - Parameter power: Any number.
  /// - Returns: The value, 0 or infinite where it leaves the range of doubles.
  public static func value(of power: Double) -> Double {
    cgsl_exp(power)
  }

  /// 100 (e to a power, less 1), with all the digits that the power has.
  ///
  /// - Parameter power: Any number.
  /// - Returns: The change in percent, infinite where it leaves the range of doubles.
  public static func percentChange(_ power: Double) -> Double {
    100 * cgsl_expm1(power)
  }

  /// The natural logarithm.
  ///
  /// - Parameter value: Any number; only positive ones have a finite logarithm.
  /// - Returns: The logarithm, minus infinity for 0 and NaN below.
  public static func logarithm(of value: Double) -> Double {
    cgsl_log(value)
  }
}
