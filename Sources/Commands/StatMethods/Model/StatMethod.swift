import CommandLineOptions
import Diagnostics

/// A method of `chitieu stat`: what it needs of a table, and what it answers.
///
/// A new method is a new file in `Methods`, and a word in ``all``.
struct StatMethod: Sendable {
  /// Makes the answer of the rows of a table, or of one of its groups; throws where the columns
  /// found do not go with the options.
  typealias Computation = @Sendable (StatRows) throws -> StatResult

  let name: String
  let summary: LocalisedText
  let columns: [StatColumn]
  let options: [OptionDeclaration]
  let requiredOptions: Set<String>
  /// What the answer has once.
  let keys: [ResultKey]
  /// What the answer has in each of its rows; empty where it has none.
  let rowKeys: [ResultKey]
  /// Options, and an operand, with which it can be tried.
  let example: String
  /// What a column holds where that depends on the options.
  let kind: @Sendable (StatColumn, ParsedArguments) throws -> BoundColumn.Kind
  let prepare: @Sendable (ParsedArguments) throws -> Computation

  init(
    _ name: String,
    _ summary: LocalisedText,
    columns: [StatColumn],
    options: [OptionDeclaration] = [],
    required: Set<String> = [],
    keys: [ResultKey] = [],
    rowKeys: [ResultKey] = [],
    example: String,
    kind: @escaping @Sendable (StatColumn, ParsedArguments) throws -> BoundColumn.Kind = {
      column,
      _ in
      column.kind
    },
    prepare: @escaping @Sendable (ParsedArguments) throws -> Computation
  ) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.options = options
    requiredOptions = required
    self.keys = keys
    self.rowKeys = rowKeys
    self.example = example
    self.kind = kind
    self.prepare = prepare
  }
}

/// A key of an answer.
struct ResultKey: Sendable {
  let name: String
  let meaning: LocalisedText

  init(_ name: String, vi: String, en: String) {
    self.name = name
    meaning = LocalisedText(vi: vi, en: en)
  }
}

/// A column that a method needs, and the option that names it.
struct StatColumn: Sendable {
  let option: OptionSyntax<String>
  let kind: BoundColumn.Kind
  let isRequired: Bool
  /// Whether several may be named, with commas between.
  let isList: Bool

  var name: String { option.declaration.name }

  init(
    _ name: String,
    _ kind: BoundColumn.Kind,
    vi: String,
    en: String,
    isRequired: Bool = true,
    isList: Bool = false
  ) {
    option = .text(
      name,
      placeholder: LocalisedText(vi: isList ? "CỘT[,…]" : "CỘT", en: isList ? "COL[,…]" : "COL"),
      help: LocalisedText(vi: vi, en: en),
      expected: LocalisedText(vi: "tên một cột", en: "the name of a column")
    )
    self.kind = kind
    self.isRequired = isRequired
    self.isList = isList
  }
}

/// The rows of a table, or of one of its groups, that have all that a method needs.
struct StatRows: Sendable {
  let count: Int
  /// Physical line of each row.
  let lines: [Int]
  /// Whether a row between these was left out.
  let hasHoles: Bool
  private let names: [String: [String]]
  private let numbers: [String: [[Double]]]
  private let labels: [String: [String]]

  init(
    count: Int,
    lines: [Int],
    hasHoles: Bool,
    names: [String: [String]],
    numbers: [String: [[Double]]],
    labels: [String: [String]]
  ) {
    self.count = count
    self.lines = lines
    self.hasHoles = hasHoles
    self.names = names
    self.numbers = numbers
    self.labels = labels
  }

  /// The names of the columns, as the caller wrote them.
  func names(_ column: StatColumn) -> [String] { names[column.name] ?? [] }

  /// The values of a column; none where the caller named none.
  func numbers(_ column: StatColumn) -> [Double] { numbers[column.name]?.first ?? [] }

  /// The values of each of several columns.
  func lists(_ column: StatColumn) -> [[Double]] { numbers[column.name] ?? [] }

  /// The whole numbers of a column of counts.
  func counts(_ column: StatColumn) -> [Int] {
    // Whoever read the column has seen to it that they fit.
    numbers(column).map { Int(exactly: $0) ?? 0 }
  }

  /// The texts of a column; nil where the caller named none.
  func labels(_ column: StatColumn) -> [String]? { labels[column.name] }
}
