import Diagnostics
import Plan
import Tables

/// What ingest kept of the rows of a table that are no data.
struct TableTotals {
  /// Figures of total rows by file.
  private let figures: [Int: [TotalRow]]
  /// Lines of total rows and of groups' labels by file: where groups of rows begin and end.
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
      .mapValues { $0.compactMap(\.location.line) }
  }

  var files: [Int] { figures.keys.sorted() }

  /// Total rows of a file from top to bottom.
  func rows(_ file: Int) -> [[TotalRow]] {
    Dictionary(grouping: figures[file] ?? []) { $0.line }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Lines between which a total's rows may stand, likeliest first.
  ///
  /// A total of all rows says so, or nothing else parts the rows. Otherwise the rows since an
  /// earlier total or label are meant, or those down to the next one.
  func scopes(_ file: Int, _ total: TotalRow) -> [ClosedRange<Int>] {
    let all = 0...Int.max
    let totals = rows(file)
    let isOnlyWhole = total.isWhole && totals.count { $0.first?.isWhole == true } == 1
    let marks = boundaries[file] ?? []
    guard !isOnlyWhole, marks.count > 1 else { return [all] }
    let above = marks.filter { $0 < total.line }.suffix(16).reversed().map { $0...total.line }
    let below = marks.filter { $0 > total.line }.prefix(16).map { total.line...$0 }
    let isLast = totals.last?.first?.line == total.line
    let parts = above + [0...total.line] + below + [total.line...Int.max]
    return isLast ? [all] + parts : parts + [all]
  }

  func brokenLines(_ path: String) -> [Int] { broken[path] ?? [] }
}

// Rows of totals: compared with the rows, never counted.
extension FormRows {
  private struct Sum {
    var value = FixedDecimal.zero
    var rows = 0
    /// Rows in which the column has no number that could be added.
    var unread = 0
  }

  /// Compares the totals that files give with the sums of their rows.
  ///
  /// All rows are summed as the sender did, also those that were set aside for another reason. With
  /// a row that nobody could take apart there is no sum to expect: its own finding stands, and the
  /// total is compared once the row is mended.
  mutating func checkTotals(_ totals: TableTotals, words: CellWords) {
    let names = form.columnNames
    guard totals.files.contains(where: { sources.file($0).forms.contains(form.name) }) else {
      return
    }
    let habits = habits(words)
    var rows: [Int: [Int]] = [:]
    for row in 0..<raw.count { rows[raw.files[row], default: []].append(row) }
    for file in totals.files where sources.file(file).forms.contains(form.name) {
      guard let own = rows[file], own.contains(where: { states[$0] != .superseded }) else {
        continue
      }
      let broken = totals.brokenLines(sources.file(file).path)
      for row in totals.rows(file) {
        let figures = row.compactMap {
          total -> (total: TotalRow, index: Int, value: FixedDecimal)? in
          guard let index = names.firstIndex(of: total.name) else { return nil }
          return value(total, index, habits, words).map { (total, index, $0) }
        }
        guard let first = row.first, !figures.isEmpty else { continue }
        var best: (sums: [Sum], equal: Int, isWhole: Bool)?
        for scope in totals.scopes(file, first) {
          let within = own.filter { scope.contains(raw.lines[$0]) }
          let isWhole = !broken.contains { scope.contains($0) }
          // A row that stands twice may have been added up once.
          for rows in [within, within.filter { states[$0] != .superseded }] where !rows.isEmpty {
            let sums = figures.compactMap { sum($0.index, rows) }
            guard sums.count == figures.count else { continue }
            let equal = zip(figures, sums).count { $0.value == $1.value }
            if equal > best?.equal ?? -1 { best = (sums, equal, isWhole) }
          }
        }
        guard let best, best.isWhole else { continue }
        for (figure, sum) in zip(figures, best.sums) where figure.value != sum.value {
          remarkOnFile(differs(figure.total, figure.index, figure.value, sum))
        }
      }
    }
  }

  /// Field of a column of records.
  private func field(_ index: Int) -> Field {
    let count = form.fields.count
    return form.fields[index < count ? index : form.partColumns[index - count].field]
  }

  private func value(
    _ total: TotalRow,
    _ index: Int,
    _ habits: [Int: FileHabits],
    _ words: CellWords
  ) -> FixedDecimal? {
    let scale = sources.file(total.file).fieldScales[total.name] ?? 1
    let reader = CellReader(field(index), isKey: false, words: words)
    let count = form.fields.count
    let position = index < count ? index : form.partColumns[index - count].field
    let manner = habits[total.file]?.manner(position, scale: scale) ?? Manner(scale: scale)
    if case .number(let value) = reader.read(total.text, manner).value { return value }
    return nil
  }

  private func sum(_ index: Int, _ rows: [Int]) -> Sum? {
    let count = form.fields.count
    let column = index < count ? cells[index] : partCells[index - count]
    var sum = Sum(rows: rows.count)
    for row in rows {
      switch column[row] {
      case .number(let value):
        guard let next = FixedDecimal.adding(sum.value, value) else { return nil }
        sum.value = next
      case .missing(.noCase), .missing(.notApplicable): continue
      default: sum.unread += 1
      }
    }
    return sum
  }

  private func differs(_ total: TotalRow, _ index: Int, _ value: FixedDecimal, _ sum: Sum)
    -> Finding
  {
    let field = field(index)
    let source = sources.file(total.file)
    let difference = sum.value.multiplied(by: -1).flatMap { FixedDecimal.adding(value, $0) }
    func text(_ value: FixedDecimal?) -> LocalisedText {
      value.map { CellText.readable(.number($0), field) } ?? LocalisedText(vietnamese: "?")
    }
    let (found, expected, gap) = (text(value), text(sum.value), text(difference))
    let unread = sum.unread
    return Finding(
      "total-differs",
      .warning,
      at: Location(file: source.path, line: total.line, column: total.column),
      sender: source.sender,
      field: field.name,
      year: source.year,
      found: total.text,
      message: LocalisedText(
        vi:
          "hàng tổng ghi '\(field.title.vietnamese)' là \(found.vietnamese), cộng \(sum.rows) hàng "
          + "được \(expected.vietnamese), lệch \(gap.vietnamese)"
          + (unread > 0 ? "; chưa kể \(unread) ô trống hoặc không đọc được" : ""),
        en: "found the total \(found.english) for '\(field.title.english)', "
          + "expected \(expected.english), the sum of \(sum.rows) rows; difference \(gap.english)"
          + (unread > 0 ? "; \(unread) cells are blank or could not be read" : "")
      ),
      isSensitive: field.isSensitive
    )
  }
}
