/// A setting of the run that later stages and reports need.
package struct SettingRow: TableRow, Equatable {
  package var key: String
  package var value: String

  package static let schema = TableSchema(
    "run",
    vi: "Thiết lập của lần chạy",
    en: "Settings of the run",
    primaryKey: ["key"],
    columns: [
      TableColumn("key", .text, vi: "Tên", en: "Key", isRequired: true),
      TableColumn("value", .text, vi: "Giá trị", en: "Value"),
    ]
  )

  package init(
    key: String,
    value: String
  ) {
    self.key = key
    self.value = value
  }

  package init(_ row: inout RowReader) throws(TableError) {
    key = row.text()
    value = row.text()
  }

  package var cells: [Cell] {
    [
      .text(key),
      .text(value),
    ]
  }
}
