import Diagnostics
import Explain
import Foundation
import Pipeline
import Plan
import Reports
import Tables
import Testing

/// A plan that keeps no copies of the rows that were sent: what stood in them is read again from the
/// senders' files.
@Suite(.timeLimit(.minutes(10)))
struct RecordTablesTests {
  private static let sent = "data/samples/kh166"
  private static let file = "\(sent)/2025/30085/bao-cao-nam-2025-ket qua nam.csv"

  /// A run of the sample, and the plan that it was made by.
  private static func run() throws -> Scratch {
    let scratch = try Scratch()
    let manager = FileManager.default
    for folder in ["data/samples", "pipelines"] {
      try manager.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    try manager.copyItem(atPath: try SampleRun.data(), toPath: scratch.path(sent))
    for folder in ["data/reference", SampleRun.pipeline] {
      try manager.copyItem(
        atPath: Tool.root.appending(path: folder).path,
        toPath: scratch.path(folder)
      )
    }
    let path = "\(SampleRun.pipeline)/plan.json5"
    let text = try scratch.text(path)
    let changed = text.replacing(#"id: "kh166","#, with: #"id: "kh166", recordTables: false,"#)
    try #require(text != changed)
    try scratch.write(changed, to: path)
    let result = try Self.run("work", of: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return scratch
  }

  private static let baseline = Result { try run() }

  private static func run(_ work: String, of scratch: Scratch) throws -> ToolResult {
    try Tool.run(
      "chitieu",
      [
        "run", scratch.path(SampleRun.pipeline), "--year", "\(SampleRun.year)", "--data",
        scratch.path(sent), "--work", scratch.path(work), "--reports", scratch.path("reports"),
      ]
    )
  }

  private static func explain(
    _ scratch: Scratch,
    data: String? = sent,
    _ more: [String] = []
  ) throws -> ToolResult {
    try Tool.run(
      "chitieu",
      [
        "explain", scratch.path(SampleRun.pipeline), "--indicator", "sessions", "--unit", "30085",
        "--year", "\(SampleRun.year)", "--work", scratch.path("work"), "--lang", "en",
      ] + (data.map { ["--data", scratch.path($0)] } ?? []) + more
    )
  }

  @Test func `no rows are kept but those that reports show`() throws {
    let scratch = try Self.baseline.get()
    let plan = try SampleRun.plan()
    let shown = Set(plan.quotedForms.map { "values-\($0).csv" })
    let ingest = try scratch.files("work/ingest").keys
    let clean = try scratch.files("work/clean").keys
    #expect(!ingest.contains { $0.hasPrefix("records-") })
    #expect(Set(clean.filter { $0.hasPrefix("values-") }) == shown)
  }

  @Test func `what is published is the same`() throws {
    let own = try Self.baseline.get().files("reports")
    let other = try SampleRun.baseline.get().scratch.files("reports")
    #expect(own.keys.sorted() == other.keys.sorted())
    for (path, data) in other where own[path] != data { Issue.record("\(path) differs") }
  }

  @Test func `reports are made from the workspace`() throws {
    let scratch = try Self.baseline.get()
    let result = try Tool.run(
      "chitieu-report",
      [
        "--pipeline", scratch.path(SampleRun.pipeline), "--in", scratch.path("work"), "--out",
        scratch.path("again"),
      ]
    )
    #expect(result.status == 0, "\(result.errors)")
    let (own, again) = (try scratch.files("reports"), try scratch.files("again"))
    #expect(own.keys.sorted() == again.keys.sorted())
    for (path, data) in own where again[path] != data { Issue.record("\(path) differs") }
  }

  /// Files, rows, and those that rows take the place of.
  @Test func `every figure is explained as by a run that keeps them`() throws {
    let scratch = try Self.baseline.get()
    let plan = try loadPlan(scratch.path(SampleRun.pipeline)).plan
    let own = try ExplainedRun(
      plan,
      workspace: scratch.path("work"),
      data: scratch.path(Self.sent),
      language: .english
    )
    let other = try ExplainedRun(
      try SampleRun.plan(),
      workspace: try SampleRun.baseline.get().scratch.path("work"),
      language: .english
    )
    var figures = 0
    for row in own.tables.indicators.indicators where row.value != nil {
      let question = ExplainQuestion(
        .indicator(row.indicator, unit: row.unit, year: row.year),
        lists: ToldLists(rows: RowPage(number: 1, size: 3))
      )
      figures += 1
      #expect(
        own.explainer.explanation(question, sentence: "")
          == other.explainer.explanation(question, sentence: ""),
        "\(row.indicator) \(row.unit) \(row.year)"
      )
    }
    #expect(figures > 1_000)
  }

  @Test func `files that came since are no hindrance`() throws {
    let scratch = try Self.run()
    let before = try Self.explain(scratch)
    // Numbers of files move by it, and the day of the file is later than that of the run.
    try scratch.write("x;y\n1;2\n", to: "\(Self.sent)/2025/30076/a.csv")
    let receipts = try scratch.text("\(Self.sent)/receipts.csv")
    try scratch.write(
      receipts.replacing("2025-12-", with: "2026-02-"),
      to: "\(Self.sent)/receipts.csv"
    )
    let after = try Self.explain(scratch)
    #expect(before.status == 0 && before.output.contains("─ line 2: '"))
    #expect(after.output == before.output)
  }

  @Test func `names that are masked alike are told apart`() throws {
    let scratch = try Self.run()
    let manager = FileManager.default
    func named(_ person: String) -> String {
      scratch.path("\(Self.sent)/2025/30085/ket qua nam - \(person).csv")
    }
    try manager.moveItem(atPath: scratch.path(Self.file), toPath: named("Nguyen Van An 0912345678"))
    try #require(try Self.run("work", of: scratch).status == 0)
    let before = try Self.explain(scratch)
    try scratch.write("x;y\n1;2\n", to: "other.csv")
    try manager.moveItem(
      atPath: scratch.path("other.csv"),
      toPath: named("Le Van Ba 0912345670")
    )
    let after = try Self.explain(scratch)
    #expect(before.output.contains("***") && before.output.contains("─ line 2: '"))
    #expect(after.output == before.output)
  }

  /// What tells of persons is masked by the plan's words and units.
  @Test func `rows are not told by another plan`() throws {
    let scratch = try Self.run()
    let path = "\(SampleRun.pipeline)/plan.json5"
    let text = try scratch.text(path)
    let changed = text.replacing("yes: [", with: #"yes: ["vâng ạ", "#)
    try #require(text != changed)
    try scratch.write(changed, to: path)
    let result = try Self.explain(scratch)
    #expect(result.status == 0)
    #expect(result.output.contains("; the plan is not as it was in the run, so what the rows say"))
    #expect(result.output.contains("─ line 2\n"))
  }

  @Test func `rows that were kept are told whatever the plan says now`() throws {
    let scratch = try Self.run()
    let path = "\(SampleRun.pipeline)/plan.json5"
    let without = try scratch.text(path)
    let with = without.replacing("recordTables: false", with: "recordTables: true")
    let before = try Self.explain(scratch)
    // Nothing was kept, and the plan says that it was.
    try scratch.write(with, to: path)
    #expect(try Self.explain(scratch).output == before.output)
    // All was kept, and the plan says that it was not.
    try #require(try Self.run("work", of: scratch).status == 0)
    try scratch.write(without, to: path)
    #expect(try Self.explain(scratch, data: nil).output == before.output)
  }

  @Test func `a changed file's rows are not told`() throws {
    let scratch = try Self.run()
    try scratch.write(try scratch.text(Self.file) + "\n", to: Self.file)
    let result = try Self.explain(scratch)
    #expect(result.status == 0)
    #expect(result.output.contains("; the file is not as the run read it, so what its rows say is"))
    #expect(result.output.contains("─ line 2\n"))

    // What it said before is not known either.
    try #require(try Self.run("later", of: scratch).status == 0)
    let difference = try Self.explain(scratch, ["--diff", scratch.path("later")])
    #expect(difference.status == 0)
    #expect(!difference.output.contains("another version of the program"))
  }

  @Test func `a file that is gone is said to be`() throws {
    let scratch = try Self.run()
    try FileManager.default.removeItem(atPath: scratch.path(Self.file))
    let result = try Self.explain(scratch)
    #expect(result.status == 0)
    #expect(result.output.contains("; the file is not found, so what its rows say is not told"))
    #expect(result.output.contains("─ line 2\n"))
    let nowhere = try Self.explain(scratch, data: "nowhere")
    #expect(nowhere.status == 66 && nowhere.output.isEmpty)
  }

  @Test func `a changed figure names its file and says that rows are not kept`() throws {
    let scratch = try Self.run()
    let text = try scratch.text(Self.file)
    var lines = text.components(separatedBy: "\n")
    let row = try #require(lines.count > 1 ? lines[1] : nil)
    // The first whole number of the row with another figure before it.
    let number = try #require(row.firstRange(of: /,[0-9]+,/))
    lines[1] = row.replacingCharacters(in: number, with: ",9\(row[number].dropFirst())")
    try scratch.write(lines.joined(separator: "\n"), to: Self.file)
    try #require(try Self.run("later", of: scratch).status == 0)
    let list = try Tool.run(
      "chitieu",
      [
        "explain", scratch.path(SampleRun.pipeline), "--work", scratch.path("later"), "--diff",
        scratch.path("work"), "--data", scratch.path(Self.sent), "--lang", "en",
      ]
    )
    #expect(list.status == 0 && list.output.contains("changed file 2025/30085/"))
    let key = try #require(list.output.firstMatch(of: #/2025\/[a-z0-9.-]+\/30085\/2025/#)?.output)
    let one = try Tool.run(
      "chitieu",
      [
        "explain", scratch.path(SampleRun.pipeline), String(key), "--work", scratch.path("later"),
        "--diff", scratch.path("work"), "--data", scratch.path(Self.sent), "--lang", "en",
      ]
    )
    #expect(one.output.contains("no copy of the rows is kept"))
    #expect(!one.output.contains("another version of the program"))
  }

  @Test func `a stage alone asks for the stage before it`() throws {
    let scratch = try Self.run()
    func stage(_ name: String, from folder: String) throws -> ToolResult {
      try Tool.run(
        name,
        [
          "--pipeline", scratch.path(SampleRun.pipeline), "--in", scratch.path(folder), "--out",
          scratch.path("work"),
        ] + (name == "chitieu-ingest" ? ["--year", "\(SampleRun.year)"] : [])
      )
    }
    let early = try stage("chitieu-clean", from: "work")
    #expect(early.status == 66 && early.errors.contains("/ingest/records-"))
    let before = try scratch.files("work/join")
    for (name, folder) in [
      ("chitieu-ingest", Self.sent), ("chitieu-clean", "work"), ("chitieu-join", "work"),
    ] {
      let result = try stage(name, from: folder)
      #expect(result.status == 0, "\(result.errors)")
    }
    let after = try scratch.files("work/join")
    #expect(before == after)
  }

  @Test func `each unit's files are found in its own folder`() throws {
    let scratch = try Scratch()
    let manager = FileManager.default
    let (plan, data) = ("pipelines/school-gardens", "data/samples/school-gardens")
    for folder in [plan, data] {
      let parent = scratch.url.appending(path: folder).deletingLastPathComponent()
      try manager.createDirectory(at: parent, withIntermediateDirectories: true)
      try manager.copyItem(
        atPath: Tool.root.appending(path: folder).path,
        toPath: scratch.path(folder)
      )
    }
    func explain(_ key: String, _ more: [String]) throws -> String {
      let arguments =
        ["explain", scratch.path(plan), key, "--work"] + [
          scratch.path(key.hasPrefix("ZB") ? "work/ZB" : "work/ZA"), "--lang", "en",
        ] + more
      let result = try Tool.run("chitieu", arguments)
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    func run() throws {
      let result = try Tool.run(
        "chitieu",
        [
          "run", scratch.path(plan), "--data", scratch.path(data), "--work", scratch.path("work"),
          "--reports", scratch.path("reports"),
        ]
      )
      try #require(result.status == 0, "\(result.errors)")
    }
    let keys = ["2024/communes-clean/ZA2/2024", "ZB:2024/target/SG2/ZB/2024"]
    try run()
    let kept = try keys.map { try explain($0, []) }
    let path = "\(plan)/plan.json5"
    let text = try scratch.text(path)
    let changed = text.replacing(
      #"id: "school-gardens","#,
      with: #"id: "school-gardens", recordTables: false,"#
    )
    try #require(text != changed)
    try scratch.write(changed, to: path)
    try run()
    for more in [[], ["--data", scratch.path(data)]] {
      #expect(try keys.map { try explain($0, more) } == kept)
    }
    #expect(kept.allSatisfy { $0.contains("─ line ") })
  }
}
