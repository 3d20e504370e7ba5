import Foundation
import SampleData
import Testing

/// The sample data, written in every encoding and layout that the scenario knows, are evaluated
/// alike.
@Suite(.timeLimit(.minutes(10))) struct VariantTests {
  private static let scenario =
    Tool.root.appending(path: "data/samples/kh166/scenario.json5").path
  private static let plain = "utf-8"

  static let variants = Result {
    try SampleDataset.variants(scenario: scenario).filter { $0 != plain }
  }

  private static let baseline = Result { try evaluation(of: plain) }

  @Test func thereIsAVariantForEachEncodingAndLayout() throws {
    #expect(try Self.variants.get().count >= 25)
  }

  @Test(arguments: try VariantTests.variants.get())
  func evaluationIsThatOfPlainFiles(_ variant: String) throws {
    let expected = try Self.baseline.get()
    let found = try Self.evaluation(of: variant)
    #expect(expected.keys.sorted() == found.keys.sorted())
    for (path, data) in expected where found[path] != data {
      Issue.record("\(path) differs")
    }
  }

  /// What a run publishes of the plan: not how files were written, where in them a cell stood, and
  /// what their senders have to correct.
  private static func evaluation(of variant: String) throws -> [String: Data] {
    let scratch = try Scratch()
    let dataset = try SampleDataset(
      scenario: scenario,
      pipeline: Tool.root.appending(path: SampleRun.pipeline).path,
      variant: variant
    )
    for file in dataset.files where !file.path.contains("/") || isOfFewYears(file.path) {
      try scratch.write(Data(file.bytes), to: "data/\(file.path)")
    }
    let run = try SampleRun(data: scratch.path("data"))
    try #require(run.result.status == 0, "\(run.result.errors)")
    let tables = ["comparisons", "conflicts", "indicators", "reporting", "scores", "targets", "trends"]
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

  private static func isOfFewYears(_ path: String) -> Bool {
    ["2020", "2024", "\(SampleRun.year)"].contains { path.hasPrefix("\($0)/") }
  }
}
