import Diagnostics
import Parallel
import Plan
import Tables
import VietnameseText

extension FormRows {
  /// What is to be done for each row with a text, beside taking its value.
  private struct Attention: OptionSet {
    let rawValue: UInt8

    static let remark = Attention(rawValue: 1)
    static let missing = Attention(rawValue: 2)
    static let date = Attention(rawValue: 4)
    /// The text has not been read.
    static let unread = Attention(rawValue: 8)
  }

  /// Types all cells; those that cannot be read become illegible and are set aside one by one.
  ///
  /// Two passes: first the habits of each file are gathered from all of its cells, then each text of
  /// a file is read once, in the manner of its file. At most so many `jobs` type fields at a time.
  mutating func typeCells(words: CellWords, jobs: Int = 1) {
    let ranges = raw.fileRanges
    let habits = habits(words)
    noteHabits(habits)
    let untyped = self
    // Fields with the most texts first, so that no thread is left with the longest one at the end.
    let order = form.fields.indices.sorted {
      (raw.columns[$1].texts.count, $0) < (raw.columns[$0].texts.count, $1)
    }
    let typed = parallelMap(order.count, jobs: jobs) { place in
      var rows = untyped
      rows.remarks = FormRemarks()
      let cells = rows.typedCells(order[place], ranges, habits, words)
      return (field: order[place], cells: cells, remarks: rows.remarks)
    }
    for field in typed.sorted(by: { $0.field < $1.field }) {
      cells.append(field.cells)
      remarks.append(field.remarks)
    }
  }

  /// The typed cells of a field.
  private mutating func typedCells(
    _ index: Int,
    _ ranges: [(file: Int, rows: Range<Int>)],
    _ habits: [Int: FileHabits],
    _ words: CellWords
  ) -> CellColumn {
    let field = form.fields[index]
    // Units need the row's year and sender; they are settled next.
    guard field.role != .unit else { return unitCells(index, ranges) }
    let isKey =
      field.type == .string
      && (field.role == .key || field.role == .reference || form.primaryKey.contains(index)
        || form.foreignKeys.contains { $0.field == index })
    let reader = CellReader(field, isKey: isKey, words: words)
    // Held here, so that nothing of the table is copied for a row.
    let (texts, parts) = (raw.columns[index], raw.parts)
    let codes = texts.codes
    var column = TypingColumn(index: index, habits: habits)
    var typed = CellColumn(texts)
    var remarks: [Int32: CellReading.Remark] = [:]
    var attention = Array(repeating: Attention.unread, count: typed.codeCount)
    let hasParts = !parts.isEmpty && field.role != .year
    let notReported = typed.append(.missing(.notReported))
    for (file, rows) in ranges {
      guard let manner = manner(of: index, in: file, habits[file]) else {
        for row in rows { typed.set(row, code: notReported) }
        continue
      }
      for row in rows {
        if hasParts, let part = parts[row], part != index {
          typed.set(row, code: notReported)
          continue
        }
        let code = Int(codes[row])
        if attention[code] == .unread {
          attention[code] = read(code, row, index, texts, reader, manner, &typed, &remarks)
        }
        guard !attention[code].isEmpty else { continue }
        let text = texts.text(row)
        if let remark = remarks[Int32(code)] { note(remark, text, row: row, in: &column) }
        if attention[code].contains(.missing) { noteMissing(row: row, field: index) }
        if attention[code].contains(.date), case .date(let date) = typed[row] {
          check(date, text, row: row, in: &column)
        }
      }
    }
    noteWhatWasRead(column)
    return typed
  }

