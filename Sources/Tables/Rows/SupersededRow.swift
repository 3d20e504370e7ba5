/// A row that a later one replaces.
package struct SupersededRow: StreamedRow, Equatable {
  package var form: String
  package var file: Int
  package var line: Int
  /// Values of the form's key, joined by `/`.
  package var key: String
  package var byFile: Int
  package var byLine: Int
  /// Rule by which the other row was preferred.
  package var rule: String

  package init(
    form: String,
    file: Int,
    line: Int,
    key: String,
    byFile: Int,
    byLine: Int,
    rule: String
  ) {
    self.form = form
    self.file = file
    self.line = line
    self.key = key
    self.byFile = byFile
    self.byLine = byLine
    self.rule = rule
  }

  package static let schema = TableSchema(
    "superseded",
    vi: "Hàng được thay thế",
    en: "Superseded rows",
    primaryKey: ["file", "line"],
    columns: [
      TableColumn("form", .text, vi: "Biểu mẫu", en: "Form", isRequired: true),
      TableColumn("file", .integer, vi: "Số của tệp", en: "File number", isRequired: true),
      TableColumn("line", .integer, vi: "Dòng", en: "Line", isRequired: true),
      TableColumn("key", .text, vi: "Khóa", en: "Key"),
      TableColumn("by_file", .integer, vi: "Thay bằng tệp", en: "By file", isRequired: true),
      TableColumn("by_line", .integer, vi: "Thay bằng dòng", en: "By line", isRequired: true),
      TableColumn("rule", .text, vi: "Quy tắc", en: "Rule", isRequired: true),
    ]
  )

  package init(_ row: inout RowReader) throws(TableError) {
    form = row.text()
    file = try row.integer()
    line = try row.integer()
    key = row.text()
    byFile = try row.integer()
    byLine = try row.integer()
    rule = row.text()
  }

  package func put(into sink: inout some CellSink) {
    sink.put(form)
    sink.put(file)
    sink.put(line)
    sink.put(key)
    sink.put(byFile)
    sink.put(byLine)
    sink.put(rule)
  }
}
