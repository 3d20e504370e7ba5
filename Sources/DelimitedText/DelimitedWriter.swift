/// Writes records as delimited text, quoting only where a reader would go wrong without.
public struct DelimitedWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8]

  private let dialect: Dialect
  private let lineEnding: [UInt8]
  private let guardsFormulas: Bool
  /// Fields of the record that is written field by field, and where it begins.
  private var fields = 0
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
      let needsGuard =
        guardsFormulas && field.isText && content.first.map(Self.startsFormula) == true
      // A blank line is no record, so a record of one empty field needs its quotes.
      append(needsGuard ? [Self.apostrophe] + content : content, isAlone: fields.count == 1)
    }
    bytes += lineEnding
  }

  /// Writes the next field of a record, as it is; `endRecord` follows the last.
  package mutating func append(_ field: Span<UInt8>) {
    beginField()
    var isPlain = true
    // One pass over the field; few need quotes, and are taken back.
    bytes.append(addingCapacity: field.count) { place in
      for index in field.indices {
        isPlain = isPlain && !dialect.isSpecial(field[index])
        place.append(field[index])
      }
    }
    if !isPlain { quote(last: field.count) }
  }

  /// Writes a text as the next field of a record, with the formula guard where it is on.
  package mutating func append(text: String) {
    let bytes = text.utf8.span
    guard guardsFormulas, !bytes.isEmpty, Self.startsFormula(bytes[0]) else { return append(bytes) }
    append(("'" + text).utf8.span)
  }

  /// Writes the next field of a record from texts that follow one another in it, with the formula
  /// guard where it is on.
  ///
  /// - Parameter parts: Gives the texts to the function that it is called with.
  package mutating func append(parts: (_ put: (String) -> Void) -> Void) {
    beginField()
    let first = bytes.count
    parts { text in
      let text = text.utf8.span
      bytes.append(addingCapacity: text.count) { place in
        for index in text.indices { place.append(text[index]) }
      }
    }
    if guardsFormulas, first < bytes.count, Self.startsFormula(bytes[first]) {
      bytes.insert(Self.apostrophe, at: first)
    }
    if bytes[first...].contains(where: dialect.isSpecial) { quote(last: bytes.count - first) }
  }

  /// Writes an empty field of a record.
  package mutating func appendEmpty() { beginField() }

  /// Writes a whole number as the next field of a record.
  package mutating func append(number: Int) {
    beginField()
    bytes.append(decimal: number)
  }

  /// Writes a number's description, which has a point at most, with another decimal mark.
  package mutating func append(described number: Span<UInt8>, decimalMark: UInt8) {
    beginField()
    var isPlain = true
    bytes.append(addingCapacity: number.count) { place in
      for index in number.indices {
        let byte = number[index] == UInt8(ascii: ".") ? decimalMark : number[index]
        isPlain = isPlain && !dialect.isSpecial(byte)
        place.append(byte)
      }
    }
    if !isPlain { quote(last: number.count) }
  }

  /// Ends a record that was written field by field.
  package mutating func endRecord() {
    // A blank line is no record, so a record of one empty field needs its quotes.
    if fields == 1, bytes.count == start { append([], isAlone: true) }
    bytes += lineEnding
    fields = 0
  }

  /// Gives away what has been written, and keeps the room for what follows.
  package mutating func give(to put: ([UInt8]) -> Void) {
    put(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func beginField() {
    if fields > 0 {
      bytes.append(dialect.delimiter)
    } else {
      start = bytes.count
    }
    fields += 1
  }

  /// Puts the last bytes, a field with a byte that a reader would take for something else, in quotes.
  private mutating func quote(last count: Int) {
    let content = Array(bytes.suffix(count))
    bytes.removeLast(count)
    append(content, isAlone: false)
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

  private static let apostrophe = UInt8(ascii: "'")

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
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
