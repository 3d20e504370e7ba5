/// A number or none in eight bytes, where the language's own optional takes sixteen: the tables of a
/// country have millions of such cells, and rows are moved about.
///
/// None is one of the patterns that are no number, and one that no calculation gives.
@propertyWrapper
package struct Sparse: Sendable, Equatable {
  @usableFromInline var bits: UInt64

  @usableFromInline static let none: UInt64 = 0x7FF8_5350_4152_5345

  @inlinable package init() { bits = Self.none }

  @inlinable package init(wrappedValue: Double?) { bits = wrappedValue?.bitPattern ?? Self.none }

  @inlinable package var wrappedValue: Double? {
    get { bits == Self.none ? nil : Double(bitPattern: bits) }
    set { bits = newValue?.bitPattern ?? Self.none }
  }

  /// As optional numbers are equal: noughts of either sign are, what is no number is not.
  @inlinable package static func == (a: Sparse, b: Sparse) -> Bool {
    a.wrappedValue == b.wrappedValue
  }
}
