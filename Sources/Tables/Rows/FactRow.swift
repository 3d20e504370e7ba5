package import Diagnostics

/// A data element of a unit and a year: a value, or the reason for none.
package struct FactRow: StreamedRow, Equatable {
  /// `form.name`.
  package var element: String
  /// Code.
  package var unit: String
  /// Value of the category field, or `FactRow.total`.
  package var category: String
  /// Category value of a coded element; empty otherwise.
  package var text: String
  // Small ones stand together: a country has hundreds of thousands of rows.
  /// A number; 1 or 0 for a flag.
  package var value: FixedDecimal?
  /// Nil where there is a value; `no-case` counts as 0 in sums.
  package var missing: MissingReason?
  /// Some senders of the form have not reported: the value is a lower bound.
  package var isPartial: Bool
  /// The year in four bytes.
  @usableFromInline var shortYear: Int32
  /// The rows that it was made from.
  package var sources: FactSources

  @inlinable package var year: Int {
    get { Int(shortYear) }
    set { shortYear = Int32(clamping: newValue) }
  }

  package static let schema = TableSchema(
    "facts",
    vi: "Dữ kiện",
    en: "Facts",
    primaryKey: ["element", "unit", "year", "category"],
    columns: [
      TableColumn("element", .text, vi: "Phần tử số liệu", en: "Data element", isRequired: true),
      TableColumn("unit", .text, vi: "Đơn vị", en: "Org unit", isRequired: true),
      TableColumn("year", .integer, vi: "Năm", en: "Year", isRequired: true),
      TableColumn("category", .text, vi: "Phân tổ", en: "Category", isRequired: true),
      TableColumn("value", .number, vi: "Giá trị", en: "Value"),
      TableColumn("text", .text, vi: "Mã phân loại", en: "Coded value"),
      TableColumn("missing", .text, vi: "Lý do thiếu", en: "Reason for no value"),
      TableColumn(
        "is_partial",
        .boolean,
        vi: "Còn thiếu nguồn",
        en: "Sources are missing",
        isRequired: true
      ),
      TableColumn("sources", .text, vi: "Nguồn", en: "Sources"),
    ]
  )

  package init(
    element: String,
    unit: String,
    year: Int,
    category: String,
    value: FixedDecimal? = nil,
    text: String,
    missing: MissingReason? = nil,
    isPartial: Bool,
    sources: FactSources
  ) {
    self.element = element
    self.unit = unit
    shortYear = Int32(clamping: year)
    self.category = category
    self.value = value
    self.text = text
    self.missing = missing
    self.isPartial = isPartial
    self.sources = sources
  }

  package init(_ row: inout RowReader) throws(TableError) {
    element = row.text()
    unit = row.text()
    shortYear = try row.short()
    category = row.text()
    value = try row.optionalDecimal()
    text = row.text()
    missing = try row.optionalCode(MissingReason.self)
    isPartial = try row.flag()
    sources = try row.sources()
  }

  package func put(into sink: inout some CellSink) {
    putCellsButSources(into: &sink)
    sink.put(sources)
  }

  /// Writes the cells of what is handed up, which does not tell where it comes from.
  package func writeCellsButSources(to writer: inout TableWriter) {
    putCellsButSources(into: &writer)
  }

  package func putCellsButSources(into sink: inout some CellSink) {
    sink.put(element)
    sink.put(unit)
    sink.put(year)
    sink.put(category)
    sink.put(value)
    sink.put(text)
    sink.put(missing?.rawValue ?? "")
    sink.put(isPartial)
  }
}

extension FactRow {
  /// Category of the fact over all categories; SDMX writes totals so.
  package static let total = "_T"

  /// Unit of what is known to have happened, but not where.
  package static let unplaced = "_U"

  /// The number that the fact adds to a sum: its value, or 0 where there was no such case.
  package var addend: Double? {
    if let value { return value.double }
    return missing == .noCase ? 0 : nil
  }
}
