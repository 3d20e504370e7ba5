/// Both tails of a beta distribution, for shapes up to 5·10⁸, with the digits of each.
///
/// The Student and F distributions are beta distributions whose argument, its complement and their
/// departures from the mean are known without a subtraction; GSL's own functions take the argument
/// alone, and lose 4 to 16 digits where a shape is large.
///
/// References: Didonato A. R., Morris A. H., Algorithm 708: significant digit computation of the
/// incomplete beta function ratios, ACM Transactions on Mathematical Software 18 (1992), 360-373,
/// section 2 (the continued fraction with λ); for the form of the density, Loader C., Fast and
/// accurate computation of binomial probabilities, 2000.
struct BetaTails {
  /// The smallest shape whose tails have their digits, and whose fractions settle soon.
  static let leastShape = 0.05

  /// A place of the distribution: the argument `x` or its complement, and what belongs to it.
  struct Side {
    /// The first shape of this side.
    let shape: Double

    /// The argument of this side.
    let argument: Double

    /// The argument over its mean, `shape / (sum of the shapes)`.
    let departure: Departure
  }

  /// The probability below the argument.
  let lower: Double

  /// The probability above the argument.
  let upper: Double

  /// The tails, or nothing when the fractions did not settle.
  ///
  /// - Parameters:
  ///   - below: The side of the argument.
  ///   - above: The side of its complement.
  ///   - height: The `height(_:_:)` of the two shapes.
  init?(below: Side, above: Side, height: Double) {
    GSL.useQuietErrors()
    // The side whose argument is under its mean is computed, the other is what is left.
    let belowIsSmall = below.departure.difference <= 0
    let (small, large) = belowIsSmall ? (below, above) : (above, below)
    guard let tail = Self.tail(small, large, height), tail.isFinite else { return nil }
    let rest = 1 - min(1, tail)
    (lower, upper) = belowIsSmall ? (min(1, tail), rest) : (rest, min(1, tail))
  }

  /// `x^a (1 − x)^b / B(a, b)` at the mean: the same for all arguments and for either order of the
  /// shapes, and with its gamma functions most of the work of a tail.
  static func height(_ a: Double, _ b: Double) -> Double {
    GSL.useQuietErrors()
    return (a * b / (2 * Double.pi * (a + b))).squareRoot() * gammaStar(a + b)
      / (gammaStar(a) * gammaStar(b))
  }

  private static func tail(_ small: Side, _ large: Side, _ height: Double) -> Double? {
    let (a, b) = (small.shape, large.shape)
    let exponent = a * small.departure.deviance + b * large.departure.deviance
    let density = height * exponential(exponent)
    guard density > 0 else { return density.isNaN ? nil : 0 }
    let sum =
      (a + b) * small.argument < (a + 1) / 2
      ? series(a, b, small.argument)
      : fraction(a, b, small.argument, large.argument, b * large.departure.difference)
    return sum.map { density * $0 }
  }

  /// `Σ x^n (a+b)_n / (a+1)_n / a`, all terms positive.
  private static func series(_ a: Double, _ b: Double, _ x: Double) -> Double? {
    var term = 1 / a
    var sum = term
    var n = 0.0
    while n < 10_000 {
      term *= x * (a + b + n) / (a + 1 + n)
      sum += term
      if term <= sum * 0x1p-54 { return sum }
      n += 1
    }
    return nil
  }

  /// The continued fraction of the reference, with `excess` for its λ.
  private static func fraction(
    _ a: Double,
    _ b: Double,
    _ x: Double,
    _ y: Double,
    _ excess: Double
  ) -> Double? {
    let c = 1 + excess
    let c1 = 1 + 1 / a
    var (before, current) = (Quotient(above: 0, below: 1), Quotient(above: 1, below: c / c1))
    var value = c1 / c
    var p = 1.0
    var s = a + 1
    var n = 1.0
    // Near the mean of a distribution with shapes of 5·10⁸ some 100,000 are needed.
    while n < 2_000_000 {
      let t = n / a
      let w = n * (b - n) * x
      let e = a / s
      let alpha = p * (p + b / a) * e * e * (w * x)
      let beta = n + w / s + (t + 1) / (c1 + t + t) * (c + n * (1 + y))
      p = t + 1
      s += 2
      let next = Quotient(
        above: alpha * before.above + beta * current.above,
        below: alpha * before.below + beta * current.below
      )
      let ratio = next.above / next.below
      if abs(ratio - value) <= 0x1p-53 * abs(ratio) { return ratio }
      guard ratio.isFinite else { return nil }
      value = ratio
      before = Quotient(above: current.above / next.below, below: current.below / next.below)
      current = Quotient(above: ratio, below: 1)
      n += 1
    }
    return nil
  }

  private struct Quotient {
    let above: Double
    let below: Double
  }
}