  /// Reads a text of a file, and tells what each row with it asks for.
  private func read(
    _ code: Int,
    _ row: Int,
    _ index: Int,
    _ texts: TextColumn,
    _ reader: CellReader,
    _ manner: Manner,
    _ typed: inout CellColumn,
    _ remarks: inout [Int32: CellReading.Remark]
  ) -> Attention {
    let field = reader.field
    if reader.isKey, texts.withBytes(row, { reader.isPlainKey($0) }) {
      typed.readAsText(code)
      return []
    }
    var text = texts.text(row)
    if field.role == .year, changingYears.contains(year(row)) { text = withoutPart(text) }
    let reading = reader.bounded(reader.read(text, manner), year: year(row))
    typed.read(code, as: reading.value)
    var attention: Attention = []
    if let remark = reading.remark {
      remarks[Int32(code)] = remark
      attention.insert(.remark)
    }
    if field.isRequired, !reader.isKey, field.role != .year,
      reading.value == .missing(.notReported)
    {
      attention.insert(.missing)
    }
    if case .date(let date) = reading.value, mayConcern(date, text, row: row, field: index) {
      attention.insert(.date)
    }
    return attention
  }

  /// Names of units as they were sent; nothing where a file has no such column.
  private func unitCells(_ index: Int, _ ranges: [(file: Int, rows: Range<Int>)]) -> CellColumn {
    var typed = CellColumn(texts: raw.columns[index])
    let notReported = typed.append(.missing(.notReported))
    for (file, rows) in ranges
    where sources.scale(of: form.fields[index].name, in: file) == nil {
      for row in rows { typed.set(row, code: notReported) }
    }
    return typed
  }

  /// The year in a cell that also states a part of it, as in `6 tháng cuối năm 2025`.
  private func withoutPart(_ text: String) -> String {
    guard PartOfYear(statedIn: text) != nil else { return text }
    let numbers = text.split { !$0.isASCII || !$0.isNumber }
    return numbers.last { $0.utf8.count == 4 }.map(String.init) ?? ""
  }

  /// Manner of a column in a file; nil where the file has no such column.
  private func manner(of field: Int, in file: Int, _ habits: FileHabits?) -> Manner? {
    guard let scale = sources.scale(of: form.fields[field].name, in: file) else { return nil }
    return habits?.manner(field, scale: scale) ?? Manner(scale: scale)
  }

  private mutating func note(
    _ remark: CellReading.Remark,
    _ text: String,
    row: Int,
    in column: inout TypingColumn
  ) {
    let index = column.index
    if remark.weight == .habit {
      column.addByHabit(row: row, file: raw.files[row], text: text.trimmedBlanks, remark)
      return
    }
    let field = form.fields[index]
    let source = source(row)
    let location = location(row, field: index)
    let text = text.trimmedBlanks
    let found = remark.hidesText ? "***" : text
    var expected = remark.expected
    var proposal = remark.proposal
    if remark.isAboutHabit {
      expected = explained(expected, by: column.example(raw.files[row], field), for: index)
    }
    if remark.code == CellReading.dittoMark { proposal = textAbove(row, field: index) }
    let finding = Finding(
      remark.code,
      remark.isFault ? .error : .warning,
      at: location,
      sender: source.sender,
      field: field.name,
      year: source.year,
      found: found,
      proposal: proposal,
      expected: expected,
      isSensitive: field.isSensitive
    )
    let cell = SetAsideRow(
      extent: .cell,
      file: raw.files[row],
      line: raw.lines[row],
      column: location.column,
      field: field.name,
      text: text,
      reason: remark.code
    )
    self.remark(finding, row: row, cell: remark.isFault ? cell : nil)
  }

  private mutating func noteMissing(row: Int, field index: Int) {
    let field = form.fields[index]
    let source = source(row)
    remark(
      Finding(
        "missing-value",
        .warning,
        at: location(row, field: index),
        sender: source.sender,
        field: field.name,
        year: source.year,
        message: LocalisedText(
          vi: "ô '\(field.title.vietnamese)' bỏ trống, cần số liệu; coi như chưa báo cáo",
          en: "found nothing for '\(field.title.english)', expected a value; "
            + "it counts as not reported"
        ),
        isSensitive: field.isSensitive
      ),
      row: row
    )
  }
}
