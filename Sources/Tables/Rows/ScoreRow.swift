/// Own and official score and class of a unit and a year, side by side.
package struct ScoreRow: TableRow, Equatable {
  package enum Agreement: String, CaseIterable, Sendable {
    case same
    case different
    /// One of the two, or both, were not given.
    case incomplete
  }

  package var sheet: String
  package var unit: String
  package var year: Int
  package var ownScore: Double?
  package var officialScore: Double?
  package var ownClass: String
  package var officialClass: String
  package var previousClass: String
  package var agreement: Agreement

  package static let schema = TableSchema(
    "scores",
    vi: "Điểm và xếp loại",
    en: "Scores and classes",
    primaryKey: ["sheet", "unit", "year"],
    columns: [
      TableColumn("sheet", .text, vi: "Bảng điểm", en: "Scoring sheet", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit", isRequired: true),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("own_score", .number, vi: "Điểm tự chấm", en: "Own score"),
      TableColumn("official_score", .number, vi: "Điểm chính thức", en: "Official score"),
      TableColumn("own_class", .text, vi: "Tự xếp loại", en: "Own class"),
      TableColumn("official_class", .text, vi: "Xếp loại chính thức", en: "Official class"),
      TableColumn(
        "previous_class",
        .text,
        vi: "Xếp loại năm trước",
        en: "Class of the year before"
      ),
      TableColumn("agreement", .text, vi: "Đối chiếu", en: "Agreement", isRequired: true),
    ]
  )

  package init(
    sheet: String,
    unit: String,
    year: Int,
    ownScore: Double? = nil,
    officialScore: Double? = nil,
    ownClass: String,
    officialClass: String,
    previousClass: String,
    agreement: Agreement
  ) {
    self.sheet = sheet
    self.unit = unit
    self.year = year
    self.ownScore = ownScore
    self.officialScore = officialScore
    self.ownClass = ownClass
    self.officialClass = officialClass
    self.previousClass = previousClass
    self.agreement = agreement
  }

  package init(_ row: inout RowReader) throws(TableError) {
    sheet = row.text()
    unit = row.text()
    year = try row.integer()
    ownScore = try row.optionalNumber()
    officialScore = try row.optionalNumber()
    ownClass = row.text()
    officialClass = row.text()
    previousClass = row.text()
    agreement = try row.code(Agreement.self)
  }

  package var cells: [Cell] {
    [
      .text(sheet),
      .text(unit),
      .integer(year),
      .optional(ownScore),
      .optional(officialScore),
      .text(ownClass),
      .text(officialClass),
      .text(previousClass),
      .text(agreement.rawValue),
    ]
  }
}
