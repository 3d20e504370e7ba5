import Diagnostics
import Parallel
import Plan
import Synchronization
import Tables
import VietnameseText

extension FormRows {
  /// Gives up what was said of rows, once it stands in tables: a country's rows are to be made then.
  mutating func forgetRemarks() {
    remarks = FormRemarks()
    setAside = []
    superseded = []
    revisions = []
  }

  /// The rows in use, column by column; typed and raw cells are given up as they become columns, so
  /// that a country's do not stand twice.
  ///
  /// At most so many `jobs` take a column at a time.
  mutating func takeRecords(jobs: Int = 1) -> TypedRecords {
    let rows = rowsInUse
    states = []
    let files = rows.map { raw.files.picking($0) } ?? raw.files
    var years = RowRuns()
    var senders = RunNames()
    for (file, rows) in files.runs {
      years.append(repeating: sources.year(file), count: rows.count)
      senders.append(repeating: sender(ofFile: file), count: rows.count)
    }
    let lines = rows.map { raw.lines.picking($0) } ?? raw.lines
    raw.lines = RowNumbers()
    let units = rows.map { self.units.picking($0) } ?? self.units
    self.units = RowNames()
    let columns = takeColumns(rows, jobs: jobs)
    return TypedRecords(
      form: form.name,
      fields: form.fields.map(\.name),
      files: files,
      lines: lines,
      years: years,
      units: units,
      senders: senders,
      parts: rows.map { parts(of: $0) } ?? parts,
      columns: columns
    )
  }

  /// The columns of the rows in use; each is given up as it is made.
  private mutating func takeColumns(_ rows: [Range<Int>]?, jobs: Int) -> [TypedColumn] {
    raw.columns = raw.columns.map { _ in TextColumn() }
    let left = Mutex(cells)
    cells = []
    return parallelMap(form.fields.count, jobs: jobs) { [form] field in
      let cells = left.withLock { left in
        defer { left[field] = CellColumn(TextColumn()) }
        return left[field]
      }
      return cells.typed(TypedColumn(emptyFor: form.fields[field]), rows)
    }
  }

  /// The rows in use as ranges in the order of the table; nil where it is that of all rows.
  private var rowsInUse: [Range<Int>]? {
    if raw.parts.isEmpty, states.allSatisfy({ $0 == .used }) { return nil }
    guard !raw.parts.isEmpty else { return ranges { _ in true } }
    // Figures that came one by one correct the whole rows that are left beside them.
    return ranges { raw.parts[$0] != nil } + ranges { raw.parts[$0] == nil }
  }

  /// The rows in use that a condition holds for.
  private func ranges(_ holds: (Int) -> Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for row in states.indices {
      if states[row] == .used, holds(row) {
        if start == nil { start = row }
      } else if let first = start {
        ranges.append(first..<row)
        start = nil
      }
    }
    if let start { ranges.append(start..<states.count) }
    return ranges
  }

  /// The parts of their years that some rows state, by the rows' places.
  private func parts(of ranges: [Range<Int>]) -> [Int: PartOfYear] {
    guard !parts.isEmpty else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: ranges.joined().enumerated().compactMap { place, row in
        parts[row].map { (place, $0) }
      }
    )
  }
}
