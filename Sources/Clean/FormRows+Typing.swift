import Diagnostics
import Parallel
import Plan
import Tables
import VietnameseText

extension FormRows {
  /// Types all cells; those that cannot be read become illegible and are set aside one by one.
  ///
  /// Two passes: first the habits of each file are gathered from all of its cells, then each text of
  /// a file is read once, in the manner of its file. At most so many `jobs` type fields at a time;
  /// those that are free read texts of a field that has many.
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
      let cells = rows.typedCells(order[place], ranges, habits, words, jobs: jobs)
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
    _ words: CellWords,
    jobs: Int
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
    var attention = Array(repeating: TextReading.Attention.unread, count: typed.codeCount)
    let hasParts = !parts.isEmpty && field.role != .year
    let notReported = typed.append(.missing(.notReported))
    for (file, rows) in ranges {
      guard let manner = manner(of: index, in: file, habits[file]) else {
        for row in rows { typed.set(row, code: notReported) }
        continue
      }
      column.beginFile()
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowsAtATime) {
        let some = start..<min(start + Self.rowsAtATime, rows.upperBound)
        // The first row of each text that has not been read.
        var unread: [Int] = []
        var isQuiet = true
        for row in some {
          if hasParts, let part = parts[row], part != index {
            typed.set(row, code: notReported)
            continue
          }
          let code = Int(codes[row])
          guard attention[code] == .unread else {
            if !attention[code].isEmpty { isQuiet = false }
            continue
          }
          attention[code] = []
          if reader.isKey, texts.withBytes(row, { reader.isPlainKey($0) }) {
            typed.readAsText(code)
          } else {
            unread.append(row)
          }
        }
        for (row, reading) in zip(unread, readings(unread, index, texts, reader, manner, jobs)) {
          let code = Int(codes[row])
          typed.read(code, as: reading.value)
          attention[code] = reading.attention
          if let remark = reading.remark { column.add(remark, code: Int32(code)) }
          if !reading.attention.isEmpty { isQuiet = false }
        }
        guard !isQuiet else { continue }
        for row in some {
          let code = Int(codes[row])
          guard !attention[code].isEmpty, !hasParts || (parts[row] ?? index) == index else {
            continue
          }
          let text = texts.text(row)
          if attention[code].contains(.remark) { noteRemark(text, row, code, in: &column) }
          if attention[code].contains(.missing) { noteMissing(row, in: &column) }
          if attention[code].contains(.date), case .date(let date) = typed[row] {
            check(date, text, row: row, in: &column)
          }
        }
      }
    }
    noteWhatWasRead(column)
    return typed
  }

  /// Few enough that what is read of their texts takes little room, many enough to be shared out.
  private static let rowsAtATime = 8_192

  /// What the texts of some rows of a file mean; at most so many `jobs` read them at a time.
  private func readings(
    _ rows: [Int],
    _ index: Int,
    _ texts: TextColumn,
    _ reader: CellReader,
    _ manner: Manner,
    _ jobs: Int
  ) -> [TextReading] {
    parallelRanges(rows.count, of: 128, jobs: jobs) { places in
      places.map { reading(texts.text(rows[$0]), rows[$0], index, reader, manner) }
    }
  }

  /// Reads a text of a file, and tells what each row with it asks for.
  private func reading(
    _ text: String,
    _ row: Int,
    _ index: Int,
    _ reader: CellReader,
    _ manner: Manner
  ) -> TextReading {
    let field = reader.field
    var text = text
    if field.role == .year, changingYears.contains(year(row)) { text = withoutPart(text) }
    let cell = reader.bounded(reader.read(text, manner), year: year(row))
    var reading = TextReading(value: cell.value, remark: cell.remark)
    if cell.remark != nil { reading.attention.insert(.remark) }
    if field.isRequired, !reader.isKey, field.role != .year,
      cell.value == .missing(.notReported)
    {
      reading.attention.insert(.missing)
    }
    if case .date(let date) = cell.value, mayConcern(date, text, row: row, field: index) {
      reading.attention.insert(.date)
    }
    return reading
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

  private mutating func noteRemark(
    _ text: String,
    _ row: Int,
    _ code: Int,
    in column: inout TypingColumn
  ) {
    guard let (place, remark) = column.remark(of: Int32(code)) else { return }
    let index = column.index
    let text = text.trimmedBlanks
    if remark.weight == .habit {
      return column.addByHabit(row: row, file: raw.files[row], text: text, remark)
    }
    let found = remark.hidesText ? "***" : text
    let isDitto = remark.code == CellReading.dittoMark
    let proposal = isDitto ? textAbove(row, field: index) : remark.proposal
    if let finding = column.said[place] {
      let again = finding.again(line: raw.lines[row], found: found, proposal: proposal)
      return self.remark(again, row: row, cell: remark.isFault ? text : nil)
    }
    var expected = remark.expected
    let field = form.fields[index]
    if remark.isAboutHabit {
      expected = explained(expected, by: column.example(raw.files[row], field), for: index)
    }
    let finding = finding(
      remark.code,
      remark.isFault ? .error : .warning,
      row: row,
      field: index,
      found: found,
      proposal: proposal,
      expected: expected
    )
    column.said[place] = finding
    self.remark(finding, row: row, cell: remark.isFault ? text : nil)
  }

  private mutating func noteMissing(_ row: Int, in column: inout TypingColumn) {
    if let finding = column.saidOfMissing {
      return remark(finding.again(line: raw.lines[row], found: "", proposal: ""), row: row)
    }
    let field = form.fields[column.index]
    let source = source(row)
    let finding = Finding(
      "missing-value",
      .warning,
      at: location(row, field: column.index),
      sender: source.sender,
      field: field.name,
      year: source.year,
      message: LocalisedText(
        vi: "ô '\(field.title.vietnamese)' bỏ trống, cần số liệu; coi như chưa báo cáo",
        en: "found nothing for '\(field.title.english)', expected a value; "
          + "it counts as not reported"
      ),
      isSensitive: field.isSensitive
    )
    column.saidOfMissing = finding
    remark(finding, row: row)
  }
}

/// What a text of a file means, and what each row with it asks for beside its value.
private struct TextReading: Sendable {
  struct Attention: OptionSet {
    let rawValue: UInt8

    static let remark = Attention(rawValue: 1)
    static let missing = Attention(rawValue: 2)
    static let date = Attention(rawValue: 4)
    /// The text has not been read.
    static let unread = Attention(rawValue: 8)
  }

  var value: CellValue
  var remark: CellReading.Remark?
  var attention: Attention = []
}
