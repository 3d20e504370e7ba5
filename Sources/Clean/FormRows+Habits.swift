import Diagnostics
import Plan
import Tables
import VietnameseText

extension FormRows {
  /// Looks at all cells for the habits of each file, before any cell is read.
  func habits(_ words: CellWords) -> [Int: FileHabits] {
    var habits: [Int: FileHabits] = [:]
    for (index, field) in form.fields.enumerated() {
      switch field.type {
      case .integer, .number: addNumbers(index, to: &habits)
      case .date: addDates(index, to: &habits)
      case .boolean: addAnswers(index, words, to: &habits)
      case .string, .year: break
      }
    }
    return habits
  }

  private func addNumbers(_ field: Int, to habits: inout [Int: FileHabits]) {
    eachText(of: field) { row, column in
      // Without a separator there is nothing to see; most cells have none.
      let mayShow = column.withBytes(row) { bytes in
        bytes.count <= 64
          && bytes.indices.contains { bytes[$0] == 0x2C || bytes[$0] == 0x2E || bytes[$0] >= 0x80 }
      }
      guard mayShow else { return }
      let text = column.text(row)
      guard let mark = DecimalMark.shown(by: text) else { return }
      habits[raw.files[row], default: FileHabits()]
        .add(mark, HabitExample(row: row, field: field, text: text.trimmedBlanks))
    }
  }

  private func addDates(_ field: Int, to habits: inout [Int: FileHabits]) {
    eachText(of: field) { row, column in
      guard column.withBytes(row, { (6...32).contains($0.count) }) else { return }
      let text = column.text(row)
      guard let evidence = VietnameseDate.orderEvidence(in: text) else { return }
      habits[raw.files[row], default: FileHabits()]
        .add(evidence, HabitExample(row: row, field: field, text: text.trimmedBlanks))
    }
  }

  /// Calls a function with the first row of each text of a column; the same text again shows nothing
  /// new.
  private func eachText(of field: Int, _ body: (Int, TextColumn) -> Void) {
    let column = raw.columns[field]
    var isSeen = Array(repeating: false, count: column.texts.count)
    for row in 0..<raw.count {
      let code = Int(column.codes[row])
      if isSeen[code] { continue }
      isSeen[code] = true
      body(row, column)
    }
  }

  private func addAnswers(_ field: Int, _ words: CellWords, to habits: inout [Int: FileHabits]) {
    enum Answer { case mark, blank, word }
    let column = raw.columns[field]
    let name = form.fields[field].name
    var answers: [Answer?] = Array(repeating: nil, count: column.texts.count)
    for (file, rows) in raw.fileRanges where sources.file(file).fieldColumns[name] != nil {
      for row in rows {
        let code = Int(column.codes[row])
        let answer: Answer
        if let known = answers[code] {
          answer = known
        } else {
          let text = column.text(row)
          answer =
            VietnameseYesNo.isMark(text) && !words.isNo(text)
            ? .mark : words.missing(text) == .blank ? .blank : .word
          answers[code] = answer
        }
        switch answer {
        case .mark: habits[file, default: FileHabits()].answers.addMark()
        case .blank: habits[file, default: FileHabits()].answers.addBlank(row: row, field: field)
        case .word: habits[file, default: FileHabits()].answers.hasWords = true
        }
      }
    }
  }
}

