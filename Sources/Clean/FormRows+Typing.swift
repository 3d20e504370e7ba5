import Diagnostics
import Plan
import Tables

extension FormRows {
  /// What cells are read from, so that those that repeat are read once.
  private struct ScaledText: Hashable {
    var text: String
    var scale: Int
  }

  /// Types all cells; those that cannot be read become illegible and are set aside one by one.
  mutating func typeCells(words: CellWords) {
    let scales = Dictionary(
      Set(raw.files).map { ($0, fileColumns($0)) },
      uniquingKeysWith: { first, _ in first }
    )
    for (index, field) in form.fields.enumerated() {
      let isKey =
        field.type == .string
        && (field.role == .key || field.role == .reference || form.primaryKey.contains(index)
          || form.foreignKeys.contains { $0.field == index })
      let reader = CellReader(field, isKey: isKey && field.role != .unit, words: words)
      var values: [CellValue] = []
      var read: [ScaledText: CellReading] = [:]
      values.reserveCapacity(raw.count)
      for row in 0..<raw.count {
        guard let scale = scales[raw.files[row]]?[index] else {
          values.append(.missing(.notReported))
          continue
        }
        if let part = raw.parts[row], part != index, field.role != .unit, field.role != .year {
          values.append(.missing(.notReported))
          continue
        }
        let text = raw.columns[index].text(row)
        // Units need the row's year and sender; they are settled next.
        if field.role == .unit {
          values.append(.text(text))
          continue
        }
        let key = ScaledText(text: text, scale: scale)
        var reading =
          isKey ? reader.read(text, scale: scale) : read[key] ?? reader.read(text, scale: scale)
        // Keys differ from row to row, and long texts too.
        if !isKey, text.utf8.count <= 64 { read[key] = reading }
        reading = reader.bounded(reading, year: year(row))
        values.append(reading.value)
        if let remark = reading.remark { note(remark, text, row: row, field: index) }
        if field.isRequired, !isKey, field.role != .year, reading.value == .missing(.notReported) {
          noteMissing(row: row, field: index)
        }
        if isEventDate(index), case .date(let date) = reading.value, date.year != year(row) {
          noteOtherYear(date, row: row, field: index)
        }
      }
      cells.append(values)
    }
  }

  /// Scales of the fields that a file has, by position; nil where the column is missing.
  private func fileColumns(_ file: Int) -> [Int?] {
    let columns = sources.file(file).fieldColumns
    let scales = sources.file(file).fieldScales
    return form.fields.map { columns[$0.name] == nil ? nil : scales[$0.name] ?? 1 }
  }

  private mutating func note(
    _ remark: CellReading.Remark,
    _ text: String,
    row: Int,
    field index: Int
  ) {
    let field = form.fields[index]
    let source = source(row)
    let location = location(row, field: index)
    let text = text.trimmedBlanks
    let found = remark.hidesText ? "***" : text
    let finding = Finding(
      remark.code,
      remark.isFault ? .error : .warning,
      at: location,
      sender: source.sender,
      field: field.name,
      year: source.year,
      found: found,
      expected: remark.expected,
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

  /// Whether a field says when the row's event was: the one date that each row of a list must have.
  private func isEventDate(_ index: Int) -> Bool {
    form.kind == .register && form.fields[index].isRequired && form.fields[index].type == .date
      && form.fields.count { $0.type == .date } == 1
  }

  private mutating func noteOtherYear(_ date: CalendarDate, row: Int, field index: Int) {
    let field = form.fields[index]
    let source = source(row)
    remark(
      Finding(
        "date-of-another-year",
        .warning,
        at: location(row, field: index),
        sender: source.sender,
        field: field.name,
        year: source.year,
        found: date.description,
        expected: LocalisedText(
          vi: "ngày trong năm của thư mục, \(year(row)); hàng vẫn được tính cho năm ấy",
          en: "a day of the folder's year, \(year(row)); the row counts for that year"
        ),
        isSensitive: field.isSensitive
      ),
      row: row
    )
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
