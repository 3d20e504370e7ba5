import Foundation
import Testing

@Suite(.timeLimit(.minutes(5))) struct WholeRunTests {
  @Test func theRowAccountClosesForEveryFileAndIsPrinted() throws {
    let run = try SampleRun.baseline.get()
    try #require(run.result.status == 0, "\(run.result.errors)")
    let accounts = PublishedRows(try run.scratch.text("work/clean/row_account.csv")).rows
    #expect(accounts.count > 50)
    #expect(accounts.allSatisfy { $0["closes"] == "true" })
    #expect(run.result.output.contains("khớp ở \(accounts.count)/\(accounts.count) tệp"))
  }

  @Test func standardErrorIsEmptyAndStandardOutputSaysWhereToLook() throws {
    let run = try SampleRun.baseline.get()
    #expect(run.result.errors.isEmpty)
    let report = run.scratch.path("reports/kh166/\(SampleRun.year)/bao-cao.md")
    #expect(run.result.output.contains(report))
    #expect(FileManager.default.fileExists(atPath: report))
  }

  @Test func nothingTemporaryIsLeftBehind() throws {
    let run = try SampleRun.baseline.get()
    let names = try run.scratch.files("work").keys.sorted()
    #expect(names.allSatisfy { !$0.hasPrefix(".") })
    let folders = Set(names.compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(folders == ["ingest", "clean", "join", "indicators", "trends", "package"])
  }

  @Test func aSecondRunReplacesTheFirst() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "reports/kh166/\(SampleRun.year)/xa/left-over.md")
    let result = try Tool.run(
      "chitieu",
      [
        "run", SampleRun.pipeline, "--year", "\(SampleRun.year)", "--data", try SampleRun.data(),
        "--work", scratch.path("work"), "--reports", scratch.path("reports"), "--lang", "en",
      ]
    )
    #expect(result.status == 0)
    #expect(result.output.contains("closes for"))
    let names = try scratch.files("reports").keys
    #expect(!names.contains { $0.hasSuffix("left-over.md") || $0.contains("partial") })
  }

  @Test func theOtherPlanRuns() throws {
    let scratch = try Scratch()
    let result = try Tool.run(
      "chitieu",
      [
        "run", "pipelines/published", "--work", scratch.path("work"),
        "--reports", scratch.path("reports"),
      ]
    )
    #expect(result.status == 0, "\(result.errors)")
  }
}
