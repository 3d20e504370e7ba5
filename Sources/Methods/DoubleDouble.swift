/// A number as the sum of two doubles, some 106 binary digits long.
///
/// It carries intermediate results whose rounding would take digits from a result; the exponent has
/// the range of a double, so callers scale their data first.
///
/// References: Dekker T. J., A floating-point technique for extending the available precision,
/// Numerische Mathematik 18 (1971), 224-242; Joldes M., Muller J.-M., Popescu V., Tight and
/// rigorous error bounds for basic building blocks of double-word arithmetic, ACM Transactions on
/// Mathematical Software 44 (2017), article 15.
struct DoubleDouble: Sendable, Hashable {
  /// The number rounded to a double.
  let high: Double

  /// What the rounding left, at most half a unit in the last place of `high`.
  let low: Double

  @inline(__always)
  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  static let zero = DoubleDouble(0)

  /// The exact sum of two doubles.
  @inline(__always)
  static func sum(_ left: Double, _ right: Double) -> DoubleDouble {
    let sum = left + right
    let back = sum - left
    return DoubleDouble(sum, (left - (sum - back)) + (right - back))
  }

  /// The exact sum of two doubles of which the first is not the smaller in magnitude.
  @inline(__always)
  static func quickSum(_ larger: Double, _ smaller: Double) -> DoubleDouble {
    let sum = larger + smaller
    return DoubleDouble(sum, smaller - (sum - larger))
  }

  /// The exact product of two doubles.
  @inline(__always)
  static func product(_ left: Double, _ right: Double) -> DoubleDouble {
    let product = left * right
    return DoubleDouble(product, (-product).addingProduct(left, right))
  }

  @inline(__always)
  static prefix func - (value: DoubleDouble) -> DoubleDouble {
    DoubleDouble(-value.high, -value.low)
  }

  @inline(__always)
  static func + (left: DoubleDouble, right: Double) -> DoubleDouble {
    let sum = sum(left.high, right)
    return quickSum(sum.high, sum.low + left.low)
  }

  @inline(__always)
  static func + (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let high = sum(left.high, right.high)
    let low = sum(left.low, right.low)
    let middle = quickSum(high.high, high.low + low.high)
    return quickSum(middle.high, middle.low + low.low)
  }

  @inline(__always)
  static func - (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    left + (-right)
  }

  @inline(__always)
  static func * (left: DoubleDouble, right: Double) -> DoubleDouble {
    let product = product(left.high, right)
    return quickSum(product.high, product.low.addingProduct(left.low, right))
  }

  @inline(__always)
  static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let product = product(left.high, right.high)
    let cross = (left.high * right.low).addingProduct(left.low, right.high)
    return quickSum(product.high, product.low + cross)
  }

  static func / (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let first = left.high / right.high
    let rest = left - right * first
    let second = rest.high / right.high
    let third = (rest - right * second).high / right.high
    return quickSum(first, second) + third
  }

  static func += (left: inout DoubleDouble, right: DoubleDouble) {
    left = left + right
  }

  static func -= (left: inout DoubleDouble, right: DoubleDouble) {
    left = left - right
  }

  /// The square root of a number that is not negative.
  var squareRoot: DoubleDouble {
    guard high > 0 else { return .zero }
    let root = high.squareRoot()
    let rest = self - DoubleDouble.product(root, root)
    return DoubleDouble.quickSum(root, rest.high / (2 * root))
  }
}

/// A power of two that brings values near 1, so that their squares neither overflow nor vanish.
struct BinaryScale: Sendable, Hashable {
  /// The exponent taken out.
  let exponent: Int

  /// Multiplies a value by 2 to the minus exponent, exactly but for values below the others' last
  /// digit by far.
  let factor: Double

  /// The scale of values whose largest magnitude is given.
  init(magnitude: Double, even: Bool = false) {
    // The limits keep the factor itself a normal double.
    let whole = magnitude > 0 ? min(1_000, max(-1_000, Int(magnitude.exponent) + 1)) : 0
    exponent = even ? whole - whole % 2 : whole
    factor = Double(sign: .plus, exponent: -exponent, significand: 1)
  }

  /// A scaled value, or a power of scaled values, in its own unit; infinite where that overflows.
  func restored(_ value: Double, power: Int = 1) -> Double {
    // In steps, because the factor alone could overflow where the product does not.
    let whole = exponent * power
    let half = whole / 2
    return Double(sign: .plus, exponent: whole - half, significand: 1)
      * (Double(sign: .plus, exponent: half, significand: 1) * value)
  }
}
