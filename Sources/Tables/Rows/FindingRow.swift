package import Diagnostics

/// A finding as a row, with the stage that made it.
package struct FindingRow: StreamedRow, Equatable {
  package var stage: String
  package var finding: Finding

  package init(stage: String, finding: Finding) {
    self.stage = stage
    self.finding = finding
  }

  package static let schema = TableSchema(
    "findings",
    vi: "Điểm cần xem lại",
    en: "Findings",
    columns: [
      TableColumn("stage", .text, vi: "Công đoạn", en: "Stage", isRequired: true),
      TableColumn("severity", .text, vi: "Mức độ", en: "Severity", isRequired: true),
      TableColumn("code", .text, vi: "Mã", en: "Code", isRequired: true),
      TableColumn("file", .text, vi: "Tệp", en: "File"),
      TableColumn("line", .integer, vi: "Dòng", en: "Line"),
      TableColumn("column", .integer, vi: "Cột", en: "Column"),
      TableColumn("sender", .text, vi: "Nơi gửi", en: "Sender"),
      TableColumn("field", .text, vi: "Trường", en: "Field"),
      TableColumn("year", .integer, vi: "Năm", en: "Year"),
      TableColumn("found", .text, vi: "Nội dung trong ô", en: "Found"),
      TableColumn("proposal", .text, vi: "Nên sửa thành", en: "Proposed text"),
      TableColumn("message_vi", .text, vi: "Nội dung", en: "Message in Vietnamese"),
      TableColumn("message_en", .text, vi: "Nội dung tiếng Anh", en: "Message in English"),
      TableColumn("sensitive", .boolean, vi: "Nhạy cảm", en: "Sensitive", isRequired: true),
    ]
  )

  package init(_ row: inout RowReader) throws(TableError) {
    stage = row.text()
    let severity = try row.code(Severity.self)
    let code = row.text()
    let file = row.text()
    let line = try row.optionalInteger()
    let column = try row.optionalInteger()
    let sender = row.text()
    let field = row.text()
    let year = try row.optionalInteger()
    let found = row.text()
    let proposal = row.text()
    let vietnamese = row.text()
    finding = Finding(
      code,
      severity,
      at: Location(file: file, line: line, column: column),
      sender: sender,
      field: field,
      year: year,
      found: found,
      proposal: proposal,
      message: LocalisedText(vi: vietnamese, en: row.text()),
      isSensitive: try row.flag()
    )
  }

  package func put(into sink: inout some CellSink) {
    let message = finding.message
    let location = finding.location
    sink.put(stage)
    sink.put(finding.severity.rawValue)
    sink.put(finding.code)
    sink.put(location.file)
    sink.put(location.line)
    sink.put(location.column)
    sink.put(finding.sender)
    sink.put(finding.field)
    sink.put(finding.year)
    sink.put(finding.found)
    sink.put(finding.proposal)
    sink.put(message.vietnamese)
    sink.put(message.english)
    sink.put(finding.isSensitive)
  }
}
