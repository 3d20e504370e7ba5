import Diagnostics
import Explain
import Foundation
import Pipeline
import Plan
import Tables
import Testing

@Suite(.timeLimit(.minutes(10)))
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
    let run = try ExplainedRun(plan, workspace: scratch.path("work"), language: .english)
    let (tables, explainer) = (run.tables, run.explainer)
    let paths = Set(tables.ingest.files.map(\.path))
    var figures = 0
    for row in tables.indicators.indicators where row.value != nil {
      let question = ExplainQuestion(
        .indicator(row.indicator, unit: row.unit, year: row.year),
        lists: ToldLists(rows: RowPage(number: 1, size: 3))
      )
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
    #expect(result.output.contains("\(path) (SHA-256 \(try #require(file["sha256"])),"))
    #expect(
      result.output.contains("line \(try #require(source.last)): '\(try #require(fact["value"]))'")
    )
  }

  /// No file has such a line; whoever damaged the table is not to stop the program.
  @Test(arguments: [Int.max, Int.min, 0, -1])
  func `a fact may name a line that no file has`(_ line: Int) throws {
    let run = try SampleRun.baseline.get()
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: run.scratch.path("work"),
      toPath: scratch.path("work")
    )
    let table = try scratch.text("work/join/facts.csv")
    let head = "commune_year.sessions,30085,2025,_T,"
    let row = try #require(table.split(separator: "\n").first { $0.hasPrefix(head) })
    let end = try #require(row.lastIndex(of: ":"))
    try scratch.write(
      table.replacing(row, with: "\(row[...end])\(line)"),
      to: "work/join/facts.csv"
    )
    let result = try Tool.run(
      "chitieu",
      [
        "explain", SampleRun.pipeline, "--indicator", "sessions", "--unit", "30085", "--year",
        "2025", "--work", scratch.path("work"), "--lang", "en",
      ]
    )
    #expect(result.status == 0)
    #expect(result.output.contains("─ line \(line)\n"))
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
      message: "unknown unit '99999'"
    ),
    Mistake(
      arguments: ["--indicator", "sessions", "--year", "2025", "--unit", "Xa Ba Sau"],
      message: "unknown unit 'Xa Ba Sau'; did you mean 'Xã Ba Sao'?"
    ),
    Mistake(
      arguments: ["--indicator", "sessions", "--year", "2025", "--unit", "30043"],
      message: "the unit '30043' is not evaluated for that year; there is "
    ),
    Mistake(
      arguments: ["--indicator", "sessions", "--year", "2025", "--unit", "Mỹ Thọ"],
      message: "several units are named 'Mỹ Thọ', use a code: Thị trấn Mỹ Thọ (30076), Xã Mỹ Thọ"
    ),
    Mistake(
      arguments: ["--indicator", "sessions", "--year", "2026"],
      message: "no figure of the indicator 'sessions' for the unit '873' in 2026; this run has "
        + "figures of 2020 to 2025"
    ),
    Mistake(
      arguments: ["--indicator", "cases-tried", "--year", "2025", "--unit", "30085"],
      message: "it has a figure of the plan's own unit only; leave out --unit"
    ),
    Mistake(arguments: ["--indicator", "sessions"], message: "missing option '--year'"),
    Mistake(arguments: ["2025/sessions/30085"], message: "'2025/sessions/30085' is no key"),
    Mistake(
      arguments: ["2025/sessions/30999/2025"],
      message: "no figure of the indicator 'sessions' for the unit '30999' in 2025"
    ),
    Mistake(
      arguments: ["2025/target/T99/873/2025"],
      message: "no figure has the key '2025/target/T99/873/2025'"
    ),
    Mistake(
      arguments: ["2025/sessions/30085/2025", "--unit", "30085"],
      message: "a key stands for --indicator, --unit, --year and --boundaries"
    ),
    Mistake(
      arguments: ["2024/sessions/30085/2024"],
      message: "is of the run --year 2025, expected --year 2024"
    ),
    Mistake(
      arguments: ["--indicator", "sessions", "--year", "2025", "--boundaries", "2025-07-01"],
      message: "is of the run --year 2025, expected --year 2025 --boundaries 2025-07-01"
    ),
    Mistake(
      arguments: ["--indicator", "sessions", "--year", "2025", "--page", "0"],
      message: "'--page': found '0', expected a number from 1"
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

  @Test func `the command that makes a missing run is named`() throws {
    let result = try Tool.run(
      "chitieu",
      [
        "explain", SampleRun.pipeline, "--indicator", "sessions", "--year", "2022", "--boundaries",
        "2025-07-01", "--lang", "en",
      ]
    )
    #expect(result.status == 66)
    #expect(
      result.errors.contains(
        "make one with: chitieu run pipelines/kh166 --year 2022 --boundaries 2025-07-01"
      )
    )
  }

  @Test(arguments: ["30085", "Xã Ba Sao", "ba sao", "Ba Sao", "xa ba sao"])
  func `a unit is found by its code or name`(_ unit: String) throws {
    let run = try SampleRun.baseline.get()
    let result = try Tool.run(
      "chitieu",
      [
        "explain", SampleRun.pipeline, "--indicator", "sessions", "--unit", unit, "--year", "2025",
        "--work", run.scratch.path("work"), "--lang", "en",
      ]
    )
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Communication sessions, Xã Ba Sao, 2025: "))
  }

  /// Every key of every published table is answered by the run that it names.
  @Test(arguments: [nil, "2025-07-01", "2024-12-31"])
  func `every published key is explained`(_ boundaries: String?) throws {
    let scratch = try Scratch()
    var arguments = [
      "run", SampleRun.pipeline, "--year", "\(SampleRun.year)", "--data", try SampleRun.data(),
      "--work", scratch.path("work"), "--reports", scratch.path("reports"),
    ]
    if let boundaries { arguments += ["--boundaries", boundaries] }
    try #require(try Tool.run("chitieu", arguments).status == 0)
    let explainer = try ExplainedRun(
      try SampleRun.plan(),
      workspace: scratch.path("work"),
      language: .english
    )
    .explainer
    let suffix = boundaries.map { "-boundaries-\($0)" } ?? ""
    var keyed: Set<String> = []
    var count = 0
    for (name, data) in try scratch.files("reports/kh166/2025\(suffix)/tables") {
      // Keys stand last, and no key has a semicolon or quote.
      let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
      guard name.hasSuffix(".csv"), lines.first?.hasSuffix(";key") == true else { continue }
      keyed.insert(name)
      for line in lines.dropFirst() {
        let text = line.split(separator: ";", omittingEmptySubsequences: false).last ?? ""
        // Clauses that nothing measures, and sums of facts.
        if ["clauses.csv", "reconciliation.csv"].contains(name), text.isEmpty { continue }
        let key = try #require(FigureKey(String(text)), "\(name): \(line)")
        #expect(key.year == SampleRun.year && key.boundaries?.description == boundaries)
        let question = ExplainQuestion(
          key.figure,
          lists: ToldLists(rows: RowPage(number: 1, size: 1))
        )
        #expect(explainer.explanation(question, sentence: "") != nil, "\(text)")
        count += 1
      }
    }
    let evaluated: Set = [
      "clauses.csv", "comparisons.csv", "indicators.csv", "targets.csv", "trends.csv",
    ]
    #expect(keyed.isSuperset(of: evaluated))
    if boundaries == nil {
      #expect(
        keyed.isSuperset(of: ["facts.csv", "reporting.csv", "scores.csv", "reconciliation.csv"])
      )
    }
    #expect(count > 5_000)
  }

  @Test func `pages of a register's rows make up all of them`() throws {
    let run = try SampleRun.baseline.get()
    func lines(_ options: [String]) throws -> [String] {
      let result = try Tool.run(
        "chitieu",
        [
          "explain", SampleRun.pipeline, "--indicator", "establishments-open", "--unit", "30076",
          "--year", "2025", "--work", run.scratch.path("work"), "--lang", "en",
        ] + options
      )
      return result.output.split(separator: "\n").filter { $0.contains("─ line ") }
        .map { String($0.drop { $0 != "l" }) }
    }
    let all = try lines(["--rows", "all"])
    #expect(all.count > 40)
    var paged: [String] = []
    for page in 1...(all.count / 20 + 1) {
      paged += try lines(["--rows", "20", "--page", "\(page)"])
    }
    #expect(paged == all)
    #expect(try lines(["--page", "9223372036854775807"]).isEmpty)
  }
}
