import Foundation
import Testing

/// The reports kept in the repository are what the samples and the published figures give.
///
/// `RECORD_GOLDEN=1 swift test --filter GoldenTests` writes them again, and fails all the same, so
/// that nobody takes a recording for a check.
@Suite(.timeLimit(.minutes(5))) struct GoldenTests {
  @Test(arguments: ["kh166/2025", "published/2024"])
  func committedReportsAreWhatARunGives(_ name: String) throws {
    let parts = name.split(separator: "/").map(String.init)
    let scratch = try Scratch()
    let result = try Tool.run(
      "chitieu",
      [
        "run", "pipelines/\(parts[0])", "--year", parts[1], "--work", scratch.path("work"),
        "--reports", scratch.path("reports"),
      ]
    )
    try #require(result.status == 0, "\(result.errors)")
    let kept = Tool.root.appending(path: "reports/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try? FileManager.default.removeItem(at: kept)
      try FileManager.default.createDirectory(
        at: kept.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(atPath: scratch.path("reports/\(name)"), toPath: kept.path)
      Issue.record("recorded reports/\(name)")
      return
    }
    let fresh = try scratch.files("reports/\(name)")
    let committed = try Scratch.files(kept)
    #expect(fresh.keys.sorted() == committed.keys.sorted())
    for path in fresh.keys.sorted() where fresh[path] != committed[path] {
      Issue.record("reports/\(name)/\(path) differs from what a run gives")
    }
  }
}
