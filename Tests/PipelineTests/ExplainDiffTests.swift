import Diagnostics
import Foundation
import Plan
import Testing

/// Runs are changed in one thing each, and what differs is explained by that thing.
@Suite(.timeLimit(.minutes(10)))
struct ExplainDiffTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    /// Changes a copy of the data, or of the plan beside it.
    var edit: @Sendable (Scratch) throws -> Void = { _ in }
    var options: [String] = []
    /// A figure that differs by it, and what its explanation names.
    let unit: String
    let indicator: String
    let words: [String]
    var testDescription: String { name }
  }

  private static let file = "data/samples/kh166/2025/30085/bao-cao-nam-2025-ket qua nam.csv"

  /// Rewrites a text file.
  private static func rewrite(
    _ scratch: Scratch,
    _ path: String,
    _ change: (String) -> String
  ) throws {
    let text = try scratch.text(path)
    let changed = change(text)
    try #require(text != changed)
    try scratch.write(changed, to: path)
  }

  /// The file with another number of sessions.
  private static func moreSessions(_ text: String) throws -> String {
    var lines = text.components(separatedBy: "\n")
    let form = try #require(try SampleRun.plan().form("commune_year"))
    let title = try #require(form.field("sessions").map { form.fields[$0].title.vietnamese })
    // Headers hold commas in quotes, which this row does not.
    let header = try #require(lines.first).replacing(/"[^"]*"/, with: "-").split(
      separator: ",",
      omittingEmptySubsequences: false
    )
    let column = try #require(
      header.firstIndex { $0.trimmingCharacters(in: .whitespaces) == title }
    )
    var cells = lines[1].components(separatedBy: ",")
    cells[column] = "77"
    lines[1] = cells.joined(separator: ",")
    return lines.joined(separator: "\n")
  }

  static let changes = [
    Change(
      name: "a cell",
      edit: { scratch in try rewrite(scratch, file) { (try? moreSessions($0)) ?? $0 } },
      unit: "30085",
      indicator: "sessions",
      words: ["changed file 2025/30085/bao-cao-nam-2025-ket qua nam.csv", "line 2: '", "→ '77'"]
    ),
    Change(
      name: "a file less",
      edit: { try FileManager.default.removeItem(atPath: $0.path(file)) },
      unit: "30085",
      indicator: "sessions",
      words: [
        "now not reported", "gone is the file 2025/30085/bao-cao-nam-2025-ket qua nam.csv",
        "line 2: before '",
      ]
    ),
    Change(
      name: "a correction",
      edit: { scratch in
        let text = try moreSessions(try scratch.text(file))
        try scratch.write(text, to: "data/samples/kh166/2025/30085/ket qua nam (sua lan 2).csv")
      },
      unit: "30085",
      indicator: "sessions",
      words: [
        "new file 2025/30085/ket qua nam (sua lan 2).csv", "line 2: now '77'",
        "ket qua nam (sua lan 2).csv:2 takes its place",
      ]
    ),
    Change(
      name: "a formula",
      edit: { scratch in
        try rewrite(scratch, "pipelines/kh166/indicators.json5") {
          $0.replacing(
            "value: \"commune_year.sessions\"",
            with: "value: \"commune_year.sessions * 2\""
          )
        }
      },
      unit: "30085",
      indicator: "sessions",
      words: [
        "the plan says otherwise: indicator sessions, value: "
          + "'commune_year.sessions' → 'commune_year.sessions * 2'"
      ]
    ),
    Change(
      name: "a register's condition",
      edit: { scratch in
        try rewrite(scratch, "pipelines/kh166/elements.json5") {
          $0.replacing("closed >= start", with: "closed > end")
        }
      },
      unit: "873",
      indicator: "establishments-open",
      words: ["the plan says otherwise: data element establishments.open, source: "]
    ),
    Change(
      name: "the day of the evaluation",
      options: ["--as-of", "2025-12-06"],
      unit: "30112",
      indicator: "sessions",
      words: ["setting as_of: ", "→ '2025-12-06'", "[after-as-of]"]
    ),
    Change(
      name: "the boundaries",
      options: ["--boundaries", "2025-07-01"],
      unit: "30076",
      indicator: "sessions",
      words: ["setting boundaries: '' → '2025-07-01'"]
    ),
  ]

  private static let before = Result {
    try Self.run(Change(name: "", unit: "", indicator: "", words: []))
  }

  private static func run(_ change: Change) throws -> Scratch {
    let scratch = try Scratch()
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: scratch.path("data/samples"),
      withIntermediateDirectories: true
    )
    // The plan names its reference tables by their place beside it.
    try manager.copyItem(
      atPath: try SampleRun.data(),
      toPath: scratch.path("data/samples/kh166")
    )
    try manager.copyItem(
      atPath: Tool.root.appending(path: "data/reference").path,
      toPath: scratch.path("data/reference")
    )
    try manager.createDirectory(
      atPath: scratch.path("pipelines"),
      withIntermediateDirectories: true
    )
    try manager.copyItem(
      atPath: Tool.root.appending(path: SampleRun.pipeline).path,
      toPath: scratch.path(SampleRun.pipeline)
    )
    try change.edit(scratch)
    let result = try Tool.run(
      "chitieu",
      [
        "run", scratch.path(SampleRun.pipeline), "--year", "2025", "--data",
        scratch.path("data/samples/kh166"), "--work", scratch.path("work"), "--reports",
        scratch.path("reports"),
      ] + change.options
    )
    try #require(result.status == 0, "\(result.errors)")
    return scratch
  }

  private static func explain(
    _ scratch: Scratch,
    _ arguments: [String]
  ) throws -> ToolResult {
    try Tool.run(
      "chitieu",
      [
        "explain", scratch.path(SampleRun.pipeline), "--work", scratch.path("work"), "--lang", "en",
        "--diff", try before.get().path("work"),
      ] + arguments
    )
  }

  @Test(arguments: changes)
  func `what was changed is the reason`(_ change: Change) throws {
    let scratch = try Self.run(change)
    let result = try Self.explain(
      scratch,
      ["--indicator", change.indicator, "--unit", change.unit, "--year", "2025"]
    )
    #expect(result.status == 0, "\(result.errors)")
    for word in change.words { #expect(result.output.contains(word), "\(result.output)") }

    let list = try Self.explain(scratch, [])
    let lines = list.output.split(separator: "\n")
    #expect(list.status == 0 && lines.count > 1)
    #expect(lines.contains { $0.contains("/\(change.indicator)/\(change.unit)/2025") })
    // Each figure that differs has a reason, and none is the program's.
    #expect(lines.dropFirst().allSatisfy { $0.contains(": ") && !$0.hasSuffix(": ") })
    #expect(!list.output.contains("another version of the program"))
    #expect(!result.output.contains("another version of the program"))
  }

  @Test func `the same inputs differ in nothing`() throws {
    let scratch = try Self.before.get()
    let list = try Self.explain(scratch, [])
    #expect(list.output == "no figure differs from the earlier run\n")
    let one = try Self.explain(scratch, ["2025/sessions/30085/2025"])
    #expect(one.output.contains("; nothing differs\n"))
  }

  @Test func `a publication is no run to compare with`() throws {
    let run = try SampleRun.baseline.get()
    let result = try Tool.run(
      "chitieu",
      [
        "explain", SampleRun.pipeline, "--work", run.scratch.path("work"), "--diff",
        run.scratch.path("reports/kh166/2025"),
      ]
    )
    #expect(result.status == 66)
  }
}
