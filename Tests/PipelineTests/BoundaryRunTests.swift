import Foundation
import Testing

@Suite(.timeLimit(.minutes(3)))
struct BoundaryRunTests {
  private func run(_ day: String, in scratch: Scratch) throws -> ToolResult {
    try Tool.run(
      "chitieu",
      [
        "run", SampleRun.pipeline, "--year", "\(SampleRun.year)", "--data", try SampleRun.data(),
        "--work", scratch.path("work"), "--reports", scratch.path("reports"), "--boundaries", day,
      ]
    )
  }

  @Test func `what was sent is not published by units that did not send it`() throws {
    let scratch = try Scratch()
    #expect(try run("2025-07-01", in: scratch).status == 0)
    let folder = "reports/kh166/2025-boundaries-2025-07-01"
    let manager = FileManager.default
    let tables = try manager.contentsOfDirectory(atPath: scratch.path("\(folder)/tables")).sorted()
    #expect(
      tables == [
        "clauses.csv", "comparison_tests.csv", "comparisons.csv", "datapackage.json",
        "indicators.csv", "targets.csv",
        "trends.csv", "units.csv",
      ]
    )
    #expect(!manager.fileExists(atPath: scratch.path("\(folder)/tra-lai")))
    #expect(try manager.contentsOfDirectory(atPath: scratch.path("\(folder)/xa")).count == 9)
    // 30076 was the town, which sent its score, and is the commune that it merged into.
    let sheet = try scratch.text("\(folder)/xa/30076.md")
    #expect(sheet.hasPrefix("# Xã Mỹ Thọ") && !sheet.contains("## Báo cáo đã gửi"))
    let report = try scratch.text("\(folder)/bao-cao.md")
    #expect(report.contains("| Thị trấn Mỹ Thọ | 83,3 |"))
    #expect(report.contains("**Địa giới ngày 01/07/2025.**"))
  }

  @Test func `a day without the plan's units is refused and nothing is written`() throws {
    let scratch = try Scratch()
    let result = try run("1990-01-01", in: scratch)
    #expect(result.status == 64 && result.errors.contains("1990-01-01"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("work")))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("reports")))
  }
}
