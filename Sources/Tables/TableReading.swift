import DelimitedText
import Diagnostics

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
