/// How many things of a register are counted in each of several units, and once in them together.
///
/// Something that moved, or that two units list, is counted by each of them. Whoever adds their
/// counts has to take it away again.
package struct OverlapRow: TableRow, Equatable {
  /// Id of a data element that tells things apart.
  package var element: String
  package var year: Int
  /// Codes of all units that count the things, sorted; at least two.
  package var units: [String]
  /// Things that exactly these units count.
  package var keys: Int

  package static let schema = TableSchema(
    "overlaps",
    vi: "Đối tượng được nhiều đơn vị cùng đếm",
    en: "Things that several units count",
    primaryKey: ["element", "year", "units"],
    columns: [
      TableColumn("element", .text, vi: "Phần tử số liệu", en: "Data element", isRequired: true),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("units", .text, vi: "Các đơn vị", en: "Org units", isRequired: true),
      TableColumn("keys", .integer, vi: "Số đối tượng", en: "Things", isRequired: true),
    ]
  )

  package init(element: String, year: Int, units: [String], keys: Int) {
    self.element = element
    self.year = year
    self.units = units
    self.keys = keys
  }

  package init(_ row: inout RowReader) throws(TableError) {
    element = row.text()
    year = try row.integer()
    units = row.text().split(separator: " ").map(String.init)
    keys = try row.integer()
  }

  package var cells: [Cell] {
    [
      .text(element), .integer(year), .text(units.joined(separator: " ")), .integer(keys),
    ]
  }
}
