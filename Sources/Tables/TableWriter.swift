package import DelimitedText
package import Diagnostics
internal import Parallel
internal import Synchronization

/// Writes a table cell by cell; what has been written can be given away between rows.
package struct TableWriter {
  private var writer: DelimitedWriter
  private let decimalMark: UInt8
  private var fractions: RecurringTexts

  /// Begins a table with the header of its schema.
  package init(_ schema: TableSchema, as format: TableFormat = .machine) {
    self.init(format, hasHeader: true)
    writer.write(schema.columns.map(\.name))
  }

  /// Goes on with a table whose header somebody else has written.
  fileprivate init(continuing format: TableFormat) { self.init(format, hasHeader: false) }

  private init(_ format: TableFormat, hasHeader: Bool) {
    let isSpreadsheet = format == .spreadsheet
    decimalMark = isSpreadsheet ? UInt8(ascii: ",") : UInt8(ascii: ".")
    fractions = RecurringTexts(decimalMark: decimalMark)
    writer = DelimitedWriter(
      dialect: Dialect(delimiter: format.delimiter),
      byteOrderMark: isSpreadsheet && hasHeader,
      guardsFormulas: isSpreadsheet
    )
  }

  /// What has been written and not given away.
  package var bytes: [UInt8] { writer.bytes }

  /// Gives away what has been written.
  package mutating func give(to put: ([UInt8]) -> Void) { writer.give(to: put) }

  /// The same, for one who keeps it.
  fileprivate mutating func takeBytes() -> [UInt8] { writer.takeBytes() }

  /// Writes the next cell of a row as `TableFormat.text` has it, without making the text of numbers
  /// that are whole; texts are kept from being run as formulas.
  package mutating func append(_ cell: Cell) {
    switch cell {
    case .empty: putEmpty()
    case .text(let text): put(text)
    case .integer(let value): put(value)
    case .decimal(let value): put(value)
    case .number(let value): put(value)
    case .flag(let value): put(value)
    case .date(let date): put(date.description)
    }
  }

  /// Writes a row's last cell, a text, from its parts.
  package mutating func append(parts: (_ field: inout FieldParts) -> Void) {
    writer.append(parts: parts)
  }

  /// Ends a row.
  package mutating func endRow() { writer.endRecord() }

  /// Whole numbers below 2^53 are described digit by digit; beyond, Swift may write an exponent.
  private static let firstWithExponent = 9_007_199_254_740_992.0
}

extension TableWriter: CellSink {
  package mutating func put(_ text: String) {
    if text.isEmpty { putEmpty() } else { writer.append(text: text) }
  }

  package mutating func put(_ number: Int) { writer.append(number: number) }

  package mutating func put(_ number: Double) {
    if number.magnitude < Self.firstWithExponent, let whole = Int(exactly: number) {
      writer.append(number: whole)
    } else {
      fractions.put(number, into: &writer)
    }
  }

  package mutating func put(_ number: FixedDecimal) {
    if let whole = number.integer {
      writer.append(number: Int(whole))
    } else {
      writer.append(described: number.description.utf8.span, decimalMark: decimalMark)
    }
  }

  package mutating func put(_ flag: Bool) { writer.append(text: flag ? "true" : "false") }

  package mutating func put(_ sources: FactSources) {
    if sources.isEmpty { return writer.appendEmpty() }
    writer.append { field in sources.put(into: &field) }
  }

  package mutating func putEmpty() { writer.appendEmpty() }
}

/// Writes a table; the header comes from its schema.
package func write(_ rows: some RowList, as format: TableFormat = .machine) -> [UInt8] {
  var bytes: [UInt8] = []
  write(rows, as: format) { bytes += $0 }
  return bytes
}

/// Writes a table piece by piece.
///
/// - Parameters:
///   - rows: The rows.
///   - schema: Their columns, with that of the key where there are keys; nil for those of the row.
///   - format: For whom the table is written.
///   - row: Writes a row's cells; nil for all of them as they are.
///   - key: Puts together a row's last cell, where the rows do not have all their cells.
///   - jobs: About how many threads write rows; the bytes do not depend on it.
///   - put: Takes the pieces one after the other.
package func write<Rows: RowList>(
  _ rows: Rows,
  schema: TableSchema? = nil,
  as format: TableFormat,
  row: (@Sendable (Rows.Row, _ writer: inout TableWriter) -> Void)? = nil,
  key: (@Sendable (Rows.Row, _ field: inout FieldParts) -> Void)? = nil,
  jobs: Int = 1,
  to put: ([UInt8]) -> Void
) {
  put(TableWriter(schema ?? Rows.Row.schema, as: format).bytes)
  // Each thread goes on with a writer that knows the digits of numbers that recur.
  let writers = Mutex<[TableWriter]>([])
  let pieces = (rows.count + rowsAtATime - 1) / rowsAtATime
  parallelPieces(pieces, jobs: jobs) { piece in
    var writer = writers.withLock { $0.popLast() } ?? TableWriter(continuing: format)
    let first = piece * rowsAtATime
    rows.withRows(first..<min(first + rowsAtATime, rows.count)) { rows in
      for place in rows.indices {
        if let row { row(rows[place], &writer) } else { rows[place].write(to: &writer) }
        if let key { writer.append { field in key(rows[place], &field) } }
        writer.endRow()
      }
    }
    let written = writer.takeBytes()
    writers.withLock { $0.append(writer) }
    return written
  } _: {
    put($0)
  }
}

/// Writes cells under a schema's header.
///
/// - Parameters:
///   - rows: The cells of each row.
///   - schema: The columns.
///   - format: For whom the table is written.
/// - Returns: The file's bytes.
package func write(
  _ rows: some Sequence<[Cell]>,
  schema: TableSchema,
  as format: TableFormat = .machine
) -> [UInt8] {
  var writer = TableWriter(schema, as: format)
  for row in rows {
    for cell in row { writer.append(cell) }
    writer.endRow()
  }
  return writer.bytes
}

private let rowsAtATime = 1024
