/// A row, or a cell of one, that is not used as it stands.
package struct SetAsideRow: StreamedRow, Equatable {
  package enum Extent: String, CaseIterable, Sendable { case row, cell }

  package var extent: Extent
  package var file: Int
  package var line: Int
  /// 1-based column; nil for a row.
  package var column: Int?
  package var field: String
  package var text: String
  /// Code of the finding.
  package var reason: String

  package init(
    extent: Extent,
    file: Int,
    line: Int,
    column: Int?,
    field: String,
    text: String,
    reason: String
  ) {
    self.extent = extent
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.text = text
    self.reason = reason
  }

  package static let schema = TableSchema(
    "set_aside",
    vi: "Hàng và ô để riêng",
    en: "Rows and cells set aside",
    columns: [
      TableColumn("extent", .text, vi: "Hàng hay ô", en: "Row or cell", isRequired: true),
      TableColumn("file", .integer, vi: "Số của tệp", en: "File number", isRequired: true),
      TableColumn("line", .integer, vi: "Dòng", en: "Line", isRequired: true),
      TableColumn("column", .integer, vi: "Cột", en: "Column"),
      TableColumn("field", .text, vi: "Trường", en: "Field"),
      TableColumn("text", .text, vi: "Nội dung", en: "Raw text"),
      TableColumn("reason", .text, vi: "Lý do", en: "Reason", isRequired: true),
    ]
  )

  package init(_ row: inout RowReader) throws(TableError) {
    extent = try row.code(Extent.self)
    file = try row.integer()
    line = try row.integer()
    column = try row.optionalInteger()
    field = row.text()
    text = row.text()
    reason = row.text()
  }

  package func put(into sink: inout some CellSink) {
    sink.put(extent.rawValue)
    sink.put(file)
    sink.put(line)
    sink.put(column)
    sink.put(field)
    sink.put(text)
    sink.put(reason)
  }
}
