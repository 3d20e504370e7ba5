/// Writes records as delimited text, quoting only where a reader would go wrong without.
public struct DelimitedWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8]

  private let dialect: Dialect
  private let lineEnding: [UInt8]
  private let guardsFormulas: Bool

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
    content.contains {
      $0 == dialect.delimiter || $0 == dialect.quote || $0 == Byte.lineFeed
        || $0 == Byte.carriageReturn
    }
  }

  private func startsFormula(_ content: [UInt8]) -> Bool {
    guard let first = content.first else { return false }
    return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
  }
}
