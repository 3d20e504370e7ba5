import CommandLineOptions
import CommandRunner
import Diagnostics
import Foundation
import Testing

@testable import StatMethods

/// One method on a table, as the program runs it.
struct Answer {
  let method: StatMethod
  let outcomes: [StatOutcome]
  let badCells: BadCells
  let hasGroups: Bool

  /// The first outcome.
  var result: StatResult { get throws { try #require(outcomes.first).result } }

  /// The answer as JSON, as a parser of others reads it.
  func json() throws -> Any {
    let text = try text {
      try StatJSON(method: method, language: .english).write(outcomes, to: &$0)
    }
    return try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  /// The one object of the answer as JSON.
  func object() throws -> [String: Any] { try #require(json() as? [String: Any]) }

  /// Fields of the lines of the answer as CSV.
  func csv() throws -> [[String]] {
    let text = try text {
      try StatCSV(method: method, hasGroups: hasGroups).write(outcomes, to: &$0)
    }
    return text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The answer as a person reads it.
  func table() throws -> String {
    let text = StatText(method: method, language: .english, source: "table.csv")
    return try self.text { try text.write(outcomes, to: &$0) }
  }

  private func text(_ write: (inout TextOutput) throws -> Void) throws -> String {
    var text = ""
    var output = TextOutput { text += $0 }
    try write(&output)
    try output.flush()
    return text
  }
}

/// Asks a method about a table.
///
/// - Parameters:
///   - name: The method.
///   - options: Its options, parted by blanks.
///   - table: Content of a CSV file.
/// - Returns: The answer.
/// - Throws: What the program would say of the options or the table.
func ask(_ name: String, _ options: String, _ table: String) throws -> Answer {
  try ask(name, options, Array(table.utf8))
}

func ask(_ name: String, _ options: String, _ table: [UInt8]) throws -> Answer {
  let method = try #require(StatMethod.all.first { $0.name == name })
  let words = options.split(separator: " ").map(String.init)
  let arguments = try #require(try method.command.syntax.parse(words))
  let run = try StatRun(method, arguments)
  let source = try StatSource(
    name: "table.csv",
    table,
    delimiter: try arguments.value(.delimiter)
  )
  let answer = try run.outcomes(of: source)
  return Answer(
    method: method,
    outcomes: answer.outcomes,
    badCells: answer.badCells,
    hasGroups: try arguments.value(StatRun.groupColumn.option) != nil
  )
}
