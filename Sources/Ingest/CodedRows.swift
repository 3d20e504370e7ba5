import DelimitedText
import Tables

/// The cells of a table's rows, each text of a column kept once.
struct CodedRows: Sendable {
  /// First record that is coded: the one below the header.
  let first: Int
  /// For each column of the file the codes of the records and their texts.
  let columns: [TextColumn]

  /// Codes the records of a table below its header.
  ///
  /// - Parameters:
  ///   - batch: The records.
  ///   - records: Those of the table, its titles and header among them.
  ///   - header: The last record of its header.
  ///   - width: Columns that have a header.
  init(_ batch: RecordBatch, _ records: Range<Int>, below header: Int, width: Int) {
    let first = min(max(records.lowerBound, header + 1), records.upperBound)
    self.first = first
    columns = (0..<width).map { Self.coded(batch, first..<records.upperBound, $0) }
  }

  private static func coded(
    _ batch: RecordBatch,
    _ records: Range<Int>,
    _ column: Int
  ) -> TextColumn {
    var coder = TextCoder()
    var codes: [Int32] = []
    codes.reserveCapacity(records.count)
    let trial = records.prefix(rowsOfTrial)
    batch.forEachField(column, of: trial) { codes.append(coder.code(of: $1)) }
    let rest = trial.upperBound..<records.upperBound
    if !rest.isEmpty, coder.texts.count > rowsOfTrial - rowsOfTrial / 8 {
      // Keys of a register: nearly every text is new, and looking each up would find nothing.
      var result = TextColumn(codes: codes, texts: coder.texts)
      result.reserveCapacity(records.count)
      batch.forEachField(column, of: rest) { result.append($1) }
      return result
    }
    batch.forEachField(column, of: rest) { codes.append(coder.code(of: $1)) }
    return TextColumn(codes: codes, texts: coder.texts)
  }

  /// Rows by which a column is told whose texts hardly recur.
  private static let rowsOfTrial = 8_192

  /// The columns of some of the records, with texts in the order in which these have them.
  func picking(_ records: [Int]) -> [TextColumn] {
    let isAll = records.count == (columns.first?.count ?? 0)
    return isAll ? columns : columns.map { $0.picking(records, from: first) }
  }
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
