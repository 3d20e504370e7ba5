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

  /// Adds bytes that are written where they are to stand.
  ///
  /// - Parameters:
  ///   - most: As many bytes as there may be.
  ///   - write: Appends the bytes to the room for them.
  package mutating func put(atMost most: Int, _ write: (_ room: inout OutputSpan<UInt8>) -> Void) {
    bytes.append(addingCapacity: most, initializingWith: write)
  }
}
