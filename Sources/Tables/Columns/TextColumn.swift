/// Texts of one column: a code for each row, and the texts by code.
///
/// Rows of one file share the codes of equal texts as far as their maker saw to it; rows of two
/// files never share one, so that what a text means in a file can be kept by its code.
package struct TextColumn: Sendable {
  @usableFromInline private(set) package var codes = RowCodes()
  @usableFromInline private(set) package var texts = TextArena()

  package init() {}

  package init(codes: [Int32], texts: TextArena) {
    self.init(codes: RowCodes(codes), texts: texts)
  }

  package init(codes: RowCodes, texts: TextArena) {
    self.codes = codes
    self.texts = texts
  }

  /// The same text for so many rows.
  package init(repeating text: String, count: Int) {
    guard count > 0 else { return }
    codes = RowCodes(repeating: 0, count: count)
    texts.append(text)
  }

  @inlinable package var count: Int { codes.count }

  package func text(_ row: Int) -> String { texts.text(Int(codes[row])) }

  @inlinable
  package func withBytes<R>(_ row: Int, _ body: (Span<UInt8>) -> R) -> R {
    texts.withBytes(Int(codes[row]), body)
  }

  package mutating func append(_ text: Span<UInt8>) {
    codes.append(Int32(clamping: texts.count))
    texts.append(text)
  }

  package mutating func append(_ text: String) {
    codes.append(Int32(clamping: texts.count))
    texts.append(text)
  }

  /// Appends a row for each text that a function adds.
  package mutating func append(_ add: (inout TextArena) -> Void) {
    let first = texts.count
    add(&texts)
    codes.append(count: texts.count - first, below: Int32(clamping: texts.count)) {
      Int32(clamping: first + $0)
    }
  }

  /// Makes room for so many rows.
  package mutating func reserveCapacity(_ rows: Int) { codes.reserveCapacity(rows) }

  /// Makes room for the rows and texts of other columns.
  package mutating func reserveCapacity(for others: [TextColumn]) {
    codes.reserveCapacity(others.reduce(0) { $0 + $1.count })
    texts.reserveCapacity(
      others.reduce(0) { $0 + $1.texts.count },
      bytes: others.reduce(0) { $0 + $1.texts.bytes.count }
    )
  }

  /// Gives texts, by code, other ones in their places.
  package mutating func replace(_ others: [Int: String]) { texts.replace(others) }

  /// Appends the rows of another column.
  package mutating func append(_ other: TextColumn) {
    let first = Int32(clamping: texts.count)
    texts.append(other.texts)
    codes.append(other.codes, adding: first, below: Int32(clamping: texts.count))
  }
}

extension TextColumn: Equatable {
  package static func == (a: TextColumn, b: TextColumn) -> Bool {
    guard a.count == b.count else { return false }
    if a.codes == b.codes, a.texts == b.texts { return true }
    return (0..<a.count).allSatisfy { row in
      a.withBytes(row) { one in b.withBytes(row) { ByteHash.areEqual(one, $0) } }
    }
  }
}
