internal import FoundationEssentials

/// A table of expected values under `Tests/Oracles`, made by another program.
///
/// The tables hold no quotes and no commas in fields, which is all that this reader knows.
package struct OracleTable {
  /// One row, with its cells by column name.
  package struct Row {
    private let cells: [String: String]
    private let line: String

    init(_ line: String, _ names: [String]) {
      self.line = line
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells = Dictionary(zip(names, fields)) { first, _ in first }
    }

    /// The text of a cell.
    ///
    /// - Parameter column: The name of the column.
    /// - Returns: The text as it stands.
    /// - Throws: ``Missing`` when there is no such cell.
    package func text(_ column: String) throws -> String {
      guard let text = cells[column] else { throw Missing(column: column, line: line) }
      return text
    }

    /// The number in a cell.
    ///
    /// - Parameters:
    ///   - column: The name of the column.
    ///   - type: The type of the number.
    /// - Returns: The number.
    /// - Throws: ``Missing`` when there is no such number.
    package func number<Number: LosslessStringConvertible>(
      _ column: String,
      as type: Number.Type = Double.self
    ) throws -> Number {
      guard let number = try Number(text(column)) else {
        throw Missing(column: column, line: line)
      }
      return number
    }

    /// The numbers in a cell, with the separator between them.
    ///
    /// - Parameters:
    ///   - column: The name of the column.
    ///   - separator: What stands between two numbers.
    ///   - type: The type of the numbers.
    /// - Returns: The numbers in the order of the cell.
    /// - Throws: ``Missing`` when a part is no such number.
    package func numbers<Number: LosslessStringConvertible>(
      _ column: String,
      separatedBy separator: Character = " ",
      as type: Number.Type = Double.self
    ) throws -> [Number] {
      try text(column).split(separator: separator).map { part in
        guard let number = Number(String(part)) else { throw Missing(column: column, line: line) }
        return number
      }
    }
  }

  /// A cell that a test asked for and the table does not have.
  package struct Missing: Error {
    package let column: String
    package let line: String
  }

  /// The rows below the header.
  package let rows: [Row]

  /// Reads a table.
  ///
  /// - Parameter path: The path below `Tests/Oracles`.
  /// - Throws: When there is no such file or it is not UTF-8.
  package init(_ path: String) throws {
    let oracles = URL(filePath: #filePath)
      .deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Oracles")
    let text = try String(contentsOf: oracles.appending(path: path), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    let names = (lines.first ?? "").split(separator: ",").map(String.init)
    rows = lines.dropFirst().map { Row($0, names) }
  }
}

/// The distance of a value from the expected one, relative to the latter; absolute near zero.
package func relativeError(_ value: Double, _ expected: Double) -> Double {
  expected == 0 ? abs(value) : abs(value - expected) / abs(expected)
}
