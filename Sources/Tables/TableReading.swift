import DelimitedText
import Diagnostics
import Parallel
import Synchronization

/// Reads a table that a stage wrote.
///
/// - Parameters:
///   - type: What its rows are.
///   - bytes: The table.
///   - file: Its file, for messages.
///   - jobs: The most threads.
/// - Returns: The rows in their order.
/// - Throws: Of several damaged rows the first.
package func read<Row: TableRow>(
  _ type: Row.Type,
  from bytes: [UInt8],
  file: String,
  jobs: Int = 1
) throws(TableError) -> [Row] {
  let columns = Row.schema.columns.map(\.name)
  let batch = try readBatch(bytes, columns: columns, file: file, jobs: jobs)
  let first = Mutex<(record: Int, error: TableError)?>(nil)
  let rows = parallelRanges(max(1, batch.recordCount) - 1, of: 1_024, jobs: jobs) {
    places,
    rows in
    // What comes after a damaged row is not asked for any more.
    if first.withLock({ $0?.record ?? .max }) <= places.lowerBound { return }
    for place in places {
      let record = place + 1
      var reader = RowReader(batch, record: record, file: file)
      do throws(TableError) {
        rows.append(try Row(&reader))
      } catch {
        first.withLock { first in
          if record < first?.record ?? .max { first = (record, error) }
        }
        return
      }
    }
  }
  if let error = first.withLock({ $0?.error }) { throw error }
  return rows
}

/// Parses a stage's table and checks its header and the width of each row.
func readBatch(
  _ bytes: [UInt8],
  columns: [String],
  file: String,
  jobs: Int = 1
) throws(TableError) -> RecordBatch {
  let result = parse(bytes, dialect: .comma, jobs: jobs)
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
