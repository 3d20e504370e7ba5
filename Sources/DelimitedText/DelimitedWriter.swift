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
    unsafe field.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    // Few need quotes, and are taken back.
    if dialect.mustQuote(field) { quote(last: field.count) }
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
    parts { bytes.append(contentsOf: $0.utf8) }
    if guardsFormulas, first < bytes.count, Self.startsFormula(bytes[first]) {
      bytes.insert(Self.apostrophe, at: first)
    }
    if dialect.mustQuote(bytes.span.extracting(first...)) { quote(last: bytes.count - first) }
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
    let first = bytes.count
    unsafe number.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    let point = UInt8(ascii: ".")
    if decimalMark != point {
      for index in first..<bytes.count where bytes[index] == point { bytes[index] = decimalMark }
    }
    if dialect.mustQuote(bytes.span.extracting(first...)) { quote(last: number.count) }
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
    guard dialect.mustQuote(content.span) || (isAlone && content.isEmpty) else {
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

  private static let apostrophe = UInt8(ascii: "'")

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }
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
