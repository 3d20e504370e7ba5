package import Diagnostics

/// Figures of a unit and year that contradict each other, or a rule of the plan.
package struct ConflictRow: TableRow, Equatable {
  package var rule: String
  package var severity: Severity
  package var unit: String
  package var year: Int
  package var sender: String
  /// Ids, separated by blanks.
  package var elements: String
  /// `element=value`, separated by blanks.
  package var values: String
  package var messageVi: String
  package var messageEn: String
  package var isSensitive: Bool

  package static let schema = TableSchema(
    "conflicts",
    vi: "Mâu thuẫn số liệu",
    en: "Contradictions",
    columns: [
      TableColumn("rule", .text, vi: "Quy tắc", en: "Rule"),
      TableColumn("severity", .text, vi: "Mức độ", en: "Severity", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit"),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("sender", .text, vi: "Nơi cần trả lời", en: "Sender asked"),
      TableColumn("elements", .text, vi: "Phần tử số liệu", en: "Data elements"),
      TableColumn("values", .text, vi: "Giá trị", en: "Values"),
      TableColumn("message_vi", .text, vi: "Nội dung", en: "Message in Vietnamese"),
      TableColumn("message_en", .text, vi: "Nội dung tiếng Anh", en: "Message in English"),
      TableColumn("sensitive", .boolean, vi: "Nhạy cảm", en: "Sensitive", isRequired: true),
    ]
  )

  package init(
    rule: String,
    severity: Severity,
    unit: String,
    year: Int,
    sender: String,
    elements: String,
    values: String,
    messageVi: String,
    messageEn: String,
    isSensitive: Bool
  ) {
    self.rule = rule
    self.severity = severity
    self.unit = unit
    self.year = year
    self.sender = sender
    self.elements = elements
    self.values = values
    self.messageVi = messageVi
    self.messageEn = messageEn
    self.isSensitive = isSensitive
  }

  package init(_ row: inout RowReader) throws(TableError) {
    rule = row.text()
    severity = try row.code(Severity.self)
    unit = row.text()
    year = try row.integer()
    sender = row.text()
    elements = row.text()
    values = row.text()
    messageVi = row.text()
    messageEn = row.text()
    isSensitive = try row.flag()
  }

  package var cells: [Cell] {
    [
      .text(rule),
      .text(severity.rawValue),
      .text(unit),
      .integer(year),
      .text(sender),
      .text(elements),
      .text(values),
      .text(messageVi),
      .text(messageEn),
      .flag(isSensitive),
    ]
  }
}
