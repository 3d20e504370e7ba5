import Foundation
import Testing

/// Runs with the same inputs, which leave all as it stands.
@Suite(.serialized) struct RepeatedRunTests {
  private let data: Scratch
  private let out: Scratch

  init() throws {
    data = try SampleRun.copy()
    out = try Scratch()
    // A run does not trust what changed just before it began.
    Thread.sleep(forTimeInterval: 0.2)
  }

  private func run(_ more: [String] = []) throws -> (isRepeated: Bool, output: String) {
    let result = try Tool.run(
      "chitieu",
      [
        "run", SampleRun.pipeline, "--year", "2025", "--data", data.path("data"), "--lang", "en",
        "--work", out.path("work"), "--reports", out.path("reports"),
      ] + more
    )
    #expect(result.status == 0)
    #expect(result.errors == "")
    return (result.output.contains("Nothing has changed"), result.output)
  }

  /// The first run that is not done again, of three: a run is remembered only where the clock leaves
  /// no doubt that nothing changed while it began.
  private func repeatedRun() throws -> (isRepeated: Bool, output: String) {
    for _ in 0..<2 {
      let run = try run()
      if run.isRepeated { return run }
    }
    return try run()
  }

  private func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for folder in ["work", "reports"] {
      for name in try FileManager.default.subpathsOfDirectory(atPath: out.path(folder)) {
        files["\(folder)/\(name)"] = FileManager.default.contents(
          atPath: out.path("\(folder)/\(name)")
        )
      }
    }
    return files
  }

  @Test(.timeLimit(.minutes(5))) func anUnchangedRunIsNotRepeated() throws {
    let first = try run()
    #expect(!first.isRepeated)
    let written = try files()
    let second = try repeatedRun()
    #expect(second.isRepeated)
    #expect(second.output.hasPrefix(first.output.dropLast()))
    #expect(try files() == written)
    #expect(try !run(["--again"]).isRepeated)
    #expect(try files() == written)
  }

  @Test(.timeLimit(.minutes(5))) func whateverChangesIsSeen() throws {
    _ = try run()
    #expect(try repeatedRun().isRepeated)
    // A result that somebody changed.
    let report = "reports/kh166/2025/bao-cao.md"
    try out.write("changed", to: report)
    #expect(try !run().isRepeated)
    #expect(try out.text(report) != "changed")
    // A file that is new.
    Thread.sleep(forTimeInterval: 0.2)
    #expect(try repeatedRun().isRepeated)
    try data.write("a;b\n1;2\n", to: "data/2025/notes.csv")
    Thread.sleep(forTimeInterval: 0.2)
    #expect(try !run().isRepeated)
    #expect(try repeatedRun().isRepeated)
    // Another day.
    #expect(try !run(["--as-of", "2026-01-31"]).isRepeated)
  }
}
