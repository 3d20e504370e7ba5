import Diagnostics
import Ingest
import StageFixtures
import Testing

@Suite struct IngestFailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var files: [String: String]
    var year = 2021
    var message: String
    var status = ExitStatus.noInput
  }

  static let cases: [Case] = [
    Case(testDescription: "nothing", files: [:], message: "found no usable file"),
    Case(
      testDescription: "only unusable files",
      files: [commune: "", "2021/103/b.csv": "PK\u{3}\u{4}"],
      message: "(2 findings)"
    ),
    Case(
      testDescription: "another year's files",
      files: ["2020/103/a.csv": goodFile],
      message: "found no file for the year 2021"
    ),
    Case(
      testDescription: "a year of another plan",
      files: [commune: goodFile],
      year: 2031,
      message: "expected a year of the plan from 2020 to 2023",
      status: .usage
    ),
    Case(
      testDescription: "a description that cannot be read",
      files: [commune: goodFile, "dataset.json5": "{ synthetic: "],
      message: "expected { unit, title, synthetic, notice }",
      status: .malformedInput
    ),
  ]

  @Test(arguments: cases)
  func failure(_ example: Case) throws {
    let failure = try #require(throws: IngestFailure.self) {
      try ingest(example.files, year: example.year)
    }
    #expect(failure.description.contains(example.message))
    #expect(failure.exitStatus == example.status)
  }

  @Test func noFolder() throws {
    let failure = try #require(throws: IngestFailure.self) {
      try Ingest.ingest(
        try fixturePlan(),
        options: IngestOptions(dataFolder: "/nonexistent/data", year: 2021)
      )
    }
    #expect(failure == .noDataFolder("/nonexistent/data"))
  }
}
