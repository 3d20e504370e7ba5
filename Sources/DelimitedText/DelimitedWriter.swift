/// Writes records as delimited text, quoting only where a reader would go wrong without.
public struct DelimitedWriter: Sendable {
  /// What has been written so far; between records it is whole.
  public var bytes: [UInt8] { output.bytes }

  private var output: FieldParts
  private let dialect: Dialect
  private let lineEnding: [UInt8]
  private let guardsFormulas: Bool
  /// Where the record begins that is written field by field.
  ///
  /// Each of its fields ends with the delimiter; that of the last one gives way to the line's end.
  private var start = 0

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
    output = FieldParts(byteOrderMark ? Byte.byteOrderMark : [])
    start = output.bytes.count
  }

  /// Writes a record as it is, without the formula guard.
  public mutating func write(_ fields: [String]) {
    write(fields.map { (text: $0, isText: false) })
  }

  /// Writes a record, with the formula guard, where it is on, for the cells that are text.
  public mutating func write(_ fields: [(text: String, isText: Bool)]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.bytes.append(dialect.delimiter) }
      let content = Array(field.text.utf8)
      let needsGuard =
        guardsFormulas && field.isText && content.first.map(Self.startsFormula) == true
      // A blank line is no record, so a record of one empty field needs its quotes.
      append(needsGuard ? [Self.apostrophe] + content : content, isAlone: fields.count == 1)
    }
    output.bytes += lineEnding
    start = output.bytes.count
  }

  /// Writes the next field of a record, as it is; `endRecord` follows the last.
  package mutating func append(_ field: Span<UInt8>) {
    guard !dialect.mustQuote(field) else { return quote(field) }
    put(field)
  }

  /// Writes a text as the next field of a record, with the formula guard where it is on.
  package mutating func append(text: String) {
    let field = text.utf8.span
    guard guardsFormulas, !field.isEmpty, Self.startsFormula(field[0]) else { return append(field) }
    append(("'" + text).utf8.span)
  }

  /// Writes the next field of a record from parts that follow one another in it, with the formula
  /// guard where it is on.
  ///
  /// - Parameter parts: Puts the parts into the field that it is given.
  package mutating func append(parts: (_ field: inout FieldParts) -> Void) {
    let first = output.bytes.count
    parts(&output)
    if guardsFormulas, first < output.bytes.count, Self.startsFormula(output.bytes[first]) {
      output.bytes.insert(Self.apostrophe, at: first)
    }
    if dialect.mustQuote(output.bytes.span.extracting(first...)) {
      let field = Array(output.bytes[first...])
      output.bytes.removeLast(field.count)
      quote(field.span)
    } else {
      output.bytes.append(dialect.delimiter)
    }
  }

  /// Writes an empty field of a record.
  package mutating func appendEmpty() { output.bytes.append(dialect.delimiter) }

  /// Writes a whole number as the next field of a record.
  package mutating func append(number: Int) {
    output.bytes.append(decimal: number)
    output.bytes.append(dialect.delimiter)
  }

  /// Writes digits, signs and marks of a number as the next field: of these only the delimiter itself
  /// needs quotes.
  package mutating func append(digits: Span<UInt8>, decimalMark: UInt8) {
    if decimalMark == dialect.delimiter { return append(digits) }
    put(digits)
  }

  /// Writes a number's description, which has a point at most, with another decimal mark.
  package mutating func append(described number: Span<UInt8>, decimalMark: UInt8) {
    let point = UInt8(ascii: ".")
    if decimalMark == point { return append(number) }
    var marked: [UInt8] = []
    marked.reserveCapacity(number.count)
    for index in number.indices {
      marked.append(number[index] == point ? decimalMark : number[index])
    }
    append(marked.span)
  }

  /// Ends a record that was written field by field.
  package mutating func endRecord() {
    // A blank line is no record, so a record of one empty field needs its quotes.
    if output.bytes.count == start + 1 {
      output.bytes.removeLast()
      append([], isAlone: true)
      output.bytes += lineEnding
    } else if lineEnding.count == 1, output.bytes.count > start {
      output.bytes[output.bytes.count - 1] = lineEnding[0]
    } else {
      if output.bytes.count > start { output.bytes.removeLast() }
      output.bytes += lineEnding
    }
    start = output.bytes.count
  }

  /// Gives away what has been written, and keeps the room for what follows.
  package mutating func give(to put: ([UInt8]) -> Void) {
    put(output.bytes)
    output.bytes.removeAll(keepingCapacity: true)
    start = 0
  }

  /// Gives up what has been written to one who keeps it; there will be about as much again.
  package mutating func takeBytes() -> [UInt8] {
    let taken = output.bytes
    output = FieldParts()
    output.bytes.reserveCapacity(min(taken.count + taken.count / 8, Self.mostReserved))
    start = 0
    return taken
  }

  /// One row may be long; those behind it are not.
  private static let mostReserved = 1 << 20

  private mutating func put(_ field: Span<UInt8>) {
    let count = field.count
    let delimiter = dialect.delimiter
    output.bytes.append(addingCapacity: count + 1) { added in
      unsafe added.withUnsafeMutableBufferPointer { room, filled in
        unsafe field.withUnsafeBufferPointer { bytes in
          guard let from = bytes.baseAddress, let to = room.baseAddress else { return }
          unsafe (to + filled).initialize(from: from, count: count)
        }
        unsafe room[filled + count] = delimiter
        filled += count + 1
      }
    }
  }

  /// Writes a field with a byte that a reader would take for something else in quotes.
  private mutating func quote(_ field: Span<UInt8>) {
    output.bytes.append(dialect.quote)
    for index in field.indices {
      if field[index] == dialect.quote { output.bytes.append(dialect.quote) }
      output.bytes.append(field[index])
    }
    output.bytes.append(dialect.quote)
    output.bytes.append(dialect.delimiter)
  }

  private mutating func append(_ content: [UInt8], isAlone: Bool) {
    guard dialect.mustQuote(content.span) || (isAlone && content.isEmpty) else {
      output.bytes += content
      return
    }
    output.bytes.append(dialect.quote)
    for byte in content {
      if byte == dialect.quote { output.bytes.append(byte) }
      output.bytes.append(byte)
    }
    output.bytes.append(dialect.quote)
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }
}
