import Foundation
import Pipeline
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
    let second = try run()
    #expect(second.isRepeated)
    #expect(second.output.hasPrefix(first.output.dropLast()))
    #expect(try files() == written)
    #expect(try !run(["--again"]).isRepeated)
    #expect(try files() == written)
  }

  @Test(.timeLimit(.minutes(5))) func whateverChangesIsSeen() throws {
    _ = try run()
    #expect(try run().isRepeated)
    // A result that somebody changed.
    let report = "reports/kh166/2025/bao-cao.md"
    try out.write("changed", to: report)
    #expect(try !run().isRepeated)
    #expect(try out.text(report) != "changed")
    // A file that is new.
    Thread.sleep(forTimeInterval: 0.2)
    #expect(try run().isRepeated)
    try data.write("a;b\n1;2\n", to: "data/2025/notes.csv")
    Thread.sleep(forTimeInterval: 0.2)
    #expect(try !run().isRepeated)
    #expect(try run().isRepeated)
    // Another day.
    #expect(try !run(["--as-of", "2026-01-31"]).isRepeated)
  }

  /// Links are followed, as they are when files are read.
  @Test(.timeLimit(.minutes(5))) func aChangeBehindALinkIsSeen() throws {
    let manager = FileManager.default
    let sender = data.path("data/2025/30085")
    let behind = data.path("behind")
    try manager.moveItem(atPath: sender, toPath: behind)
    try manager.createSymbolicLink(atPath: sender, withDestinationPath: behind)
    Thread.sleep(forTimeInterval: 0.2)
    _ = try run()
    #expect(try run().isRepeated)
    let file = try #require(manager.contentsOfDirectory(atPath: behind).sorted().first)
    try data.write("changed", to: "behind/\(file)")
    Thread.sleep(forTimeInterval: 0.2)
    #expect(try !run().isRepeated)
    #expect(try run().isRepeated)
  }

  /// What is kept names no file of a sender, and is believed only where it is whole.
  @Test(.timeLimit(.minutes(5))) func whatIsKeptTellsNothingAndIsNotTrusted() throws {
    _ = try run()
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path("."))
    let kept = try #require(names.first { $0.hasPrefix(".work.") })
    let text = try out.text(kept)
    let folder = data.path("data/2025/30085")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      #expect(!text.contains(file))
    }
    #expect(try run().isRepeated)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let broken =
      ["", "chitieu run 4\n\t\n\nx", "chitieu run 4\nx\n\nx", String(text.prefix(99)), text + "x"]
      // A line may be lost, also one of those that tell what was printed.
      + (0..<min(5, lines.count)).map { place in
        lines.indices.filter { $0 != place }.map { lines[$0] }.joined(separator: "\n")
      }
    for broken in broken {
      try out.write(broken, to: kept)
      #expect(try !run().isRepeated)
    }
  }

  /// What is kept is a file of the run's own; what others put in its place is left alone.
  @Test(.timeLimit(.minutes(5))) func nothingIsKeptInOtherFiles() throws {
    _ = try run()
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path("."))
    let kept = out.path(try #require(names.first { $0.hasPrefix(".work.") }))
    try out.write("own", to: "other.txt")
    try FileManager.default.removeItem(atPath: kept)
    try FileManager.default.createSymbolicLink(
      atPath: kept,
      withDestinationPath: out.path("other.txt")
    )
    #expect(try !run().isRepeated)
    #expect(try out.text("other.txt") == "own")
    #expect(try run().isRepeated)
    try FileManager.default.removeItem(atPath: kept)
    try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: false)
    try out.write("own", to: "\((kept as NSString).lastPathComponent)/other.txt")
    #expect(try !run().isRepeated)
    #expect(FileManager.default.fileExists(atPath: "\(kept)/other.txt"))
  }

  /// A plan that changed after the run had begun may have been read before.
  @Test(arguments: [false, true]) func whatChangedMeanwhileIsNotKept(_ changes: Bool) throws {
    try FileManager.default.copyItem(
      atPath: Tool.root.appending(path: "pipelines/school-gardens").path,
      toPath: out.path("plan")
    )
    Thread.sleep(forTimeInterval: 0.2)
    let plan = try usablePlan(out.path("plan"))
    let request = RunRequest(
      data: Tool.root.appending(path: "data/samples/school-gardens").path,
      year: 2024,
      work: out.path("work")
    )
    var memory = RunMemory(out.path("plan"), request, began: Date())
    Thread.sleep(forTimeInterval: 0.1)
    if changes {
      try out.write(out.text("plan/plan.json5") + "\n", to: "plan/plan.json5")
    }
    memory.beginWithPlan()
    try memory.beginWithData(plan)
    memory.keep()
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path("."))
    #expect(names.contains { $0.hasPrefix(".work.") } == !changes)
  }
}
