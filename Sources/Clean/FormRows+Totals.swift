import Diagnostics
import Plan
import Tables

// Rows of totals: compared with the rows, never counted.
extension FormRows {
  /// Compares the totals that files give with the sums of their rows.
  ///
  /// All rows are summed as the sender did, also those that were set aside for another reason. With
  /// a row that nobody could take apart there is no sum to expect: its own finding stands, and the
  /// total is compared once the row is mended.
  mutating func checkTotals(_ totals: TableTotals, words: CellWords) {
    guard totals.files.contains(where: { sources.file($0).forms.contains(form.name) }) else {
      return
    }
    let habits = habits(words)
    var readers: [Int: CellReader] = [:]
    var rows: [Int: [Int]] = [:]
    for (file, own) in raw.fileRanges { rows[file, default: []] += own }
    for file in totals.files where sources.file(file).forms.contains(form.name) {
      guard let own = rows[file], own.contains(where: { states[$0] != .superseded }) else {
        continue
      }
      check(totals.of(file, path: sources.file(file).path), own, habits, words, &readers)
    }
  }

  private mutating func check(
    _ totals: FileTotals,
    _ own: [Int],
    _ habits: [Int: FileHabits],
    _ words: CellWords,
    _ readers: inout [Int: CellReader]
  ) {
    let names = form.columnNames
    let lines = own.map { raw.lines[$0] }
    var running: [Int: [RunningSums]] = [:]
    for row in totals.rows {
      let figures = row.compactMap {
        total -> (total: TotalRow, index: Int, value: FixedDecimal)? in
        guard let index = names.firstIndex(of: total.name) else { return nil }
        let reader = readers[index] ?? CellReader(field(index), isKey: false, words: words)
        readers[index] = reader
        return value(total, index, habits, reader).map { (total, index, $0) }
      }
      guard let first = row.first, !figures.isEmpty else { continue }
      for figure in figures where running[figure.index] == nil {
        running[figure.index] = sums(figure.index, own)
      }
      var best: (sums: [RunningSums.Sum], equal: Int, isWhole: Bool)?
      for scope in totals.scopes(first) {
        let places = lines.places(within: scope)
        // A row that stands twice may have been added up once.
        for reading in 0..<2 {
          let sums = figures.compactMap { running[$0.index]?[reading].sum(places) }
          guard sums.count == figures.count, sums[0].rows > 0 else { continue }
          let equal = zip(figures, sums).count { $0.value == $1.value }
          if equal > best?.equal ?? -1 {
            best = (sums, equal, !totals.hasBrokenRow(within: scope))
          }
        }
      }
      guard let best, best.isWhole else { continue }
      for (figure, sum) in zip(figures, best.sums) where figure.value != sum.value {
        remarkOnFile(differs(figure.total, figure.index, figure.value, sum))
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
    _ reader: CellReader
  ) -> FixedDecimal? {
    let scale = sources.file(total.file).fieldScales[total.name] ?? 1
    let count = form.fields.count
    let position = index < count ? index : form.partColumns[index - count].field
    let manner = habits[total.file]?.manner(position, scale: scale) ?? Manner(scale: scale)
    if case .number(let value) = reader.read(total.text, manner).value { return value }
    return nil
  }

  /// Sums of a column down a file's rows: of all of them, and of those that nothing took the place
  /// of.
  private func sums(_ index: Int, _ rows: [Int]) -> [RunningSums] {
    let count = form.fields.count
    var sums = [RunningSums(), RunningSums()]
    for row in rows {
      let cell = index < count ? cells[index][row] : partCells[index - count][row]
      sums[0].add(cell)
      sums[1].add(states[row] == .superseded ? nil : cell)
    }
    return sums
  }

  private func differs(
    _ total: TotalRow,
    _ index: Int,
    _ value: FixedDecimal,
    _ sum: RunningSums.Sum
  ) -> Finding {
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
