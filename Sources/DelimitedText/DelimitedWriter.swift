/// Writes records as delimited text, quoting only where a reader would go wrong without.
public struct DelimitedWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8]

  private let dialect: Dialect
  private let lineEnding: [UInt8]
  private let guardsFormulas: Bool
  /// Whether a record was begun field by field.
  private var hasFields = false

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - dialect: Delimiter and quote.
  ///   - lineEnding: Text after each record.
  ///   - byteOrderMark: Whether to begin with a UTF-8 byte order mark, as spreadsheets want it.
  ///   - guardsFormulas: Whether cells said to be text get an apostrophe before `=`, `+`, `-`,
  ///     `@`, tab and CR, so that a spreadsheet does not run them as a formula.
  public init(
    dialect: Dialect = .comma,
    lineEnding: String = "\n",
    byteOrderMark: Bool = false,
    guardsFormulas: Bool = false
  ) {
    precondition(dialect.isUsable, "delimiter, quote and line ends must differ")
    self.dialect = dialect
    self.lineEnding = Array(lineEnding.utf8)
    self.guardsFormulas = guardsFormulas
    bytes = byteOrderMark ? Byte.byteOrderMark : []
  }

  /// Writes a record as it is, without the formula guard.
  public mutating func write(_ fields: [String]) {
    write(fields.map { (text: $0, isText: false) })
  }

  /// Writes a record, with the formula guard, where it is on, for the cells that are text.
  public mutating func write(_ fields: [(text: String, isText: Bool)]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(dialect.delimiter) }
      let content = Array(field.text.utf8)
      let needsGuard = guardsFormulas && field.isText && startsFormula(content)
      // A blank line is no record, so a record of one empty field needs its quotes.
      append(needsGuard ? [0x27] + content : content, isAlone: fields.count == 1)
    }
    bytes += lineEnding
  }

  /// Writes the next field of a record of several, as it is; `endRecord` follows the last.
  package mutating func append(_ field: Span<UInt8>) {
    beginField()
    for index in field.indices where dialect.isSpecial(field[index]) {
      return append(field.indices.map { field[$0] }, isAlone: false)
    }
    unsafe field.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes a text as the next field of a record of several.
  package mutating func append(text: String) { append(text.utf8.span) }

  /// Writes an empty field of a record of several.
  package mutating func appendEmpty() { beginField() }

  /// Writes a whole number as the next field of a record of several.
  package mutating func append(number: Int) {
    beginField()
    bytes.append(decimal: number)
  }

  /// Ends a record that was written field by field.
  package mutating func endRecord() {
    bytes += lineEnding
    hasFields = false
  }

  /// Makes room for as many records as there will be, as long as those so far are.
  package mutating func makeRoom(forRecords count: Int, judgingBy written: Int) {
    guard written > 0, count > written else { return }
    // A sixteenth more, since later records may be longer.
    let (product, isTooMuch) = (bytes.count / written + 1).multipliedReportingOverflow(by: count)
    guard !isTooMuch, product < Self.mostRoom else { return }
    bytes.reserveCapacity(product + product / 16)
  }

  /// Beyond it a wrong guess would cost more than growing does.
  private static let mostRoom = 1 << 30

  private mutating func beginField() {
    if hasFields { bytes.append(dialect.delimiter) }
    hasFields = true
  }

  private mutating func append(_ content: [UInt8], isAlone: Bool) {
    guard needsQuotes(content) || (isAlone && content.isEmpty) else {
      bytes += content
      return
    }
    bytes.append(dialect.quote)
    for byte in content {
      if byte == dialect.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(dialect.quote)
  }

  private func needsQuotes(_ content: [UInt8]) -> Bool {
    content.contains(where: dialect.isSpecial)
  }

  private func startsFormula(_ content: [UInt8]) -> Bool {
    guard let first = content.first else { return false }
    return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
  }
}

extension Dialect {
  /// Whether a field with a byte needs quotes.
  package func isSpecial(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == quote || Byte.isLineEnd(byte)
  }
}

extension [UInt8] {
  /// Appends the digits of a whole number, with a sign before those below nought.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    guard rest >= 10 else { return append(UInt8(ascii: "0") + UInt8(rest)) }
    // Twenty digits hold any number; they come from the last to the first.
    var digits: InlineArray<20, UInt8> = .init(repeating: 0)
    var first = digits.count
    while rest > 0 {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    unsafe digits.span.extracting(first...).withUnsafeBufferPointer {
      unsafe append(contentsOf: $0)
    }
  }
}
