/// A figure of a row of totals, which is compared with the rows and never counted.
package struct TotalRow: TableRow, Equatable {
  package var file: Int
  package var line: Int
  /// Whether the row is said to be the total of the whole table, rather than perhaps of a part.
  package var isWhole: Bool
  /// Name of the column of records: a field, or a part of one.
  package var name: String
  /// 1-based column in the file.
  package var column: Int
  package var text: String

  package init(file: Int, line: Int, isWhole: Bool, name: String, column: Int, text: String) {
    self.file = file
    self.line = line
    self.isWhole = isWhole
    self.name = name
    self.column = column
    self.text = text
  }

  package static let schema = TableSchema(
    "totals",
    vi: "Số của hàng tổng",
    en: "Figures of total rows",
    columns: [
      TableColumn("file", .integer, vi: "Số của tệp", en: "File number", isRequired: true),
      TableColumn("line", .integer, vi: "Dòng", en: "Line", isRequired: true),
      TableColumn("is_whole", .boolean, vi: "Của cả bảng", en: "Of all rows", isRequired: true),
      TableColumn("name", .text, vi: "Trường", en: "Field", isRequired: true),
      TableColumn("column", .integer, vi: "Cột", en: "Column", isRequired: true),
      TableColumn("text", .text, vi: "Nội dung", en: "Raw text"),
    ]
  )

  package init(_ row: inout RowReader) throws(TableError) {
    file = try row.integer()
    line = try row.integer()
    isWhole = try row.flag()
    name = row.text()
    column = try row.integer()
    text = row.text()
  }

  package var cells: [Cell] {
    [.integer(file), .integer(line), .flag(isWhole), .text(name), .integer(column), .text(text)]
  }
}
