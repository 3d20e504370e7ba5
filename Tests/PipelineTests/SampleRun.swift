import Diagnostics
import Foundation
import Plan
import Testing

/// The sample data of one plan, and a run of them that tests compare with.
struct SampleRun: Sendable {
  static let pipeline = "pipelines/kh166"
  static let year = 2025

  /// The run that others are compared with; made once.
  static let baseline = Result { try SampleRun() }

  let scratch: Scratch
  let result: ToolResult

  /// Runs the samples, or some other data.
  ///
  /// - Parameters:
  ///   - data: Folder of the data; nil takes the samples.
  ///   - jobs: Files read at a time.
  ///   - environment: Variables that the run sees.
  /// - Throws: What Foundation throws.
  init(data: String? = nil, jobs: Int = 2, environment: [String: String] = [:]) throws {
    scratch = try Scratch()
    result = try Tool.run(
      "chitieu",
      [
        "run", Self.pipeline, "--year", "\(Self.year)", "--data", try data ?? Self.data(),
        "--work", scratch.path("work"), "--reports", scratch.path("reports"), "--jobs", "\(jobs)",
      ],
      environment: environment
    )
  }

  private static let samples = Result { try SampleRun.copy() }

  /// A copy of the samples with the base year, the year evaluated and the one before: quick to run.
  static func data() throws -> String { try samples.get().path("data") }

  static func copy() throws -> Scratch {
    let scratch = try Scratch()
    let manager = FileManager.default
    try manager.createDirectory(atPath: scratch.path("data"), withIntermediateDirectories: true)
    let source = Tool.root.appending(path: "data/samples/kh166").path
    for name in ["2020", "2024", "2025", "dataset.json5", "receipts.csv"] {
      try manager.copyItem(atPath: "\(source)/\(name)", toPath: scratch.path("data/\(name)"))
    }
    return scratch
  }

  static func plan() throws -> Plan {
    try loadPlan(Tool.root.appending(path: pipeline).path).plan
  }
}

/// A stage's table as it stands in a file, its columns by name.
struct PublishedRows {
  let rows: [[String: String]]

  init(_ text: String) {
    let lines = text.split(separator: "\n")
    let names = (lines.first ?? "").split(separator: ",").map(String.init)
    rows = lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(names, cells)) { first, _ in first }
    }
  }
}
