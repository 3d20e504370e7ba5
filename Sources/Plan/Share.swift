/// A part of a whole as an exact fraction, so that the parts of a unit sum to the unit.
package struct Share: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let numerator: Int
  package let denominator: Int

  package static let whole = Share(reduced: 1, 1)

  /// The fraction in lowest terms; nil unless it lies above 0 and at most at 1.
  package init?(_ numerator: Int, of denominator: Int) {
    guard numerator > 0, numerator <= denominator else { return nil }
    var (divisor, rest) = (denominator, numerator)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    self.init(reduced: numerator / divisor, denominator / divisor)
  }

  private init(reduced numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The part of a part; nil where the fraction would overflow.
  package func of(_ other: Share) -> Share? {
    let (over, isOver) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (under, isUnder) = denominator.multipliedReportingOverflow(by: other.denominator)
    return isOver || isUnder ? nil : Share(over, of: under)
  }

  package var isWhole: Bool { numerator == denominator }

  package var value: Double { Double(numerator) / Double(denominator) }

  package var description: String { isWhole ? "1" : "\(numerator)/\(denominator)" }

  package static func < (first: Share, second: Share) -> Bool {
    let one = first.numerator.multipliedFullWidth(by: second.denominator)
    let other = second.numerator.multipliedFullWidth(by: first.denominator)
    return (one.high, one.low) < (other.high, other.low)
  }

  /// The sum of two parts; nil where it is more than the whole or would overflow.
  package func plus(_ other: Share) -> Share? {
    let one = numerator.multipliedReportingOverflow(by: other.denominator)
    let two = other.numerator.multipliedReportingOverflow(by: denominator)
    let over = one.partialValue.addingReportingOverflow(two.partialValue)
    let under = denominator.multipliedReportingOverflow(by: other.denominator)
    guard !one.overflow, !two.overflow, !over.overflow, !under.overflow else { return nil }
    return Share(over.partialValue, of: under.partialValue)
  }

  /// Whether the parts make up the whole exactly; false where the sum would overflow.
  package static func sumToWhole(_ parts: some Sequence<Share>) -> Bool {
    var sum: Share?
    for part in parts {
      guard let next = sum.map({ $0.plus(part) }) ?? part else { return false }
      sum = next
    }
    return sum == .whole
  }
}
