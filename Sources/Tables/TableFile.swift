import DelimitedText
import Diagnostics

/// How a table is written: for the next stage, or for a reader's spreadsheet.
package enum TableFormat: Sendable {
  /// Comma, full stop in numbers, line feeds, no byte order mark.
  case machine
  /// As Excel in Vietnam opens it: semicolon, decimal comma, byte order mark.
  case spreadsheet

  package var delimiter: UInt8 { self == .machine ? 0x2C : 0x3B }
  package var decimalMark: String { self == .machine ? "." : "," }
}

extension TableFormat {
  /// A cell's text; numbers never depend on a locale.
  package func text(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .integer(let value): String(value)
    case .decimal(let value): mark(value.description)
    case .number(let value): mark(Self.plain(value))
    case .flag(let value): value ? "true" : "false"
    case .date(let date): date.description
    }
  }

  private func mark(_ number: String) -> String {
    guard self == .spreadsheet, number.utf8.contains(0x2E) else { return number }
    return String(decoding: number.utf8.map { $0 == 0x2E ? 0x2C : $0 }, as: UTF8.self)
  }

  /// Shortest digits that read back as the same number, without `.0` and without minus zero.
  private static func plain(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// Writes a table; the header comes from its schema.
package func write<Row: TableRow>(_ rows: [Row], as format: TableFormat = .machine) -> [UInt8] {
  write(rows, schema: Row.schema, keys: EmptyCollection(), as: format)
}

/// Writes rows under a header.
///
/// - Parameters:
///   - rows: The rows.
///   - schema: Their columns, with that of the keys where there are keys.
///   - keys: Last cell of each row, after its own; empty where the rows have all their cells.
///   - format: For whom the table is written.
/// - Returns: The file's bytes.
package func write<Row: TableRow>(
  _ rows: some Sequence<Row>,
  schema: TableSchema,
  keys: some Sequence<Cell>,
  as format: TableFormat
) -> [UInt8] {
  var writer = headed(schema, format)
  write(rows, schema, keys, format, to: &writer) { row, put in row.eachCell(put) }
  return writer.bytes
}

/// Writes cells under a schema's header.
///
/// - Parameters:
///   - rows: The cells of each row.
///   - schema: The columns, with that of the keys where there are keys.
///   - keys: Last cell of each row, after `cells`; empty where the rows have all their cells.
///   - format: For whom the table is written.
/// - Returns: The file's bytes.
package func write(
  _ rows: some Sequence<[Cell]>,
  schema: TableSchema,
  keys: some Sequence<Cell> = EmptyCollection(),
  as format: TableFormat = .machine
) -> [UInt8] {
  var writer = headed(schema, format)
  write(rows, schema, keys, format, to: &writer) { row, put in
    for cell in row { put(cell) }
  }
  return writer.bytes
}

/// Writes rows that stand below others, for the next stage.
func writeBelow<Row: TableRow>(_ rows: ArraySlice<Row>) -> [UInt8] {
  var writer = DelimitedWriter()
  write(rows, Row.schema, EmptyCollection<Cell>(), .machine, to: &writer) { row, put in
    row.eachCell(put)
  }
  return writer.bytes
}

private func headed(_ schema: TableSchema, _ format: TableFormat) -> DelimitedWriter {
  var writer = DelimitedWriter(
    dialect: Dialect(delimiter: format.delimiter),
    byteOrderMark: format == .spreadsheet
  )
  writer.write(schema.columns.map(\.name))
  return writer
}

private let rowsBeforeGuess = 1_000

private func write<Rows: Sequence>(
  _ rows: Rows,
  _ schema: TableSchema,
  _ keys: some Sequence<Cell>,
  _ format: TableFormat,
  to writer: inout DelimitedWriter,
  _ eachCell: (Rows.Element, (Cell) -> Void) -> Void
) {
  // A row of one empty cell needs its quotes, which the writer gives whole records.
  guard schema.columns.count > 1 else {
    for row in rows {
      var cells: [String] = []
      eachCell(row) { cells.append(format.guarded($0)) }
      writer.write(cells)
    }
    return
  }
  var keys = keys.makeIterator()
  var written = 0
  for row in rows {
    eachCell(row) { format.append($0, to: &writer) }
    if let key = keys.next() { format.append(key, to: &writer) }
    writer.endRecord()
    written += 1
    // A large table grows step by step otherwise, and is copied at each.
    if written == rowsBeforeGuess {
      writer.makeRoom(forRecords: rows.underestimatedCount, judgingBy: written)
    }
  }
}

extension TableFormat {
  /// Writes a cell as `guarded` gives it; most cells of large tables are empty or whole numbers,
  /// for which no text is made.
  fileprivate func append(_ cell: Cell, to writer: inout DelimitedWriter) {
    switch cell {
    case .empty: writer.appendEmpty()
    case .integer(let value): writer.append(number: value)
    case .decimal(let value) where value.scale == 0:
      writer.append(number: Int(value.significand))
    case .number(let value) where value.magnitude < Self.firstWithExponent:
      if let whole = Int(exactly: value) {
        writer.append(number: whole)
      } else {
        writer.append(text: text(cell))
      }
    case .text(let text) where self == .machine: writer.append(text: text)
    default: writer.append(text: guarded(cell))
    }
  }

  /// Whole numbers below 2^53 are described digit by digit; beyond, Swift may write an exponent.
  private static let firstWithExponent = 9_007_199_254_740_992.0

  /// A cell's text as it is written.
  fileprivate func guarded(_ cell: Cell) -> String {
    let text = text(cell)
    guard self == .spreadsheet, case .text = cell else { return text }
    return guardedAgainstFormulas(text)
  }
}

/// Excel runs a text cell that begins so as a formula; an apostrophe keeps it a text.
private func guardedAgainstFormulas(_ text: String) -> String {
  guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
    return text
  }
  return "'" + text
}

