package import Diagnostics

/// One figure that a later file or row of a sender changed, or a row that it added or dropped.
package struct RevisionRow: StreamedRow, Equatable {
  package enum Change: String, CaseIterable, Sendable {
    /// The figure differs.
    case changed
    /// The later list has a row that the earlier one lacks.
    case added
    /// The earlier list has a row that the later one lacks.
    case removed
    /// Something differs in a list of cases or persons, of which nothing more is published.
    case withheld
  }

  package var form: String
  package var unit: String
  package var year: Int
  package var sender: String
  /// Values of the form's key, joined by `/`.
  package var key: String
  /// Name of the field; empty where a whole row came or went.
  package var field: String
  package var change: Change
  package var earlierFile: Int
  package var earlierLine: Int?
  package var earlier: String
  package var earlierMissing: MissingReason?
  package var laterFile: Int
  package var laterLine: Int?
  package var later: String
  package var laterMissing: MissingReason?
  /// Rule by which the later one is the later one.
  package var rule: String

  package init(
    form: String,
    unit: String,
    year: Int,
    sender: String,
    key: String,
    field: String = "",
    change: Change,
    earlierFile: Int,
    earlierLine: Int? = nil,
    laterFile: Int,
    laterLine: Int? = nil,
    rule: String
  ) {
    self.form = form
    self.unit = unit
    self.year = year
    self.sender = sender
    self.key = key
    self.field = field
    self.change = change
    self.earlierFile = earlierFile
    self.earlierLine = earlierLine
    earlier = ""
    self.laterFile = laterFile
    self.laterLine = laterLine
    later = ""
    self.rule = rule
  }

  package static let schema = TableSchema(
    "revisions",
    vi: "Số liệu thay đổi giữa các lần gửi",
    en: "Figures that changed between files",
    columns: [
      TableColumn("form", .text, vi: "Biểu mẫu", en: "Form", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Unit"),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("sender", .text, vi: "Nơi gửi", en: "Sender", isRequired: true),
      TableColumn("key", .text, vi: "Khóa", en: "Key"),
      TableColumn("field", .text, vi: "Trường", en: "Field"),
      TableColumn("change", .text, vi: "Thay đổi", en: "Change", isRequired: true),
      TableColumn("earlier_file", .integer, vi: "Tệp trước", en: "Earlier file", isRequired: true),
      TableColumn("earlier_line", .integer, vi: "Dòng trước", en: "Earlier line"),
      TableColumn("earlier", .text, vi: "Giá trị trước", en: "Earlier value"),
      TableColumn("earlier_missing", .text, vi: "Lý do thiếu, trước", en: "Earlier: missing"),
      TableColumn("later_file", .integer, vi: "Tệp sau", en: "Later file", isRequired: true),
      TableColumn("later_line", .integer, vi: "Dòng sau", en: "Later line"),
      TableColumn("later", .text, vi: "Giá trị sau", en: "Later value"),
      TableColumn("later_missing", .text, vi: "Lý do thiếu, sau", en: "Later: missing"),
      TableColumn("rule", .text, vi: "Quy tắc", en: "Rule", isRequired: true),
    ]
  )

  package init(_ row: inout RowReader) throws(TableError) {
    form = row.text()
    unit = row.text()
    year = try row.integer()
    sender = row.text()
    key = row.text()
    field = row.text()
    change = try row.code(Change.self)
    earlierFile = try row.integer()
    earlierLine = try row.optionalInteger()
    earlier = row.text()
    earlierMissing = try row.optionalCode(MissingReason.self)
    laterFile = try row.integer()
    laterLine = try row.optionalInteger()
    later = row.text()
    laterMissing = try row.optionalCode(MissingReason.self)
    rule = row.text()
  }

  package func put(into sink: inout some CellSink) {
    sink.put(form)
    sink.put(unit)
    sink.put(year)
    sink.put(sender)
    sink.put(key)
    sink.put(field)
    sink.put(change.rawValue)
    sink.put(earlierFile)
    sink.put(earlierLine)
    sink.put(earlier)
    sink.put(earlierMissing?.rawValue ?? "")
    sink.put(laterFile)
    sink.put(laterLine)
    sink.put(later)
    sink.put(laterMissing?.rawValue ?? "")
    sink.put(rule)
  }
}
