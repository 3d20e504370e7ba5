import Pipeline
import Plan
import Tables

/// The comparison for programs: full precision, names as in the published tables.
struct CompareRecord: Encodable {
  /// A value of a published table; empty cells are null.
  enum Field: Encodable {
    case none
    case whole(Int)
    case number(Double)
    case text(String)

    init(_ cell: Cell) {
      self =
        switch cell {
        case .integer(let value): .whole(value)
        case .number(let value): .number(value)
        case .text(let text): text.isEmpty ? .none : .text(text)
        case .empty, .decimal, .flag, .date: .none
        }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .none: try container.encodeNil()
      case .whole(let value): try container.encode(value)
      case .number(let value): try container.encode(value)
      case .text(let text): try container.encode(text)
      }
    }
  }

  struct Point: Encodable {
    var year: Int
    var value: Double
  }

  var indicator: String
  var year: Int
  /// Rows of the table of comparisons, by column.
  var units: [[String: Field]]
  /// Whole values by unit.
  var series: [String: [Point]]
  /// The row of the table of tests, by column.
  var test: [String: Field]?
  var sentences: [String]

  init(_ comparison: UnitComparison) {
    indicator = comparison.indicator.id
    year = comparison.year
    sentences = comparison.sentences
    units = comparison.rows.map(Self.fields)
    test = comparison.test.map(Self.fields)
    let whole = comparison.figures.filter { $0.reported == $0.expected }
    series = Dictionary(grouping: whole, by: \.unit).mapValues { rows in
      rows.sorted { $0.year < $1.year }
        .compactMap { row in row.value.map { Point(year: row.year, value: $0) } }
    }
  }

  private static func fields<Row: TableRow>(_ row: Row) -> [String: Field] {
    Dictionary(zip(Row.schema.columns.map(\.name), row.cells.map(Field.init))) { first, _ in first }
  }
}
