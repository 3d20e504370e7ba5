import Foundation
import Testing

@Suite(.timeLimit(.minutes(5))) struct SameBytesTests {
  @Test(arguments: [1, 7])
  func stagesRunAloneGiveTheBytesOfTheWholeRun(_ jobs: Int) throws {
    let whole = try SampleRun.baseline.get()
    try #require(whole.result.status == 0, "\(whole.result.errors)")
    let alone = try Scratch()
    let work = alone.path("work")
    let pipeline = ["--pipeline", SampleRun.pipeline, "--jobs", "\(jobs)"]
    let ingest = try Tool.run(
      "chitieu-ingest",
      pipeline + ["--in", try SampleRun.data(), "--out", work, "--year", "\(SampleRun.year)"]
    )
    try #require(ingest.status == 0, "\(ingest.errors)")
    for stage in ["clean", "join", "indicators", "trends"] {
      let result = try Tool.run("chitieu-\(stage)", pipeline + ["--in", work, "--out", work])
      try #require(result.status == 0, "\(result.errors)")
      #expect(result.output == "\(work)/\(stage)\n")
    }
    let report = try Tool.run(
      "chitieu-report",
      pipeline + ["--in", work, "--out", alone.path("reports")]
    )
    try #require(report.status == 0, "\(report.errors)")
    try expectSame(whole.scratch, alone)
  }

  struct Surroundings: Sendable, CustomTestStringConvertible {
    var environment: [String: String]
    var jobs: Int
    var testDescription: String { "\(environment.sorted { $0.key < $1.key }) jobs \(jobs)" }
  }

  @Test(arguments: [
    Surroundings(environment: [:], jobs: 2),
    Surroundings(
      environment: ["LANG": "vi_VN.UTF-8", "LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh"],
      jobs: 1
    ),
    Surroundings(environment: ["LANG": "C", "LC_ALL": "C", "TZ": "America/Los_Angeles"], jobs: 7),
  ])
  func surroundingsDoNotMatter(_ surroundings: Surroundings) throws {
    let first = try SampleRun.baseline.get()
    let second = try SampleRun(
      jobs: surroundings.jobs,
      environment: surroundings.environment
    )
    #expect(second.result.status == 0)
    try expectSame(first.scratch, second.scratch)
  }

  private func expectSame(_ a: Scratch, _ b: Scratch) throws {
    for folder in ["work", "reports"] {
      let (first, second) = (try a.files(folder), try b.files(folder))
      #expect(first.keys.sorted() == second.keys.sorted())
      for (path, data) in first where second[path] != data {
        Issue.record("\(folder)/\(path) differs")
      }
    }
  }
}
