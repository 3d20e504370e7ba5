import Diagnostics
import Explain
import Pipeline
import Tables
import Testing

/// Lists of a country are long: some of them are told, and how the others are seen.
@Suite(.timeLimit(.minutes(10)))
struct ExplainedListsTests {
  private static let figure = [
    "explain", SampleRun.pipeline, "--indicator", "sessions", "--year", "2025", "--lang", "en",
  ]

  /// The sample run, and a fact of one of its communes that one row gives.
  private static func fact() throws -> (run: ExplainedRun, fact: FactRow, source: SourceRow) {
    let work = try SampleRun.baseline.get().scratch.path("work")
    let run = try ExplainedRun(try SampleRun.plan(), workspace: work, language: .english)
    let fact = try #require(
      run.tables.join.facts.first {
        $0.element == "commune_year.sessions" && $0.unit == "30085" && $0.year == 2025
      }
    )
    return (run, fact, try #require(fact.sources.first))
  }

  /// Explains the numbers of a run of which clean left something else.
  private static func explainer(_ run: ExplainedRun, _ clean: CleanTables) -> Explainer {
    Explainer(
      run.plan,
      ExplainedTables(
        ingest: run.tables.ingest,
        clean: clean,
        join: run.tables.join,
        indicators: run.tables.indicators,
        sent: SentRecords(kept: [])
      ),
      language: .english
    )
  }

  @Test func `some of the units of a figure are told`() throws {
    let run = try SampleRun.baseline.get()
    func children(_ options: [String]) throws -> [String] {
      let arguments = Self.figure + ["--work", run.scratch.path("work")] + options
      let result = try Tool.run("chitieu", arguments)
      #expect(result.status == 0)
      return result.output.split(separator: "\n").filter {
        !$0.hasPrefix("│") && !$0.hasPrefix(" ")
      }
      .map { String($0.dropFirst(3)) }
    }
    let all = try children([])
    #expect(all == (try children(["--parts", "all"])))
    #expect(all == (try children(["--parts", "18"])))
    let some = try children(["--parts", "3"])
    let told = "3 of 18 units; see one with --unit, see all with --parts all"
    let place = try #require(some.firstIndex(of: told))
    #expect(Array(some[..<place]) == Array(all[..<place]))
    #expect(Array(some[(place + 1)...]) == Array(all[(place + 15)...]))
    #expect(!all.contains(told))
    let fault = try Tool.run(
      "chitieu",
      Self.figure + ["--work", run.scratch.path("work"), "--parts", "0"]
    )
    #expect(fault.status == 64 && fault.errors.contains("--parts"))
  }

  /// At other boundaries the units that reported are not those that have figures.
  @Test func `units of other boundaries are not said to have figures`() throws {
    let scratch = try Scratch()
    let boundaries = ["--boundaries", "2025-07-01", "--work", scratch.path("work")]
    let run = try Tool.run(
      "chitieu",
      [
        "run", SampleRun.pipeline, "--year", "2025", "--data", try SampleRun.data(), "--reports",
        scratch.path("reports"),
      ] + boundaries
    )
    try #require(run.status == 0)
    let result = try Tool.run("chitieu", Self.figure + boundaries + ["--parts", "3"])
    #expect(result.output.contains("3 of 18 units; see all with --parts all"))
  }

  @Test(arguments: ["--rows", "--page", "--parts"])
  func `lists are not asked of a difference`(_ option: String) throws {
    let run = try SampleRun.baseline.get()
    let work = run.scratch.path("work")
    let result = try Tool.run("chitieu", Self.figure + ["--diff", work, option, "2"])
    #expect(result.status == 64 && result.errors.contains("\(option) does nothing beside --diff"))
  }

  @Test func `of very many findings some are told`() throws {
    let (before, row, source) = try Self.fact()
    let file = try #require(before.tables.ingest.files.first { $0.file == source.file })
    func finding(_ severity: Severity, _ number: Int) -> Finding {
      Finding(
        "invented",
        severity,
        at: Location(file: file.path, line: number % 2 == 0 ? source.line : nil),
        sender: number % 2 == 0 ? "" : file.sender,
        field: "",
        year: 2025,
        message: LocalisedText(vi: "số \(number)", en: "number \(number)")
      )
    }
    var clean = before.tables.clean
    clean.findings += (1...30).map { finding(.warning, $0) } + [finding(.error, 32)]
    let explainer = Self.explainer(before, clean)
    func told(_ lists: ToldLists) throws -> (list: [String], rest: [String]) {
      let figure = FigureKey.Figure.fact(
        row.element,
        unit: row.unit,
        year: row.year,
        category: row.category
      )
      let tree = try #require(
        explainer.explanation(ExplainQuestion(figure, lists: lists), sentence: "")
      )
      let texts = tree.children.map(\.text)
      return (texts.filter { $0.contains("[invented]") }, texts.filter { $0.contains("… and") })
    }
    let all = try told(ToldLists())
    #expect(all.list.count == 31 && all.rest.isEmpty)
    let some = try told(ToldLists(rows: RowPage(number: 1, size: 10)))
    // Those of the whole file, the error, and of the others the first.
    func texts(_ numbers: some Sequence<Int>) -> [String] {
      numbers.map { number in all.list.first { $0.contains(" number \(number) [") } ?? "" }
    }
    #expect(some.list == texts(Array(stride(from: 1, through: 29, by: 2)) + [32, 2, 4, 6, 8]))
    #expect(some.rest == ["… and 11 more; see all with --rows all"])
    #expect(try told(ToldLists(rows: RowPage(number: 1, size: 50))).list == all.list)
  }

  /// Only a damaged table has rows that take each other's place, or thousands in a chain.
  @Test func `rows that take each other's place are told once`() throws {
    let (before, _, source) = try Self.fact()
    func told(_ steps: [(line: Int, by: Int)], _ lists: ToldLists = ToldLists()) throws -> Int {
      var clean = before.tables.clean
      clean.superseded = steps.map { step in
        SupersededRow(
          form: "commune_year",
          file: source.file,
          line: step.line,
          key: "",
          byFile: source.file,
          byLine: step.by,
          rule: "invented"
        )
      }
      let explainer = Self.explainer(before, clean)
      let figure = FigureKey.Figure.indicator("sessions", unit: "30085", year: 2025)
      let tree = try #require(
        explainer.explanation(ExplainQuestion(figure, lists: lists), sentence: "")
      )
      return tree.lines.count { $0.contains("[invented]") }
    }
    let line = source.line
    #expect(try told([(line, line)]) == 1)
    #expect(try told([(99, line), (line, 99)]) == 2)
    #expect(try told([(99, line), (98, 99), (99, 98)]) == 3)
    let chain = (0..<20_000).map { (line: 1_000 + $0, by: $0 == 0 ? line : 999 + $0) }
    #expect(try told(chain) == 50)
    #expect(try told(Array(chain.prefix(20)) + chain.prefix(20)) == 40)
    // Many that one row takes the place of are told in part.
    let wide = (0..<3_000).map { (line: 1_000 + $0, by: line) }
    #expect(try told(wide) == 3_000)
    #expect(try told(wide, ToldLists(rows: RowPage(number: 1, size: 10))) == 20)
  }
}
