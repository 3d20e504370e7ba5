import Foundation
import Testing

/// Results never replace what is not an earlier result.
@Suite(.timeLimit(.minutes(5))) struct OutputPlaceTests {
  private func run(_ scratch: Scratch, work: String, reports: String) throws -> ToolResult {
    try Tool.run(
      "chitieu",
      [
        "run", "pipelines/published", "--data", scratch.path("published"), "--work",
        scratch.path(work), "--reports", scratch.path(reports),
      ]
    )
  }

  private func data() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: Tool.root.appending(path: "data/published").path,
      toPath: scratch.path("published")
    )
    return scratch
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var work = "work"
    var reports = "reports"
    var testDescription: String { name }
  }

  /// The data lie in `published`, and reports go to `<reports>/published/2024`.
  @Test(arguments: [
    Case(name: "reports over the data", reports: "."),
    Case(name: "reports within the data", reports: "published/out"),
    Case(name: "workspace within the data", work: "published"),
    Case(name: "workspace within the reports", work: "reports/published/2024"),
  ])
  func placesThatWouldLoseSomethingAreRefused(_ test: Case) throws {
    let scratch = try data()
    let before = try scratch.files("published")
    let result = try run(scratch, work: test.work, reports: test.reports)
    #expect(result.status == 73, "\(result.errors)")
    #expect(try scratch.files("published") == before)
  }

  @Test func filesOfOthersAreNotReplaced() throws {
    let scratch = try data()
    try scratch.write("mine", to: "reports/published/2024/note.docx")
    let result = try run(scratch, work: "work", reports: "reports")
    #expect(result.status == 73)
    #expect(result.errors.contains("note.docx"))
    #expect(try scratch.text("reports/published/2024/note.docx") == "mine")
    #expect(!scratch.exists("work/ingest"))
  }

  @Test func aFileInThePlaceOfTheReportsIsNotReplaced() throws {
    let scratch = try data()
    try scratch.write("mine", to: "reports/published/2024")
    #expect(try run(scratch, work: "work", reports: "reports").status == 73)
    #expect(try scratch.text("reports/published/2024") == "mine")
  }

  @Test func whatAKilledRunLeftIsRemoved() throws {
    let scratch = try data()
    // Process ids end well below this one.
    try scratch.write("half", to: "work/.ingest.partial-99999999/files.csv")
    #expect(try run(scratch, work: "work", reports: "reports").status == 0)
    #expect(!scratch.exists("work/.ingest.partial-99999999"))
  }
}
