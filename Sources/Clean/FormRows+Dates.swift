import Diagnostics
import Plan
import Tables
import VietnameseText

// Dates beside what is known of their file.
extension FormRows {
  /// Whether a field says when the row's event was: the one date that each row of a list must have.
  func isEventDate(_ index: Int) -> Bool {
    form.kind == .register && form.fields[index].isRequired && form.fields[index].type == .date
      && form.fields.count { $0.type == .date } == 1
  }

  /// Whether `check` has anything to look at; it has for few dates.
  func mayConcern(_ date: CalendarDate, _ text: String, row: Int, field: Int) -> Bool {
    let source = source(row)
    if let received = source.received, source.receivedBasis == .receipt, received < date {
      return true
    }
    return isEventDate(field) && (isSerial(text) || date.year != year(row))
  }

  private func isSerial(_ text: String) -> Bool {
    text.utf8.count >= 5 && text.utf8.prefix(5).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Looks whether a date can be that of an event of the year, known when the file came.
  mutating func check(
    _ date: CalendarDate,
    _ text: String,
    row: Int,
    in column: inout TypingColumn
  ) {
    let source = source(row)
    if let received = source.received, source.receivedBasis == .receipt, received < date {
      noteCell(
        "date-after-receipt",
        .warning,
        row: row,
        field: column.index,
        found: text.trimmedBlanks,
        expected: LocalisedText(
          vi: "ngày không sau ngày nhận tệp, \(received)",
          en: "no day after the file was received, \(received)"
        )
      )
    }
    guard isEventDate(column.index) else { return }
    let file = raw.files[row]
    let year = year(row)
    if isSerial(text) {
      column.serials[file, default: 0] += 1
      let late = CalendarDate(
        daysSinceEpoch: date.daysSinceEpoch + VietnameseDate.daysBetweenEpochs
      )
      if date.year != year, late?.year == year {
        column.addLateEpoch(row: row, file: file, text: text.trimmedBlanks)
      }
    }
    if date.year != year { noteOtherYear(date, row: row, field: column.index) }
  }

  private mutating func noteOtherYear(_ date: CalendarDate, row: Int, field index: Int) {
    noteCell(
      "date-of-another-year",
      .warning,
      row: row,
      field: index,
      found: date.description,
      expected: LocalisedText(
        vi: "ngày trong năm của thư mục, \(year(row)); hàng vẫn được tính cho năm ấy",
        en: "a day of the folder's year, \(year(row)); the row counts for that year"
      )
    )
  }

  /// Says once for a column what was decided for many of its cells.
  mutating func noteWhatWasRead(_ column: TypingColumn) {
    let field = form.fields[column.index]
    for (file, group) in column.byHabit.sorted(by: { $0.key < $1.key }) {
      guard let remark = group.remark else { continue }
      let cells = LocalisedText(
        vi: remark.expected.vietnamese + (group.count > 1 ? " (\(group.count) ô như vậy)" : ""),
        en: remark.expected.english + (group.count > 1 ? " (\(group.count) such cells)" : "")
      )
      noteWholeColumn(
        remark.code,
        .note,
        row: group.row,
        field: column.index,
        found: group.text,
        proposal: remark.proposal,
        expected: explained(cells, by: column.example(file, field), for: column.index)
      )
    }
    // Only where every serial date of the file would fit.
    for (file, group) in column.lateEpoch.sorted(by: { $0.key < $1.key })
    where column.serials[file] == group.count {
      noteWholeColumn(
        "serial-1904",
        .warning,
        row: group.row,
        field: column.index,
        found: group.text,
        expected: LocalisedText(
          vi: "ngày dd/mm/yyyy; cả cột sớm hơn năm của thư mục đúng bốn năm một ngày, "
            + "có phải bảng tính đếm ngày từ năm 1904?",
          en: "a date dd/mm/yyyy; the whole column is four years and a day before the folder's "
            + "year, does the workbook count from 1904?"
        )
      )
    }
  }

  /// The nearest cell above that says something itself.
  mutating func textAbove(_ row: Int, field: Int) -> String {
    let before = marks[field]
    var found: Int?
    var above = row - 1
    // Long lists of marks would take the square of their length.
    let first = max(0, row - 1000)
    while above >= first, raw.files[above] == raw.files[row] {
      let text = raw.columns[field].text(above).trimmedBlanks
      if !text.isEmpty, !DittoMark.matches(text), text.utf8.count <= 256 {
        found = above
        break
      }
      // What stands above a mark that was looked up before is known.
      if let before, before.row == above {
        found = before.found.flatMap { $0 >= first ? $0 : nil }
        break
      }
      above -= 1
    }
    marks[field] = (row, found)
    return found.map { raw.columns[field].text($0).trimmedBlanks } ?? ""
  }
}
