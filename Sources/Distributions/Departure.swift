internal import CGSL

/// A positive quantity over the one expected, with the parts that rounding must not take away.
///
/// `log(ratio) − (ratio − 1)`, the deviance, is what the densities of the gamma and beta
/// distributions are made of; for ratios near 1 the subtraction would lose all digits.
struct Departure {
  /// The ratio minus 1.
  let difference: Double

  /// `log(ratio) − (ratio − 1)`, never positive.
  let deviance: Double

  /// A departure whose ratio is a finite positive number.
  init(ratio: Double, difference: Double) {
    self.init(logarithm: logOf(ratio), difference: difference)
  }

  /// A departure whose ratio may be too small for a double.
  ///
  /// - Parameters:
  ///   - logarithm: The natural logarithm of the ratio, exact also where the difference rounds to -1;
  ///     worked out only where it is needed.
  ///   - difference: The ratio minus 1.
  init(logarithm: @autoclosure () -> Double, difference: Double) {
    self.difference = difference
    // Within this distance of 1 GSL's series keeps the digits that the subtraction loses.
    deviance =
      abs(difference) < 0.5 ? gsl_sf_log_1plusx_mx(difference) : logarithm() - difference
  }
}

/// The natural logarithm; that of 0 is minus infinity.
func logOf(_ value: Double) -> Double {
  value > 0 ? cgsl_log(value) : -.infinity
}

/// `Γ(a) / (√(2π) a^(a−½) e^(−a))`, which is near 1 for large shapes.
func gammaStar(_ shape: Double) -> Double {
  gsl_sf_gammastar(shape)
}

/// `e` to a power that is not positive; 0 where the result is below the smallest double.
func exponential(_ power: Double) -> Double {
  cgsl_exp(power)
}
