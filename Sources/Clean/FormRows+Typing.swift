import Diagnostics
import Plan
import Tables
import VietnameseText

extension FormRows {
  /// What a cell is read from, so that those that repeat are read once.
  private struct CellSource: Hashable {
    var text: String
    var manner: Manner
  }

  /// Types all cells; those that cannot be read become illegible and are set aside one by one.
  ///
  /// Two passes: first the habits of each file are gathered from all of its cells, then each cell
  /// is read in the manner of its file.
  mutating func typeCells(words: CellWords) {
    let files = Set(raw.files).sorted()
    let habits = habits(words)
    noteHabits(habits)
    for (index, field) in form.fields.enumerated() {
      let isKey =
        field.type == .string
        && (field.role == .key || field.role == .reference || form.primaryKey.contains(index)
          || form.foreignKeys.contains { $0.field == index })
      let reader = CellReader(field, isKey: isKey && field.role != .unit, words: words)
      var manners: [Int: Manner] = [:]
      for file in files { manners[file] = manner(of: index, in: file, habits[file]) }
      var column = TypingColumn(index: index, habits: habits)
      var values: [CellValue] = []
      var read: [CellSource: CellReading] = [:]
      values.reserveCapacity(raw.count)
      for row in 0..<raw.count {
        guard let manner = manners[raw.files[row]] else {
          values.append(.missing(.notReported))
          continue
        }
        if let part = raw.parts[row], part != index, field.role != .unit, field.role != .year {
          values.append(.missing(.notReported))
          continue
        }
        var text = raw.columns[index].text(row)
        if field.role == .year, changingYears.contains(year(row)) { text = withoutPart(text) }
        // Units need the row's year and sender; they are settled next.
        if field.role == .unit {
          values.append(.text(text))
          continue
        }
        let key = CellSource(text: text, manner: manner)
        var reading = isKey ? reader.read(text, manner) : read[key] ?? reader.read(text, manner)
        // Keys differ from row to row, and long texts too.
        if !isKey, text.utf8.count <= 64 { read[key] = reading }
        reading = reader.bounded(reading, year: year(row))
        values.append(reading.value)
        if let remark = reading.remark { note(remark, text, row: row, in: &column) }
        if field.isRequired, !isKey, field.role != .year, reading.value == .missing(.notReported) {
          noteMissing(row: row, field: index)
        }
        if case .date(let date) = reading.value { check(date, text, row: row, in: &column) }
      }
      cells.append(values)
      noteWhatWasRead(column)
    }
  }

  /// The year in a cell that also states a part of it, as in `6 tháng cuối năm 2025`.
  private func withoutPart(_ text: String) -> String {
    guard PartOfYear(statedIn: text) != nil else { return text }
    let numbers = text.split { !$0.isASCII || !$0.isNumber }
    return numbers.last { $0.utf8.count == 4 }.map(String.init) ?? ""
  }

  /// Manner of a column in a file; nil where the file has no such column.
  private func manner(of field: Int, in file: Int, _ habits: FileHabits?) -> Manner? {
    let source = sources.file(file)
    let name = form.fields[field].name
    guard source.fieldColumns[name] != nil else { return nil }
    let scale = source.fieldScales[name] ?? 1
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
