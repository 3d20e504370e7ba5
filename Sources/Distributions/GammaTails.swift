/// Both tails of a gamma distribution, for shapes from 0.05 to 5·10⁸.
///
/// GSL's own functions lose up to all digits near the mean of shapes above 10,000.
///
/// References: Gil A., Segura J., Temme N. M., Efficient and accurate algorithms for the
/// computation and inversion of the incomplete gamma function ratios, SIAM Journal on Scientific
/// Computing 34 (2012), A2965-A2981, sections 2.2 and 2.4 (series and continued fraction).
struct GammaTails {
  /// The smallest shape whose tails have their digits.
  static let leastShape = 0.05

  /// The probability below the argument.
  let lower: Double

  /// The probability above the argument.
  let upper: Double

  /// The tails at a positive finite argument, or nothing when series and fraction did not settle.
  init?(shape: Double, at value: Double) {
    GSL.useQuietErrors()
    let excess = value - shape
    let departure = Departure(ratio: value / shape, difference: excess / shape)
    let density =
      exponential(shape * departure.deviance) / gammaStar(shape)
      / (2 * Double.pi * shape).squareRoot()
    // Under 1 the fraction would be slow, and shapes under 1 have little left above it.
    if excess <= 0 || value < 1 {
      guard let sum = Self.series(shape, value) else { return nil }
      lower = min(1, density * sum)
      upper = 1 - lower
    } else {
      guard let fraction = Self.fraction(shape, excess) else { return nil }
      upper = min(1, density * shape * fraction)
      lower = 1 - upper
    }
    guard lower.isFinite, upper.isFinite else { return nil }
  }

  /// `Σ x^n / ((a+1) … (a+n))`, all terms positive.
  private static func series(_ shape: Double, _ value: Double) -> Double? {
    var term = 1.0
    var sum = 1.0
    var n = 1.0
    while n < 2_000_000 {
      term *= value / (shape + n)
      sum += term
      if term <= sum * 0x1p-54 { return sum }
      n += 1
    }
    return nil
  }

  /// `1/(λ+1 + (a−1)/(λ+3 + 2(a−2)/(λ+5 + …)))`, by Lentz's method, with λ the excess.
  private static func fraction(_ shape: Double, _ excess: Double) -> Double? {
    let tiny = 1e-300
    var b = excess + 1
    var c = 1 / tiny
    var d = 1 / b
    var value = d
    var n = 1.0
    while n < 2_000_000 {
      let a = n * (shape - n)
      b += 2
      let below = a * d + b
      d = 1 / (below == 0 ? tiny : below)
      c = b + a / c
      if c == 0 { c = tiny }
      let factor = c * d
      value *= factor
      if abs(factor - 1) <= 0x1p-53 { return value }
      n += 1
    }
    return nil
  }
}
