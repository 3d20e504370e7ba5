/// A probability as a fraction of two whole numbers, in lowest terms.
public struct ExactProbability: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The arrangements that count, after cancelling.
  public let numerator: Int128

  /// All arrangements, after cancelling.
  public let denominator: Int128

  /// Creates the fraction, which must lie between 0 and 1.
  init(_ favourable: Int128, of all: Int128) {
    precondition(all > 0 && favourable >= 0 && favourable <= all, "not a probability")
    var divisor = all
    var rest = favourable
    while rest != 0 {
      (divisor, rest) = (rest, divisor % rest)
    }
    numerator = favourable / divisor
    denominator = all / divisor
  }

  /// The nearest double, within two units in the last place.
  public var value: Double {
    Self.double(numerator) / Self.double(denominator)
  }

  /// The nearest double; most numbers have 64 binary digits, which the processor converts.
  private static func double(_ number: Int128) -> Double {
    Int64(exactly: number).map { Double($0) } ?? Double(number)
  }

  /// The probability of the contrary.
  public var complement: ExactProbability {
    ExactProbability(denominator - numerator, of: denominator)
  }

  /// Whether the probability is at most one in so many, without rounding.
  func isAtMost(oneIn: Int) -> Bool {
    // numerator · oneIn could overflow; for whole numbers the floor decides the same.
    numerator <= denominator / Int128(oneIn)
  }

  /// The fraction as text, such as `1/60`.
  public var description: String {
    "\(numerator)/\(denominator)"
  }

  /// Orders by size, exactly.
  public static func < (left: ExactProbability, right: ExactProbability) -> Bool {
    let one = left.numerator.multipliedFullWidth(by: right.denominator)
    let other = right.numerator.multipliedFullWidth(by: left.denominator)
    return (one.high, one.low) < (other.high, other.low)
  }
}
