import Foundation
import SampleData
import Testing

/// The sample data, written in every encoding and layout that the scenario knows, are evaluated
/// alike.
///
/// Where a variant leaves every cell in its line, ingest must give the same records to the byte,
/// from which all else follows; the others are evaluated. One after the other: each takes a core
/// for seconds, for which other suites would wait.
@Suite(.serialized, .timeLimit(.minutes(10))) struct VariantTests {
  private static let plain = "utf-8"
  /// Variants that write cells differently, if only in small letters, or move their lines.
  private static let otherCells = [
    "english-numbers", "misread-tcvn3", "printed-pages", "separator-line", "tcvn3", "unit-codes",
    "unit-offices", "vietnamese-numbers",
  ]

  private static let scenario =
    Tool.root.appending(path: "data/samples/kh166/scenario.json5").path

  private static let sameCells = Result {
    try SampleDataset.variants(scenario: scenario).filter {
      $0 != plain && !otherCells.contains($0)
    }
  }

  private static let baseline = Result { try evaluation(of: plain) }
  private static let plainRecords = Result { try records(of: plain) }

  @Test func thereIsAVariantForEachEncodingAndLayout() throws {
    let all = try SampleDataset.variants(scenario: Self.scenario)
    #expect(all.count >= 29)
    #expect(Set(all).isSuperset(of: Self.otherCells + [Self.plain]))
  }

  @Test func recordsAreThoseOfPlainFiles() throws {
    let expected = try Self.plainRecords.get()
    for variant in try Self.sameCells.get() {
      let found = try Self.records(of: variant)
      #expect(expected.keys.sorted() == found.keys.sorted())
      for (path, data) in expected where found[path] != data {
        Issue.record("\(variant): \(path) differs")
      }
    }
  }

  @Test(arguments: VariantTests.otherCells)
  func evaluationIsThatOfPlainFiles(_ variant: String) throws {
    let expected = try Self.baseline.get()
    let found = try Self.evaluation(of: variant)
    #expect(expected.keys.sorted() == found.keys.sorted())
    for (path, data) in expected where found[path] != data {
      Issue.record("\(path) differs")
    }
  }

  private static func data(of variant: String, years: [String]) throws -> Scratch {
    let scratch = try Scratch()
    let dataset = try SampleDataset(
      scenario: scenario,
      pipeline: Tool.root.appending(path: SampleRun.pipeline).path,
      variant: variant
    )
    for file in dataset.files
    where !file.path.contains("/") || years.contains(where: { file.path.hasPrefix("\($0)/") }) {
      try scratch.write(Data(file.bytes), to: "data/\(file.path)")
    }
    return scratch
  }

  private static func records(of variant: String) throws -> [String: Data] {
    let scratch = try data(of: variant, years: ["\(SampleRun.year)"])
    let result = try Tool.run(
      "chitieu-ingest",
      [
        "--pipeline", SampleRun.pipeline, "--in", scratch.path("data"), "--out",
        scratch.path("work"), "--year", "\(SampleRun.year)",
      ]
    )
    try #require(result.status == 0, "\(result.errors)")
    let records = try scratch.files("work/ingest").filter { $0.key.hasPrefix("records-") }
    #expect(records.count == 15)
    return records
  }

  /// What a run publishes of the plan: not how files were written, where in them a cell stood, and
  /// what their senders have to correct.
  private static func evaluation(of variant: String) throws -> [String: Data] {
    let scratch = try data(of: variant, years: ["2020", "2024", "\(SampleRun.year)"])
    let run = try SampleRun(data: scratch.path("data"))
    try #require(run.result.status == 0, "\(run.result.errors)")
    let tables = [
      "comparisons", "conflicts", "indicators", "reporting", "scores", "targets", "trends",
    ]
    var evaluation: [String: Data] = [:]
    for (path, data) in try run.scratch.files("reports/kh166/\(SampleRun.year)") {
      if path == "bao-cao.md" || path.hasPrefix("xa/") {
        evaluation[path] = withoutCorrections(data)
      } else if tables.contains(where: { path == "tables/\($0).csv" }) {
        evaluation[path] = data
      }
    }
    #expect(evaluation.count == 1 + 18 + tables.count)
    evaluation["facts"] = try facts(run.scratch.text("work/join/facts.csv"))
    return evaluation
  }

  /// A report without the counts of findings and the list of what later files changed.
  private static func withoutCorrections(_ report: Data) -> Data {
    var isLeftOut = false
    let lines = String(decoding: report, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let kept = lines.filter { line in
      if line.hasPrefix("## ") {
        isLeftOut = line.hasPrefix("## PHỤ LỤC 4") || line == "## Điểm cần sửa"
      }
      return !isLeftOut && !line.hasPrefix("- Kiểm tra số liệu")
    }
    return Data(kept.joined(separator: "\n").utf8)
  }

  /// Facts without the lines that they come from.
  private static func facts(_ table: String) throws -> Data {
    let rows = PublishedRows(table).rows
    #expect(rows.count > 1000)
    let lines = rows.map { row in
      row.filter { $0.key != "sources" }.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
        .joined(separator: ",")
    }
    return Data(lines.joined(separator: "\n").utf8)
  }
}
