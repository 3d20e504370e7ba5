package import Diagnostics

/// A value of a table's cell.
package enum Cell: Sendable, Hashable {
  case empty
  case text(String)
  case integer(Int)
  case decimal(FixedDecimal)
  case number(Double)
  case flag(Bool)
  case date(CalendarDate)

  package static func optional(_ value: Int?) -> Cell { value.map { .integer($0) } ?? .empty }
  package static func optional(_ value: Double?) -> Cell { value.map { .number($0) } ?? .empty }
  package static func optional(_ value: CalendarDate?) -> Cell { value.map { .date($0) } ?? .empty }
  package static func optional(_ value: FixedDecimal?) -> Cell {
    value.map { .decimal($0) } ?? .empty
  }
  package static func optional(_ value: Bool?) -> Cell { value.map { .flag($0) } ?? .empty }
}

/// A column of a table: its name is written here and nowhere else.
package struct TableColumn: Sendable {
  package enum ValueType: String, Sendable {
    case text = "string"
    case integer
    case number
    case boolean
    case date
  }

  package var name: String
  package var type: ValueType
  package var title: LocalisedText
  package var isRequired: Bool

  package init(
    _ name: String,
    _ type: ValueType,
    vi: String,
    en: String,
    isRequired: Bool = false
  ) {
    self.name = name
    self.type = type
    title = LocalisedText(vi: vi, en: en)
    self.isRequired = isRequired
  }
}

/// A table's contract, published as a Table Schema.
package struct TableSchema: Sendable {
  package var name: String
  package var title: LocalisedText
  package var columns: [TableColumn]
  package var primaryKey: [String]

  package init(
    _ name: String,
    vi: String,
    en: String,
    primaryKey: [String] = [],
    columns: [TableColumn]
  ) {
    self.name = name
    title = LocalisedText(vi: vi, en: en)
    self.columns = columns
    self.primaryKey = primaryKey
  }
}

/// One Swift type for the rows of one table.
///
/// `cells` and `init(_:)` follow the order of the schema's columns.
package protocol TableRow: Sendable {
  static var schema: TableSchema { get }
  var cells: [Cell] { get }
  /// Writes the cells of the row one after the other, without its end.
  func write(to writer: inout TableWriter)
  init(_ row: inout RowReader) throws(TableError)
}

extension TableRow {
  package func write(to writer: inout TableWriter) {
    for cell in cells { writer.append(cell) }
  }
}

/// A row of a table that a country has hundreds of thousands of: it puts its cells one after the
/// other, so that no list is made of each row's cells.
package protocol StreamedRow: TableRow {
  func put(into sink: inout some CellSink)
}

extension StreamedRow {
  package var cells: [Cell] {
    var list = CellList(count: Self.schema.columns.count)
    put(into: &list)
    return list.cells
  }

  package func write(to writer: inout TableWriter) { put(into: &writer) }
}

/// Why a table's file cannot be used by the next stage.
package struct TableError: Error, Sendable, Equatable {
  package var location: Location
  package var found: String
  package var expected: LocalisedText

  package init(location: Location, found: String, expected: LocalisedText) {
    self.location = location
    self.found = found
    self.expected = expected
  }

  /// The same as a finding, for printing.
  package var finding: Finding {
    guard !found.isEmpty else {
      return Finding(
        "no-table",
        .error,
        at: location,
        message: LocalisedText(
          vi: "không có: \(expected.vietnamese)",
          en: "missing: \(expected.english)"
        )
      )
    }
    return Finding("malformed-table", .error, at: location, found: found, expected: expected)
  }
}
