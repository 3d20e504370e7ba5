import Diagnostics
package import Tables

/// A file of the plan that units evaluated by.
package struct PlanFileRow: TableRow, Equatable {
  /// Path in the plan's folder; only the name where it lies elsewhere.
  package var path: String
  package var sha256: String

  package static let schema = TableSchema(
    "plan_files",
    vi: "Tệp của kế hoạch",
    en: "Files of the plan",
    primaryKey: ["path"],
    columns: [
      TableColumn("path", .text, vi: "Đường dẫn", en: "Path", isRequired: true),
      TableColumn("sha256", .text, vi: "Mã băm SHA-256", en: "SHA-256", isRequired: true),
    ]
  )

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }

  package init(_ row: inout RowReader) throws(TableError) {
    path = row.text()
    sha256 = row.text()
  }

  package var cells: [Cell] { [.text(path), .text(sha256)] }
}

/// A unit whose facts a package holds.
struct HandedUnitRow: TableRow, Equatable {
  var unit: String
  var asOf: CalendarDate?
  var datasetTitle: LocalisedText
  var isSynthetic: Bool
  var notice: LocalisedText
  /// Digest of the unit's facts, overlaps and reports as they are written for it alone.
  var sha256: String

  static let schema = TableSchema(
    "handed_up",
    vi: "Đơn vị đã nộp dữ kiện",
    en: "Units that handed up facts",
    primaryKey: ["plan_unit"],
    columns: [
      TableColumn("plan_unit", .text, vi: "Đơn vị nộp", en: "Unit", isRequired: true),
      TableColumn("as_of", .date, vi: "Chốt đến", en: "As of", isRequired: true),
      TableColumn("dataset_vi", .text, vi: "Bộ số liệu", en: "Data set, in Vietnamese"),
      TableColumn("dataset_en", .text, vi: "Bộ số liệu (tiếng Anh)", en: "Data set"),
      TableColumn("synthetic", .boolean, vi: "Số giả định", en: "Synthetic", isRequired: true),
      TableColumn("notice_vi", .text, vi: "Lưu ý", en: "Notice, in Vietnamese"),
      TableColumn("notice_en", .text, vi: "Lưu ý (tiếng Anh)", en: "Notice"),
      TableColumn("sha256", .text, vi: "Mã băm SHA-256", en: "SHA-256", isRequired: true),
    ]
  )

  init(_ unit: HandedUnit, sha256: String) {
    self.unit = unit.unit
    asOf = unit.asOf
    datasetTitle = unit.datasetTitle
    isSynthetic = unit.isSynthetic
    notice = unit.notice
    self.sha256 = sha256
  }

  init(_ row: inout RowReader) throws(TableError) {
    unit = row.text()
    asOf = try row.optionalDate()
    datasetTitle = LocalisedText(vi: row.text(), en: row.text())
    isSynthetic = try row.flag()
    notice = LocalisedText(vi: row.text(), en: row.text())
    sha256 = row.text()
  }

  var cells: [Cell] {
    [
      .text(unit), .optional(asOf), .text(datasetTitle.vietnamese), .text(datasetTitle.english),
      .flag(isSynthetic), .text(notice.vietnamese), .text(notice.english), .text(sha256),
    ]
  }
}

/// A row of one of the units whose facts a package holds.
protocol HandedRow: TableRow {
  associatedtype Row: TableRow

  /// Code of the unit that handed it up.
  var planUnit: String { get }
  var row: Row { get }
  init(planUnit: String, row: Row)

  /// What no two rows of a unit share, in the order in which they are handed up.
  static func place(of row: Row) -> [String]
  static func comes(_ row: Row, before other: Row) -> Bool
}

extension HandedRow {
  var place: [String] { [planUnit] + Self.place(of: row) }

  static func comes(_ row: Row, before other: Row) -> Bool {
    place(of: row).lexicographicallyPrecedes(place(of: other))
  }

  /// Whether the row stands before another in a package.
  func comes(before other: Self) -> Bool {
    planUnit == other.planUnit ? Self.comes(row, before: other.row) : planUnit < other.planUnit
  }

