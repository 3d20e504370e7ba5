/// What became of the rows of one file: rows = used + superseded + set aside.
package struct RowAccountRow: TableRow, Equatable {
  package var file: Int
  package var path: String
  package var records: Int
  package var layoutRows: Int
  package var used: Int
  package var superseded: Int
  package var setAside: Int

  package init(file: Int, path: String, records: Int, layoutRows: Int) {
    self.file = file
    self.path = path
    self.records = records
    self.layoutRows = layoutRows
    used = 0
    superseded = 0
    setAside = 0
  }

  /// Rows of data.
  package var rows: Int { records - layoutRows }
  package var closes: Bool { rows == used + superseded + setAside }

  package static let schema = TableSchema(
    "row_account",
    vi: "Đối chiếu số hàng",
    en: "Row account",
    primaryKey: ["file"],
    columns: [
      TableColumn("file", .integer, vi: "Số của tệp", en: "File number", isRequired: true),
      TableColumn("path", .text, vi: "Đường dẫn", en: "Path", isRequired: true),
      TableColumn("records", .integer, vi: "Bản ghi", en: "Records", isRequired: true),
      TableColumn(
        "layout_rows",
        .integer,
        vi: "Hàng trình bày",
        en: "Layout rows",
        isRequired: true
      ),
      TableColumn("rows", .integer, vi: "Hàng số liệu", en: "Rows in", isRequired: true),
      TableColumn("used", .integer, vi: "Đã dùng", en: "Used", isRequired: true),
      TableColumn("superseded", .integer, vi: "Được thay thế", en: "Superseded", isRequired: true),
      TableColumn("set_aside", .integer, vi: "Để riêng", en: "Set aside", isRequired: true),
      TableColumn("closes", .boolean, vi: "Khớp", en: "Closes", isRequired: true),
    ]
  )

  package init(_ row: inout RowReader) throws(TableError) {
    file = try row.integer()
    path = row.text()
    records = try row.integer()
    layoutRows = try row.integer()
    _ = try row.integer()
    used = try row.integer()
    superseded = try row.integer()
    setAside = try row.integer()
    _ = try row.flag()
  }

  package var cells: [Cell] {
    [
      .integer(file), .text(path), .integer(records), .integer(layoutRows), .integer(rows),
      .integer(used), .integer(superseded), .integer(setAside), .flag(closes),
    ]
  }
}