// What is said about a column as a whole.
extension FormRows {
  /// Says where the cells of a column do not go together.
  mutating func noteHabits(_ habits: [Int: FileHabits]) {
    for (_, habit) in habits.sorted(by: { $0.key < $1.key }) {
      for index in form.fields.indices where form.fields[index].type == .date {
        let dates = habit.date(index)
        guard dates.isMixed, let day = dates.dayFirst, let month = dates.monthFirst else {
          continue
        }
        noteWholeColumn(
          "mixed-date-order",
          .warning,
          row: month.row,
          field: index,
          found: month.text,
          expected: LocalisedText(
            vi: "ngày trước tháng trong cả cột, như '\(day.text)' (dòng \(raw.lines[day.row])); "
              + "các ngày khác của cột được đọc là ngày/tháng, đề nghị xem lại",
            en: "the day before the month in the whole column, as '\(day.text)' "
              + "(line \(raw.lines[day.row])); its other dates are read as dd/mm, look at them again"
          )
        )
      }
      guard habit.answers.hasMarksOnly else { continue }
      for (index, blank) in habit.answers.blanks.sorted(by: { $0.key < $1.key })
      where form.fields[index].blank == .notReported {
        noteWholeColumn(
          "marks-only",
          .warning,
          row: blank.row,
          field: index,
          found: "",
          expected: LocalisedText(
            vi: "'không' ở ô không đánh dấu; tệp chỉ có dấu 'x' và ô trống, nên \(blank.count) ô "
              + "trống của cột là chưa báo cáo",
            en: "'no' where there is no mark; the file has marks and blanks only, so that "
              + "\(blank.count) blanks of the column count as not reported"
          )
        )
      }
    }
  }

  /// Adds why a cell was read as it was to what was expected of it.
  func explained(
    _ expected: LocalisedText,
    by example: HabitExample?,
    for field: Int
  ) -> LocalisedText {
    guard let example else { return expected }
    let line = raw.lines[example.row]
    let isOwn = example.field == field
    let title = form.fields[example.field].title
    // A count of vulnerable persons is not repeated beside another column.
    let isHidden = !isOwn && form.fields[example.field].isSensitive
    let (vi, en) = isHidden ? ("", "") : (" '\(example.text)'", " '\(example.text)'")
    return LocalisedText(
      vi: expected.vietnamese
        + (isOwn
          ? "; ô khác của cột viết\(vi) (dòng \(line))"
          : "; cột '\(title.vietnamese)' của tệp viết\(vi) (dòng \(line))"),
      en: expected.english
        + (isOwn
          ? "; another cell of the column has\(en) (line \(line))"
          : "; the file's column '\(title.english)' has\(en) (line \(line))")
    )
  }

  /// Says something of a column at the first cell that shows it.
  mutating func noteWholeColumn(
    _ code: String,
    _ severity: Severity,
    row: Int,
    field: Int,
    found: String,
    proposal: String = "",
    expected: LocalisedText
  ) {
    let finding = finding(
      code,
      severity,
      row: row,
      field: field,
      found: found,
      proposal: proposal,
      expected: expected
    )
    remarkOnColumn(finding, file: raw.files[row])
  }

  /// Says something of a cell that is used.
  mutating func noteCell(
    _ code: String,
    _ severity: Severity,
    row: Int,
    field: Int,
    found: String,
    proposal: String = "",
    expected: LocalisedText
  ) {
    let finding = finding(
      code,
      severity,
      row: row,
      field: field,
      found: found,
      proposal: proposal,
      expected: expected
    )
    remark(finding, row: row)
  }

  /// A finding about a cell of a field, worded as `found '…', expected …`.
  mutating func finding(
    _ code: String,
    _ severity: Severity,
    row: Int,
    field index: Int,
    found: String,
    proposal: String,
    expected: LocalisedText
  ) -> Finding {
    finding(
      code,
      severity,
      row: row,
      field: index,
      found: found,
      proposal: proposal,
      expected: expected,
      isSensitive: form.fields[index].isSensitive
    )
  }

  /// The same about a row or a cell of it, which shares what it can with the finding before it.
  mutating func finding(
    _ code: String,
    _ severity: Severity,
    row: Int,
    field: Int?,
    found: String,
    proposal: String,
    expected: LocalisedText,
    isSensitive: Bool
  ) -> Finding {
    let place = SaidFindings.Place(
      file: raw.files[row],
      field: field,
      code: code,
      severity: severity,
      isSensitive: isSensitive
    )
    if let before = said.finding(at: place, expected: expected) {
      return before.again(line: raw.lines[row], found: found, proposal: proposal)
    }
    let source = source(row)
    let finding = Finding(
      code,
      severity,
      at: location(row, field: field),
      sender: source.sender,
      field: field.map { form.fields[$0].name } ?? "",
      year: source.year,
      found: found,
      proposal: proposal,
      expected: expected,
      isSensitive: isSensitive
    )
    said.keep(finding, at: place, expected: expected)
    return finding
  }
}
