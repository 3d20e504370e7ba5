import DelimitedText
import Parallel
import Tables

/// The cells of a table's rows, each text of a column kept once.
struct CodedRows: Sendable {
  /// First record that is coded: the one below the header.
  let first: Int
  /// For each column of the file the codes of the records and their texts.
  private(set) var columns: [TextColumn]

  /// Codes the records of a table below its header.
  ///
  /// - Parameters:
  ///   - batch: The records.
  ///   - records: Those of the table, its titles and header among them.
  ///   - header: The last record of its header.
  ///   - width: Columns that have a header.
  ///   - jobs: The most threads, each of which codes columns of its own.
  init(
    _ batch: RecordBatch,
    _ records: Range<Int>,
    below header: Int,
    width: Int,
    jobs: Int = 1
  ) {
    let first = min(max(records.lowerBound, header + 1), records.upperBound)
    self.first = first
    let shares = max(1, min(jobs, width))
    let coded = parallelMap(shares, jobs: jobs) { share in
      Self.coded(
        batch,
        first..<records.upperBound,
        Array(stride(from: share, to: width, by: shares))
      )
    }
    columns = (0..<width).map { coded[$0 % shares][$0 / shares] }
  }

  private static func coded(
    _ batch: RecordBatch,
    _ records: Range<Int>,
    _ columns: [Int]
  ) -> [TextColumn] {
    var coders = Array(repeating: ColumnCoder(rows: records.count), count: columns.count)
    // A block's bytes are still at hand when the next column of it is coded.
    var codes: [Int32] = []
    for start in stride(from: records.lowerBound, to: records.upperBound, by: rowsOfBlock) {
      let block = start..<min(start + rowsOfBlock, records.upperBound)
      for (place, column) in columns.enumerated() {
        coders[place].code(batch, block, column, &codes)
      }
    }
    return coders.map(\.coded)
  }

  private static let rowsOfBlock = 4_096

  /// Gives up the columns of some of the records, with texts in the order in which these have them: a
  /// country's cells are not kept twice.
  mutating func takeColumns(of records: [Int]) -> [TextColumn] {
    let isAll = records.count == (columns.first?.count ?? 0)
    var taken: [TextColumn] = []
    for column in columns.indices {
      taken.append(isAll ? columns[column] : columns[column].picking(records, from: first))
      columns[column] = TextColumn()
    }
    return taken
  }
}

/// Codes the texts of one column.
private struct ColumnCoder {
  /// How many rows there are.
  private let rows: Int
  private var coder = TextCoder()
  private var codes = RowCodes()
  /// The column, once it was told that nearly every text is new, as keys of a register are, and that
  /// looking each up would find nothing.
  private var asSent: TextColumn?

  /// Rows by which a column is told whose texts hardly recur; a number of whole blocks.
  private static let rowsOfTrial = 8_192

  init(rows: Int) { self.rows = rows }

  /// Codes the next block; its codes pass through `block`, which all columns use.
  mutating func code(
    _ batch: RecordBatch,
    _ records: Range<Int>,
    _ column: Int,
    _ block: inout [Int32]
  ) {
    if asSent != nil {
      asSent?.append { texts in batch.forEachField(column, of: records) { texts.append($1) } }
      return
    }
    if codes.isEmpty { codes.reserveCapacity(rows) }
    block.removeAll(keepingCapacity: true)
    batch.forEachField(column, of: records) { block.append(coder.code(of: $1)) }
    let limit = Int32(clamping: coder.texts.count)
    codes.append(count: block.count, below: limit) { block[$0] }
    if codes.count == Self.rowsOfTrial, rows > codes.count,
      coder.texts.count > Self.rowsOfTrial - Self.rowsOfTrial / 8
    {
      var column = TextColumn(codes: codes, texts: coder.texts)
      (coder, codes) = (TextCoder(), RowCodes())
      column.reserveCapacity(rows)
      asSent = column
    }
  }

  var coded: TextColumn { asSent ?? TextColumn(codes: codes, texts: coder.texts) }
}

extension TextColumn {
  fileprivate func picking(_ records: [Int], from first: Int) -> TextColumn {
    var places = Array(repeating: Int32(-1), count: texts.count)
    var picked = TextArena()
    var codes: [Int32] = []
    codes.reserveCapacity(records.count)
    for record in records {
      let code = Int(self.codes[record - first])
      if places[code] < 0 {
        places[code] = Int32(clamping: picked.count)
        texts.withBytes(code) { picked.append($0) }
      }
      codes.append(places[code])
    }
    return TextColumn(codes: codes, texts: picked)
  }
}
