import Foundation
import GardenPlan
import Testing

@testable import Plan

@Suite(.timeLimit(.minutes(1)))
struct PlainJSONTests {
  /// Whether two values are one, whatever the order of their members.
  static func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
    switch (one, other) {
    case (.null, .null): true
    case (.flag(let a), .flag(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.text(let a), .text(let b)): Array(a.utf8) == Array(b.utf8)
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy(isSame)
    case (.object(let a), .object(let b)):
      a.values.count == b.values.count
        && a.values.allSatisfy { key, value in b.values[key].map { isSame($0, value) } ?? false }
    default: false
    }
  }

  static let plain = [
    "{}", "[]", " [ ] ", "[1,]", "{a:1,}", "'x'", "\"Xã 'A'\"", #"'a \"b\" \\ \/ c'"#, "true",
    "false",
    "null", "[true, false, null]", "0", "-0.5", "0.1", "12.25", "123456789012345",
    "0.00000000000001",
    "9007199254.74099", "-17", "{ \"a b\": {c_1: [\"đ\", 'ế', \"\"]}, 'd': -1 }",
    "// title\n{ a: 1, // one\n /* two * / ** */ b: [2 /* three */, 3] }\r\n//end",
    "[[[[[[[[[[1]]]]]]]]]]", "{\"a\": \"\u{A0}\u{2028}\", \"ab\": 2}",
  ]

  @Test(arguments: plain) func `what is plain is read as Foundation reads it`(text: String) throws {
    let value = try #require(PlainJSON.read(Array(text.utf8)))
    #expect(Self.isSame(value, try JSONValue.decode(Array(text.utf8))))
  }

  static let others = [
    "", "{", "[", "[1", "{a:1", "{a 1}", "{a:}", "{:1}", "[,]", "[1,,2]", "[1 2]", "{a:1 b:2}",
    "1 2", "[1]]",
    "{a:1,a:2}", "'a", "\"a'", "'a\nb'", #"'\u0041'"#, #"'a\n'"#, "'a\\\nb'", "+1", ".5", "5.",
    "007", "0x1F", "1e5",
    "12a", "1234567890123456", "Infinity", "NaN", "-Infinity", "True", "/* open", "/", "{$a:1}",
    "{1:2}",
    "{é:1}", "\u{FEFF}{}", "\u{A0}1", String(repeating: "[", count: 100_000),
  ]

  @Test(arguments: others) func `what is not plain is left to Foundation`(text: String) {
    #expect(PlainJSON.read(Array(text.utf8)) == nil)
  }

  @Test func `members keep the order of the file`() throws {
    let text = "{ b: 1, a: { z: 1, y: 2 }, 'c d': null }"
    guard case .object(let members) = try #require(PlainJSON.read(Array(text.utf8))) else {
      Issue.record("no object")
      return
    }
    #expect(members.order == ["b", "a", "c d"])
  }

  @Test func `the plans of the package are plain, and the same as Foundation reads them`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders = [root.appending(path: "pipelines").path, GardenPlan.folder]
    var read = 0
    for folder in folders {
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
      where name.hasSuffix(".json5") || name.hasSuffix(".json") {
        let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
        let value = try #require(PlainJSON.read(bytes), "\(name)")
        #expect(Self.isSame(value, try JSONValue.decode(bytes)), "\(name)")
        read += 1
      }
    }
    #expect(read > 20)
  }
}
