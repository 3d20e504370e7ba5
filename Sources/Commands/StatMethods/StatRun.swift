import CommandLineOptions
import DelimitedText
import Diagnostics
import Foundation
import Methods
import VietnameseText

/// One method on one table.
struct StatRun {
  let method: StatMethod
  let computation: StatMethod.Computation
  /// Names of columns by the option that gives them.
  private var columnNames: [(column: StatColumn, kind: BoundColumn.Kind, names: String)] = []
  private let group: String?
  private let style: NumberStyle

  /// The column whose values part the rows.
  static let groupColumn = StatColumn(
    "group",
    .label,
    vi: "cột chia nhóm: mỗi nhóm một kết quả, theo thứ tự gặp đầu tiên",
    en: "column of groups: one result each, in order of first appearance",
    isRequired: false
  )

  /// Reads what the caller asks for.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - arguments: The arguments.
  /// - Throws: `UsageFault`.
  init(_ method: StatMethod, _ arguments: ParsedArguments) throws {
    self.method = method
    computation = try method.prepare(arguments)
    for column in method.columns {
      guard let names = try arguments.value(column.option) else { continue }
      columnNames.append((column, try method.kind(column, arguments), names))
    }
    group = try arguments.value(Self.groupColumn.option)
    let words = try arguments.value(.missingWords) ?? ""
    var style = NumberStyle(
      decimal: try arguments.value(.decimal),
      thousands: try arguments.value(.thousands),
      missingWords: words.split(separator: ",").map { Array($0.lowercased().utf8) }
    )
    // Whoever says what parts thousands says that it is not the decimal mark.
    switch (style.decimal, style.thousands) {
    case (nil, UInt8(ascii: ".")): style.decimal = .comma
    case (nil, UInt8(ascii: ",")): style.decimal = .point
    case (.point, UInt8(ascii: ".")), (.comma, UInt8(ascii: ",")):
      throw UsageFault.optionsDisagree(
        LocalisedText(
          vi: "'--decimal' và '--thousands' không thể là cùng một dấu",
          en: "'--decimal' and '--thousands' cannot be the same mark"
        )
      )
    default: break
    }
    self.style = style
  }

  /// Runs the method.
  ///
  /// - Parameter source: The table.
  /// - Returns: An answer for the table or for each group, and what is wrong with its cells.
  /// - Throws: `UsageFault` where a column does not exist, ``StatFailure`` where there is no table.
  func outcomes(of source: StatSource) throws -> (outcomes: [StatOutcome], badCells: BadCells) {
    guard let header = TableReader.header(source) else { throw StatFailure.noHeader(source.name) }
    var bound: [BoundColumn] = []
    var places: [(column: StatColumn, range: Range<Int>)] = []
    for (column, kind, names) in columnNames {
      let start = bound.count
      for (name, index) in try Self.indices(of: names, column, in: header) {
        bound.append(BoundColumn(index: index, name: name, kind: kind))
      }
      places.append((column, start..<bound.count))
    }
    var groupPlace: Int?
    if let group {
      let index = try header.index(of: group, option: Self.groupColumn.name)
      groupPlace = bound.count
      bound.append(BoundColumn(index: index, name: group, kind: .label))
    }
    let (table, badCells) = TableReader.read(
      source,
      bound,
      groupColumn: groupPlace,
      style,
      keepsLines: !method.rowKeys.isEmpty
    )
    let names = Dictionary(
      uniqueKeysWithValues: places.map { ($0.column.name, bound[$0.range].map(\.name)) }
    )
    return (try outcomes(of: table, places, names, groupPlace), badCells)
  }

  /// The columns that an option names: the whole text where a column has it, or else a list.
  private static func indices(
    of names: String,
    _ column: StatColumn,
    in header: ColumnNames
  ) throws -> [(String, Int)] {
    if !column.isList || header.names.contains(names) {
      return [(names, try header.index(of: names, option: column.name))]
    }
    return try names.split(separator: ",", omittingEmptySubsequences: false).map { name in
      (String(name), try header.index(of: String(name), option: column.name))
    }
  }

  private func outcomes(
    of table: StatTable,
    _ places: [(column: StatColumn, range: Range<Int>)],
    _ names: [String: [String]],
    _ groupPlace: Int?
  ) throws -> [StatOutcome] {
    guard let groupPlace else {
      let rows = Self.rows(of: table, places, names, nil, table.leftOut)
      return [
        StatOutcome(
          group: nil,
          used: table.rowCount,
          missing: table.leftOut.missing,
          bad: table.leftOut.bad,
          result: try computation(rows)
        )
      ]
    }
    let labels = table.columns[groupPlace].labels.texts
    var members: [[Int]] = labels.map { _ in [] }
    for (row, code) in table.columns[groupPlace].codes.enumerated() {
      members[Int(code)].append(row)
    }
    return try labels.indices.map { code in
      let leftOut =
        table.leftOutOfGroups.indices.contains(code) ? table.leftOutOfGroups[code] : .init()
      return StatOutcome(
        group: labels[code],
        used: members[code].count,
        missing: leftOut.missing,
        bad: leftOut.bad,
        result: try computation(Self.rows(of: table, places, names, members[code], leftOut))
      )
    }
  }

  private static func rows(
    of table: StatTable,
    _ places: [(column: StatColumn, range: Range<Int>)],
    _ names: [String: [String]],
    _ members: [Int]?,
    _ leftOut: StatTable.LeftOut
  ) -> StatRows {
    var numbers: [String: [[Double]]] = [:]
    var labels: [String: [String]] = [:]
    for (column, range) in places {
      for place in range {
        let source = table.columns[place]
        if column.kind == .label {
          let codes = members.map { $0.map { source.codes[$0] } } ?? source.codes
          labels[column.name] = codes.map { source.labels.texts[Int($0)] }
        } else {
          let values = members.map { $0.map { source.numbers[$0] } } ?? source.numbers
          numbers[column.name, default: []].append(values)
        }
      }
    }
    let lines = table.lines.isEmpty ? [] : members.map { $0.map { table.lines[$0] } } ?? table.lines
    return StatRows(
      count: members?.count ?? table.rowCount,
      lines: lines,
      hasHoles: leftOut.hasHole,
      names: names,
      numbers: numbers,
      labels: labels
    )
  }
}
