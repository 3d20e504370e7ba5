import Diagnostics
import Tables

/// What ingest kept of the rows of tables that are no data.
struct TableTotals {
  /// Figures of total rows by file.
  private let figures: [Int: [TotalRow]]
  /// Lines of total rows and of groups' labels by file.
  private let boundaries: [Int: [Int]]
  /// Lines of rows that ingest could not take apart, by path.
  private let broken: [String: [Int]]

  init(_ input: IngestTables) {
    figures = Dictionary(grouping: input.totals) { $0.file }
    let marks =
      input.totals.isEmpty ? [] : input.notes.filter { $0.kind == .total || $0.kind == .group }
    boundaries = Dictionary(grouping: marks) { $0.file }.mapValues { $0.map(\.line).sorted() }
    let faults = input.findings.filter { SourceFileRow.rowFaults.contains($0.code) }
    broken = Dictionary(grouping: faults) { $0.location.file }
      .mapValues { $0.compactMap(\.location.line).sorted() }
  }

  var files: [Int] { figures.keys.sorted() }

  func of(_ file: Int, path: String) -> FileTotals {
    let rows = Dictionary(grouping: figures[file] ?? []) { $0.line }
    return FileTotals(
      rows: rows.sorted { $0.key < $1.key }.map(\.value),
      marks: boundaries[file] ?? [],
      broken: broken[path] ?? []
    )
  }
}

/// Total rows of one file, and the lines at which groups of its rows begin and end.
struct FileTotals {
  /// From top to bottom.
  let rows: [[TotalRow]]
  private let marks: [Int]
  private let broken: [Int]
  private let wholes: Int

  init(rows: [[TotalRow]], marks: [Int], broken: [Int]) {
    self.rows = rows
    self.marks = marks
    self.broken = broken
    wholes = rows.count { $0.first?.isWhole == true }
  }

  /// Lines between which a total's rows may stand, likeliest first.
  ///
  /// A total of all rows says so, or nothing else parts the rows. Otherwise the rows since an
  /// earlier total or label are meant, or those down to the next one.
  func scopes(_ total: TotalRow) -> [ClosedRange<Int>] {
    let all = 0...Int.max
    guard !(total.isWhole && wholes == 1), marks.count > 1 else { return [all] }
    let place = marks.place { $0 >= total.line }
    let next = marks.place { $0 > total.line }
    let above = marks[..<place].suffix(16).reversed().map { $0...total.line }
    let below = marks[next...].prefix(16).map { total.line...$0 }
    let isLast = rows.last?.first?.line == total.line
    let parts = above + [0...total.line] + below + [total.line...Int.max]
    return isLast ? [all] + parts : parts + [all]
  }

  func hasBrokenRow(within scope: ClosedRange<Int>) -> Bool {
    !broken.places(within: scope).isEmpty
  }
}

extension [Int] {
  /// Places of a sorted list's numbers that lie in a range.
  func places(within scope: ClosedRange<Int>) -> Range<Int> {
    let first = place { $0 >= scope.lowerBound }
    return first..<Swift.max(first, place { $0 > scope.upperBound })
  }

  /// Place of the first number of a sorted list from which on a condition holds.
  fileprivate func place(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
