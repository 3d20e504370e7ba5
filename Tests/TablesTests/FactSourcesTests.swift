import Diagnostics
import SeededNumbers
import Testing

@testable import Tables

@Suite struct FactSourcesTests {
  private static let edges = [
    Int.min, Int.min + 1, -1, 0, 1, 63, 64, 8_191, 8_192, Int.max - 1, Int.max,
  ]

  private func rows(_ numbers: inout SeededNumbers) -> [SourceRow] {
    var row = SourceRow(file: 1, line: 1)
    return (0..<Int.random(in: 0...150, using: &numbers)).map { _ in
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0: row.file += Int.random(in: -1...2, using: &numbers)
      case 1: row.line = Int.random(in: 0...100, using: &numbers)
      case 2:
        return SourceRow(
          file: numbers.pick(Self.edges, or: 0),
          line: numbers.pick(Self.edges, or: 0)
        )
      default: row.line += Int.random(in: 0...20_000, using: &numbers)
      }
      return row
    }
  }

  @Test func rowsComeBackAsTheyWere() {
    var numbers = SeededNumbers(seed: 41)
    for _ in 0..<500 {
      let (one, other) = (rows(&numbers), rows(&numbers))
      var builder = FactSources.Builder()
      let ranges = [one, other].map { rows in
        builder.begin()
        for row in rows { builder.append(row) }
        return builder.range
      }
      let both = ranges.map(builder.sources)
      #expect(both.map { Array($0) } == [one, other])
      #expect(both[0] == FactSources(one))
      #expect((both[0] == both[1]) == (one == other))
      #expect(both[1].first == other.first)
      #expect(both[1].isEmpty == other.isEmpty)
      #expect(Array(FactSources(joining: both)) == one + other)
      let text = one.map { "\($0.file):\($0.line)" }.joined(separator: " ")
      #expect(both[0].description == text)
      #expect(FactSources(text) == both[0])
    }
  }

  @Test(arguments: [
    " ", "1", "1:", ":1", "1:2:3", "1:2 ", " 1:2", "1:2  3:4", "a:1", "1:b",
    "1:99999999999999999999", "1:9223372036854775808", "-9223372036854775809:1", "+1:2", "1:02",
    "-0:1", "-:1", "--1:1", "1:-",
  ])
  func otherTextsAreNoSources(_ text: String) { #expect(FactSources(text) == nil) }

  @Test func aTableWithOtherTextsSaysWhere() {
    let bytes = Array(
      """
      element,unit,year,category,value,text,missing,is_partial,sources
      a,b,2024,_T,1,,,false,1:2 3
      """.utf8
    )
    #expect {
      _ = try read(FactRow.self, from: bytes, file: "facts.csv")
    } throws: { error in
      let error = error as? TableError
      return error?.location.line == 2 && error?.location.column == 9 && error?.found == "1:2 3"
    }
  }
}
