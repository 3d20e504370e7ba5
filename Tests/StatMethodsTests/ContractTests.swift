import CommandLineOptions
import CommandRunner
import Diagnostics
import Foundation
import Testing

@testable import StatMethods

/// What holds for every method of the list.
@Suite struct ContractTests {
  @Test func `names and keys are written as programs expect them`() {
    let names = StatMethod.all.map(\.name)
    #expect(Set(names).count == names.count)
    for method in StatMethod.all {
      #expect(method.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
      for keys in [method.keys, method.rowKeys] {
        #expect(Set(keys.map(\.name)).count == keys.count, "\(method.name)")
        for key in keys {
          #expect(key.name.wholeMatch(of: /[a-zA-Z][a-zA-Z0-9]*/) != nil, "\(key.name)")
          #expect(!key.meaning.vietnamese.isEmpty && !key.meaning.english.isEmpty)
        }
      }
      #expect(!method.keys.isEmpty || !method.rowKeys.isEmpty)
      for text in [method.summary.vietnamese, method.summary.english] {
        #expect(text.hasSuffix(".") && text.count <= 90, "\(method.name)")
      }
      let options = method.command.syntax.options.map(\.name)
      #expect(Set(options).count == options.count, "\(method.name)")
    }
  }

  @Test(arguments: ReferenceCase.all)
  func `answers have the keys that are documented and no others`(_ example: ReferenceCase) throws {
    let answer = try #require(SelfTest.answer(to: example))
    let documented = Set(answer.method.keys.map(\.name))
    #expect(Set(answer.result.values.keys) == documented)
    if !answer.method.rowKeys.isEmpty {
      let rows = try #require(answer.result.rows)
      for index in 0..<rows.count { #expect(rows.row(index).count == answer.method.rowKeys.count) }
    }
  }

  @Test(arguments: ReferenceCase.all)
  func `the example of the help names options that exist`(_ example: ReferenceCase) throws {
    let method = try #require(StatMethod.all.first { $0.name == example.method })
    let words = method.example.split(separator: " ").map(String.init)
    #expect(try method.command.syntax.parse(words) != nil)
  }

  /// Tables with columns of every name that a method may ask for.
  private static let hostile: [(name: String, rows: [[String]])] = [
    ("no row", []),
    ("one row", [["1"]]),
    ("blank", [["", "", ""], [""]]),
    ("equal", Array(repeating: ["3"], count: 6)),
    ("noughts", Array(repeating: ["0"], count: 6)),
    ("rising", (1...6).map { ["\($0)"] }),
    ("falling below 0", (1...6).map { ["\(-$0)"] }),
    ("huge", (1...6).map { ["\($0)e307"] }),
    ("tiny", (1...6).map { ["\($0)e-320"] }),
    ("huge counts", (1...6).map { ["900719925474\($0)000"] }),
    ("huge and tiny", ["1e308", "-1e308", "1e-308", "0", "5"].map { [$0] }),
    ("words", ["a", "b", "NaN", "inf", "1e999"].map { [$0] }),
    ("two million", (1...6).map { ["\(2_000_000 + $0)"] }),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: StatMethod.all.map(\.name))
  func `no table makes an answer without a reason`(_ name: String) throws {
    let method = try #require(StatMethod.all.first { $0.name == name })
    let columns = method.columns.filter { $0.isRequired || $0.name == "weight" }
    var options = columns.map { "--\($0.name) \($0.name)" }.joined(separator: " ")
    for option in method.requiredOptions.sorted() {
      options += " --\(option) " + (Self.values[option] ?? "1")
    }
    for (title, rows) in Self.hostile {
      // Times and units differ from row to row, so that the values are what is tried.
      let lines = rows.indices.map { index in
        columns.indices.map { place -> String in
          switch columns[place].name {
          case "time": "\(2020 + index)"
          case "unit": "u\(index)"
          // Columns differ, or a numerator would never be above its denominator.
          default: rows[(index + place) % rows.count].last ?? ""
          }
        }
        .joined(separator: ",")
      }
      let table = ([columns.map(\.name).joined(separator: ",") + ",z"] + lines)
        .joined(separator: "\n")
      let answer = try ask(name, options, table)
      let text = try answer.table()
      #expect(!text.contains("nan") && !text.contains("inf "), "\(title)")
      _ = try answer.csv()
      for object in try Self.objects(answer.json()) {
        let isMissing = object.contains { $0.value is NSNull }
        let isOptional = Set(object.filter { $0.value is NSNull }.keys)
          .isSubset(of: Self.optionalKeys)
        if isMissing, !isOptional {
          #expect(object["gap"] is String, "\(title): \(object)")
          #expect(object["reason"] is String, "\(title)")
        }
      }
    }
  }

  /// Values of options that a method cannot do without.
  private static let values = ["target": "1", "by": "2030", "kind": "direct"]

  /// Keys that have nothing where the caller asked for nothing, or where there is nothing to say.
  private static let optionalKeys: Set<String> = [
    "unit", "fraction", "lostSince", "prediction", "predictionLower", "predictionUpper",
    "standardError", "expected", "rate", "rateLower", "rateUpper", "variance",
  ]

  /// All objects of a JSON text, rows too.
  private static func objects(_ json: Any) -> [[String: Any]] {
    if let list = json as? [Any] { return list.flatMap(objects) }
    guard let object = json as? [String: Any] else { return [] }
    return [object.filter { !($0.value is [Any]) }] + objects(object["rows"] ?? [Any]())
  }
}