  /// Columns before those of the row itself.
  fileprivate static var unitColumn: TableColumn {
    TableColumn("plan_unit", .text, vi: "Đơn vị nộp", en: "Handed up by", isRequired: true)
  }
}

/// A fact that a unit handed up: without its sources, which are files of that unit.
struct HandedFact: HandedRow, StreamedRow {
  var planUnit: String
  var row: FactRow

  private static let sources = "sources"

  static let schema = TableSchema(
    FactRow.schema.name,
    vi: "Dữ kiện",
    en: "Facts",
    primaryKey: [unitColumn.name] + FactRow.schema.primaryKey,
    columns: [unitColumn] + FactRow.schema.columns.filter { $0.name != sources }
  )

  init(planUnit: String, row: FactRow) {
    self.planUnit = planUnit
    self.row = row
  }

  init(_ row: inout RowReader) throws(TableError) {
    planUnit = row.text()
    self.row = FactRow(
      element: row.text(),
      unit: row.text(),
      year: Int(try row.short()),
      category: row.text(),
      value: try row.optionalDecimal(),
      text: row.text(),
      missing: try row.optionalCode(MissingReason.self),
      isPartial: try row.flag(),
      sources: []
    )
  }

  func put(into sink: inout some CellSink) {
    sink.put(planUnit)
    row.putCellsButSources(into: &sink)
  }

  /// Writes a row, which is not copied for it.
  static func write(_ planUnit: String, _ row: FactRow, to writer: inout TableWriter) {
    writer.put(planUnit)
    row.writeCellsButSources(to: &writer)
  }

  static func place(of row: FactRow) -> [String] {
    [row.element, row.unit, String(row.year), row.category]
  }

  /// Whether facts come in the order in which they are handed up.
  static func areSorted(_ rows: Span<FactRow>) -> Bool {
    for place in rows.indices.dropFirst() where comes(rows[place], before: rows[place - 1]) {
      return false
    }
    return true
  }

  /// By `place`, of which most parts are alike: no list of them is made.
  static func comes(_ row: borrowing FactRow, before other: borrowing FactRow) -> Bool {
    if row.element != other.element { return row.element < other.element }
    if row.unit != other.unit { return row.unit < other.unit }
    if row.year != other.year {
      // Years of four digits are in the order of their texts.
      let years = 1_000...9_999
      return years.contains(row.year) && years.contains(other.year)
        ? row.year < other.year : String(row.year) < String(other.year)
    }
    return row.category < other.category
  }
}

/// A form that a unit's senders owed, and whether it came.
struct HandedReport: HandedRow {
  var planUnit: String
  var row: ReportingRow

  static let schema = TableSchema(
    ReportingRow.schema.name,
    vi: "Chấp hành báo cáo",
    en: "Reporting",
    primaryKey: [unitColumn.name] + ReportingRow.schema.primaryKey,
    columns: [unitColumn] + ReportingRow.schema.columns
  )

  init(planUnit: String, row: ReportingRow) {
    self.planUnit = planUnit
    self.row = row
  }

  init(_ row: inout RowReader) throws(TableError) {
    planUnit = row.text()
    self.row = try ReportingRow(&row)
  }

  var cells: [Cell] { [.text(planUnit)] + row.cells }

  static func place(of row: ReportingRow) -> [String] { [row.form, row.sender, String(row.year)] }
}

/// What a unit's members count several times.
struct HandedOverlap: HandedRow {
  var planUnit: String
  var row: OverlapRow

  static let schema = TableSchema(
    OverlapRow.schema.name,
    vi: "Đối tượng được nhiều đơn vị cùng đếm",
    en: "Things that several units count",
    primaryKey: [unitColumn.name] + OverlapRow.schema.primaryKey,
    columns: [unitColumn] + OverlapRow.schema.columns
  )

  init(planUnit: String, row: OverlapRow) {
    self.planUnit = planUnit
    self.row = row
  }

  init(_ row: inout RowReader) throws(TableError) {
    planUnit = row.text()
    self.row = try OverlapRow(&row)
  }

  var cells: [Cell] { [.text(planUnit)] + row.cells }

  static func place(of row: OverlapRow) -> [String] {
    [row.element, String(row.year)] + row.units
  }
}