/// Reads a table that a stage wrote.
package func read<Row: TableRow>(
  _ type: Row.Type,
  from bytes: [UInt8],
  file: String
) throws(TableError) -> [Row] {
  let batch = try readBatch(bytes, columns: Row.schema.columns.map(\.name), file: file)
  var rows: [Row] = []
  rows.reserveCapacity(batch.recordCount)
  for record in 1..<max(1, batch.recordCount) {
    var reader = RowReader(batch, record: record, file: file)
    rows.append(try Row(&reader))
  }
  return rows
}

/// Parses a stage's table and checks its header and the width of each row.
func readBatch(_ bytes: [UInt8], columns: [String], file: String) throws(TableError) -> RecordBatch
{
  let result = parse(bytes, dialect: .comma)
  if let fault = result.faults.first {
    throw TableError(
      location: Location(file: file, line: fault.line, column: nil),
      found: "\(fault)",
      expected: LocalisedText(vi: "một bảng CSV đúng quy cách", en: "a well-formed CSV table")
    )
  }
  let batch = result.batch
  let header = (0..<(batch.recordCount > 0 ? batch.fieldCount(of: 0) : 0)).map { batch.text(0, $0) }
  guard header == columns else {
    let names = columns.joined(separator: ",")
    throw TableError(
      location: Location(file: file, line: 1),
      found: header.joined(separator: ","),
      expected: LocalisedText(vi: "hàng tiêu đề \(names)", en: "the header \(names)")
    )
  }
  for record in 1..<max(1, batch.recordCount) where batch.fieldCount(of: record) != columns.count {
    throw TableError(
      location: Location(file: file, line: batch.line(of: record)),
      found: "\(batch.fieldCount(of: record))",
      expected: LocalisedText(vi: "\(columns.count) ô", en: "\(columns.count) cells")
    )
  }
  return batch
}
