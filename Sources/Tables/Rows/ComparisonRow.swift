/// A unit beside all units together, for an indicator and a year.
package struct ComparisonRow: TableRow, Equatable {
  package enum Position: String, CaseIterable, Sendable {
    case higher, lower
    /// The interval holds the value over all units.
    case notDistinguishable = "not-distinguishable"
    case notCompared = "not-compared"
  }

  package var indicator: String
  package var unit: String
  package var year: Int
  package var value: Double?
  package var lower: Double?
  package var upper: Double?
  package var overall: Double?
  package var position: Position

  package static let schema = TableSchema(
    "comparisons",
    vi: "So sánh giữa các đơn vị",
    en: "Comparisons between units",
    primaryKey: ["indicator", "unit", "year"],
    columns: [
      TableColumn("indicator", .text, vi: "Chỉ tiêu", en: "Indicator", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit", isRequired: true),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("value", .number, vi: "Giá trị", en: "Value"),
      TableColumn("lower", .number, vi: "Cận dưới", en: "Lower limit"),
      TableColumn("upper", .number, vi: "Cận trên", en: "Upper limit"),
      TableColumn("overall", .number, vi: "Giá trị chung", en: "Value over all units"),
      TableColumn("position", .text, vi: "Vị trí", en: "Position", isRequired: true),
    ]
  )

  package init(
    indicator: String,
    unit: String,
    year: Int,
    value: Double? = nil,
    lower: Double? = nil,
    upper: Double? = nil,
    overall: Double? = nil,
    position: Position
  ) {
    self.indicator = indicator
    self.unit = unit
    self.year = year
    self.value = value
    self.lower = lower
    self.upper = upper
    self.overall = overall
    self.position = position
  }

  package init(_ row: inout RowReader) throws(TableError) {
    indicator = row.text()
    unit = row.text()
    year = try row.integer()
    value = try row.optionalNumber()
    lower = try row.optionalNumber()
    upper = try row.optionalNumber()
    overall = try row.optionalNumber()
    position = try row.code(Position.self)
  }

  package var cells: [Cell] {
    [
      .text(indicator),
      .text(unit),
      .integer(year),
      .optional(value),
      .optional(lower),
      .optional(upper),
      .optional(overall),
      .text(position.rawValue),
    ]
  }
}
