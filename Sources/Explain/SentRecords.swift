import Synchronization
package import Tables

/// What stood in the rows that senders' files gave, file by file, for those who ask.
package final class SentRecords: Sendable {
  /// What stood in a file's rows, or why that cannot be told.
  package enum Reading: Sendable {
    case rows(FileRecords)
    /// The file has other bytes than the run read, or is read otherwise now.
    case changed
    /// The plan says otherwise what is read and what is masked.
    case otherPlan
    /// The file is not found.
    case gone
  }

  /// Whether the run kept them: what stood in a file is then known also where it has changed since.
  package let areKept: Bool
  private let read: @Sendable (SourceFileRow) -> Reading
  /// By number of the file.
  private let readings = Mutex<[Int: Reading]>([:])

  /// Records that a run kept, by form.
  package init(kept records: [RawRecords]) {
    areKept = true
    read = { .rows(FileRecords(records, file: $0.file)) }
  }

  /// Files that are read again, each when it is first asked about.
  package init(reading read: @escaping @Sendable (SourceFileRow) -> Reading) {
    areKept = false
    self.read = read
  }

  /// What stood in the rows of a file.
  func rows(of file: SourceFileRow) -> Reading {
    readings.withLock { readings in
      if let known = readings[file.file] { return known }
      let reading = read(file)
      readings[file.file] = reading
      return reading
    }
  }
}

/// What stood in the rows of one file.
package struct FileRecords: Sendable {
  private let records: [RawRecords]
  private let file: Int

  /// - Parameters:
  ///   - records: Records by form, of this file and of others.
  ///   - file: The number that the file has in them.
  package init(_ records: [RawRecords], file: Int) {
    self.records = records
    self.file = file
  }

  /// What stood in a field, as it was sent; a line of a long file can give several rows, of which
  /// the one that gives the field counts.
  func cell(_ field: String, line: Int, in form: String) -> String? {
    guard let records = records.first(where: { $0.form == form }),
      let column = records.fields.firstIndex(of: field)
    else { return nil }
    let candidates = records.fileRanges.filter { $0.file == file }.flatMap { range in
      rows(of: line, in: records.lines, range.rows)
    }
    let own = candidates.first { records.parts[$0] == column } ?? candidates.first
    return own.map { records.columns[column].text($0) }
  }

  /// Rows that begin on a line, which is any number; those of a file stand in the order of their lines.
  private func rows(of line: Int, in lines: RowNumbers, _ rows: Range<Int>) -> Range<Int> {
    let start = firstRow(in: rows) { lines[$0] >= line }
    return start..<firstRow(in: start..<rows.upperBound) { lines[$0] > line }
  }

  /// The first of the rows from which on a condition holds; their end where it holds for none.
  private func firstRow(in rows: Range<Int>, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (rows.lowerBound, rows.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
