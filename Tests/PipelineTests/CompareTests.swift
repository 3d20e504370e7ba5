import Foundation
import Testing

@Suite(.timeLimit(.minutes(3)))
struct CompareTests {
  private func compare(_ arguments: [String]) throws -> ToolResult {
    let run = try SampleRun.baseline.get()
    return try Tool.run(
      "chitieu",
      ["compare", SampleRun.pipeline, "--work", run.scratch.path("work"), "--lang", "en"]
        + arguments
    )
  }

  @Test func `units stand beside each other with the district's sentences below`() throws {
    let result = try compare(["--indicator", "establishments-inspected"])
    #expect(result.status == 0 && result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    // A title, a header, eighteen units, and what may be said.
    #expect(lines.count >= 22)
    #expect(lines.count { $0.hasPrefix("  Xã ") || $0.hasPrefix("  Thị trấn ") } == 18)
    #expect(lines.last?.hasSuffix(".") == true)
  }

  @Test func `other programs get full precision`() throws {
    let result = try compare(["--indicator", "establishments-inspected", "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let units = try #require((object as? [String: Any])?["units"] as? [[String: Any]])
    #expect(units.count == 18)
    for unit in units {
      guard let numerator = unit["numerator"] as? Double,
        let denominator = unit["denominator"] as? Double, denominator > 0
      else { continue }
      #expect(unit["value"] as? Double == numerator / denominator * 100)
    }
    let table = try compare(["--indicator", "establishments-inspected", "--format", "csv"])
    #expect(table.output.split(separator: "\n").count == 19)
  }

  @Test func `units can be chosen`() throws {
    let result = try compare([
      "--indicator", "sessions", "--units", "30085,30076", "--format", "md",
    ])
    #expect(result.output.split(separator: "\n").count { $0.hasPrefix("| ") } == 4)
  }

  @Test func `an unknown indicator and a malformed option are refused`() throws {
    #expect(try compare(["--indicator", "nothing"]).status == 64)
    #expect(try compare(["--indicator", "sessions", "--units", "a,,b"]).status == 64)
    #expect(try compare(["--indicator", "sessions", "--format", "xml"]).status == 64)
  }
}
