/// An exact decimal number: a whole significand divided by a power of ten.
///
/// Values are kept without trailing zeros, so 1.50 and 1.5 are one value with one hash.
public struct FixedDecimal: Hashable, Sendable {
  /// Most digits after the point that a value can have.
  public static let maximumScale: UInt8 = 18
  /// Nought.
  public static let zero = FixedDecimal(0)

  /// The number without its point.
  public let significand: Int64
  /// Digits after the point.
  public let scale: UInt8

  /// Creates a whole number.
  public init(_ integer: Int64) {
    significand = integer
    scale = 0
  }

  /// Creates `significand / 10^scale`; nil where the scale, trailing zeros apart, is above 18.
  public init?(significand: Int64, scale: Int) {
    guard scale >= 0 else { return nil }
    self.init(wide: Int128(significand), scale: scale)
  }

  /// Creates a value from its description, such as `-85.5`; nothing else is accepted.
  public init?(_ text: some StringProtocol) {
    var digits = text.utf8[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    var significand: Int128 = 0
    var scale: Int?
    var previous: UInt8?
    for byte in digits {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // 30 digits fit Int128; a canonical text has no more than 19.
        guard significand < 1_000_000_000_000_000_000_000_000_000_000 else { return nil }
        significand = significand * 10 + Int128(byte - UInt8(ascii: "0"))
        if let places = scale { scale = places + 1 }
      case UInt8(ascii: ".") where scale == nil && previous != nil:
        scale = 0
      default:
        return nil
      }
      previous = byte
    }
    guard let previous, previous != UInt8(ascii: ".") else { return nil }
    self.init(wide: isNegative ? -significand : significand, scale: scale ?? 0)
  }

  /// Drops trailing zeros, then fits the value in or fails.
  private init?(wide: Int128, scale: Int) {
    var significand = wide
    var scale = significand == 0 ? 0 : scale
    while scale > 0, significand % 10 == 0 {
      significand /= 10
      scale -= 1
    }
    guard scale <= Int(Self.maximumScale), let narrow = Int64(exactly: significand) else {
      return nil
    }
    self.significand = narrow
    self.scale = UInt8(scale)
  }

  /// The exact sum, or nil where it does not fit.
  public static func adding(_ first: FixedDecimal, _ second: FixedDecimal) -> FixedDecimal? {
    // Whole numbers, which most are, need nothing wider.
    if first.scale == 0, second.scale == 0 {
      let (sum, isBeyond) = first.significand.addingReportingOverflow(second.significand)
      return isBeyond ? nil : FixedDecimal(sum)
    }
    let scale = max(first.scale, second.scale)
    // Each summand is below 2⁶³ × 10¹⁸ < 2¹²³.
    let sum = first.aligned(to: scale) + second.aligned(to: scale)
    return FixedDecimal(wide: sum, scale: Int(scale))
  }

  /// The exact product with a whole number, or nil where it does not fit.
  public func multiplied(by factor: Int64) -> FixedDecimal? {
    FixedDecimal(wide: Int128(significand) * Int128(factor), scale: Int(scale))
  }

  /// The nearest binary number.
  public var double: Double {
    // Both operands are exact up to 2⁵³, so that one division rounds once (10¹⁸ < 2⁵³ × 2¹⁸, and
    // powers of ten are exact up to 10²²).
    guard significand.magnitude <= 1 << 53 else {
      return Double(description) ?? Double(significand) / Double(Self.power(scale))
    }
    return Double(significand) / Double(Self.power(scale))
  }

  /// The value as a whole number, or nil where it has a fraction.
  public var integer: Int64? { scale == 0 ? significand : nil }

  private func aligned(to scale: UInt8) -> Int128 {
    Int128(significand) * Int128(Self.power(scale - self.scale))
  }

  private static func power(_ exponent: UInt8) -> Int64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

extension FixedDecimal: Comparable {
  /// Whether the first value is smaller.
  public static func < (first: FixedDecimal, second: FixedDecimal) -> Bool {
    let scale = max(first.scale, second.scale)
    return first.aligned(to: scale) < second.aligned(to: scale)
  }
}

extension FixedDecimal: CustomStringConvertible {
  /// The value with a point and without trailing zeros, such as `-85.5`.
  public var description: String {
    guard scale > 0 else { return String(significand) }
    let digits = String(significand.magnitude)
    let padding = String(repeating: "0", count: max(Int(scale) + 1 - digits.count, 0))
    let padded = padding + digits
    let sign = significand < 0 ? "-" : ""
    return "\(sign)\(padded.dropLast(Int(scale))).\(padded.suffix(Int(scale)))"
  }
}
