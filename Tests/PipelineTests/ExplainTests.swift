import Diagnostics
import Explain
import Foundation
import Pipeline
import Plan
import Tables
import Testing

@Suite(.timeLimit(.minutes(3)))
struct ExplainTests {
  /// Workspaces of runs at the boundaries of each year and at those after the reorganisation.
  @Test(arguments: [nil, "2025-07-01"])
  func `every figure leads to a file and a line`(_ boundaries: String?) throws {
    let scratch = try Scratch()
    var arguments = [
      "run", SampleRun.pipeline, "--year", "\(SampleRun.year)", "--data", try SampleRun.data(),
      "--work", scratch.path("work"), "--reports", scratch.path("reports"),
    ]
    if let boundaries { arguments += ["--boundaries", boundaries] }
    try #require(try Tool.run("chitieu", arguments).status == 0)
    let plan = try SampleRun.plan()
    let tables = try runTables(plan, from: scratch.path("work"))
    let explainer = explainer(plan, tables, language: .english)
    let paths = Set(tables.ingest.files.map(\.path))
    var figures = 0
    for row in tables.indicators.indicators where row.value != nil {
      let question = ExplainQuestion(indicator: row.indicator, unit: row.unit, year: row.year)
      let tree = try #require(explainer.explanation(question, sentence: ""))
      figures += 1
      let named = tree.lines.contains { line in
        line.contains("(SHA-256 ") && paths.contains { line.contains("\($0) (SHA-256 ") }
      }
      let hasLine = tree.lines.contains {
        $0.contains("─ line ") || $0.contains("no row counts in")
      }
      #expect(named && hasLine, "\(row.indicator) \(row.unit) \(row.year)")
    }
    #expect(figures > 1_000)
  }

  @Test func `a figure is explained by what stands in the file`() throws {
    let run = try SampleRun.baseline.get()
    let result = try Tool.run(
      "chitieu",
      [
        "explain", SampleRun.pipeline, "--indicator", "sessions", "--unit", "30085", "--year",
        "2025", "--work", run.scratch.path("work"), "--lang", "en",
      ]
    )
    #expect(result.status == 0 && result.errors.isEmpty)
    let facts = PublishedRows(try run.scratch.text("work/join/facts.csv")).rows
    let fact = try #require(
      facts.first {
        $0["element"] == "commune_year.sessions" && $0["unit"] == "30085" && $0["year"] == "2025"
      }
    )
    let source = try #require(fact["sources"]?.split(separator: ":"))
    let files = PublishedRows(try run.scratch.text("work/ingest/files.csv")).rows
    let file = try #require(files.first { $0["file"] == source.first.map(String.init) })
    let path = try #require(file["path"])
    #expect(result.output.contains("\(path) (SHA-256 \(try #require(file["sha256"])))"))
    #expect(
      result.output.contains("line \(try #require(source.last)): '\(try #require(fact["value"]))'")
    )
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Mistake(
      arguments: ["--indicator", "sesions", "--year", "2025"],
      message: "unknown indicator 'sesions'; did you mean 'sessions'?"
    ),
    Mistake(
      arguments: ["--indicator", "sessions", "--year", "2025", "--unit", "99999"],
      message: "no figure of the indicator 'sessions' for the unit '99999' in 2025"
    ),
    Mistake(
      arguments: ["--indicator", "sessions", "--year", "2025", "--rows", "0"],
      message: "'--rows': found '0', expected a number from 1, or all"
    ),
  ])
  func `what cannot be explained is said`(_ mistake: Mistake) throws {
    let run = try SampleRun.baseline.get()
    let result = try Tool.run(
      "chitieu",
      ["explain", SampleRun.pipeline, "--work", run.scratch.path("work"), "--lang", "en"]
        + mistake.arguments
    )
    #expect(result.status == 64)
    #expect(result.errors.contains(mistake.message))
  }

  @Test func `without a run nothing is explained`() throws {
    let result = try Tool.run(
      "chitieu",
      [
        "explain", SampleRun.pipeline, "--indicator", "sessions", "--year", "2025", "--work",
        "/nonexistent/work",
      ]
    )
    #expect(result.status == 66)
  }
}
