/// A field while its parts are put into it one after the other.
package struct FieldParts {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Begins a text of its own.
  package init() { bytes = [] }

  /// What has been put together, as a text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a text.
  package mutating func put(_ text: String) {
    let text = text.utf8.span
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds a whole number.
  package mutating func put(_ number: Int) { bytes.append(decimal: number) }

  /// Adds a byte of a text.
  package mutating func put(_ byte: UInt8) { bytes.append(byte) }
}

extension [UInt8] {
  /// Appends the digits of a whole number, with a sign before those below nought.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let magnitude = number.magnitude
    guard magnitude >= 10 else { return append(UInt8(ascii: "0") + UInt8(magnitude)) }
    // Twenty digits hold any number; they come from the last to the first.
    var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    var first = digits.count
    func put(_ rest: some FixedWidthInteger & UnsignedInteger) {
      var rest = rest
      while rest > 0 {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
    // Short numbers are divided faster.
    if let short = UInt32(exactly: magnitude) { put(short) } else { put(magnitude) }
    unsafe digits.span.extracting(first...).withUnsafeBufferPointer {
      unsafe append(contentsOf: $0)
    }
  }
}
