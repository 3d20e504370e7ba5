import Foundation
import Testing

/// Each bad input gets its message and exit status, and nothing is published.
@Suite(.timeLimit(.minutes(5))) struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// Makes the arguments in a folder of its own.
    var arguments: @Sendable (Scratch) throws -> [String]
    var status: Int32
    /// Stands in the message.
    var says: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "no command", arguments: { _ in [] }, status: 64, says: "usage:"),
    Case(name: "unknown command", arguments: { _ in ["rnu"] }, status: 64, says: "mean 'run'?"),
    Case(name: "no plan", arguments: { _ in ["run"] }, status: 64, says: "missing PIPELINE"),
    Case(
      name: "unknown option",
      arguments: { _ in ["run", SampleRun.pipeline, "--yaer", "2025"] },
      status: 64,
      says: "did you mean '--year'?"
    ),
    Case(
      name: "repeated option",
      arguments: { _ in ["run", SampleRun.pipeline, "--year=2025", "--year=2024"] },
      status: 64,
      says: "more than once"
    ),
    Case(
      name: "no year",
      arguments: { _ in ["run", SampleRun.pipeline, "--year", "last"] },
      status: 64,
      says: "found 'last', expected a year"
    ),
    Case(
      name: "year of no plan",
      arguments: { _ in ["run", SampleRun.pipeline, "--year", "1999"] },
      status: 64,
      says: "found the year 1999"
    ),
    Case(
      name: "no plan folder",
      arguments: { ["run", $0.path("plan")] },
      status: 66,
      says: "no plan folder"
    ),
    Case(
      name: "broken plan",
      arguments: {
        try $0.write("{ id: ", to: "plan/plan.json5")
        return ["run", $0.path("plan")]
      },
      status: 65,
      says: "plan.json5:1:"
    ),
    Case(
      name: "no data folder",
      arguments: { ["run", SampleRun.pipeline, "--data", $0.path("data")] },
      status: 66,
      says: "no data folder"
    ),
    Case(
      name: "folder with no files",
      arguments: {
        try FileManager.default.createDirectory(
          atPath: $0.path("data/2025"),
          withIntermediateDirectories: true
        )
        return ["run", SampleRun.pipeline, "--data", $0.path("data")]
      },
      status: 66,
      says: "no usable file"
    ),
    Case(name: "empty file", arguments: { try only("", in: $0) }, status: 66, says: "[empty-file]"),
    Case(
      name: "binary file",
      arguments: { scratch in
        let bytes = Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        return try only(bytes, in: scratch)
      },
      status: 66,
      says: "error:"
    ),
    Case(
      name: "unreadable file",
      arguments: { scratch in
        let arguments = try only("x", in: scratch)
        let link = scratch.path("data/2025/ldtbxh/x.csv")
        try FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(
          atPath: link,
          withDestinationPath: scratch.path("gone")
        )
        return arguments
      },
      status: 66,
      says: "[unreadable-file]"
    ),
    Case(
      name: "reports that cannot be made",
      arguments: { scratch in
        try scratch.write("a file", to: "reports")
        return ["run", SampleRun.pipeline, "--year", "2025", "--data", try SampleRun.data()]
      },
      status: 73,
      says: "cannot create the folder"
    ),
  ])
  func isRefused(_ example: Case) throws {
    let scratch = try Scratch()
    var arguments = try example.arguments(scratch)
    if arguments.first == "run", arguments.count > 1 {
      arguments += ["--work", scratch.path("work"), "--reports", scratch.path("reports")]
    }
    let result = try Tool.run("chitieu", arguments + ["--lang", "en"])
    #expect(result.status == example.status, "\(result.errors)")
    #expect(result.errors.contains(example.says), "\(result.errors)")
    #expect(result.output.isEmpty)
    let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.url.path)
    #expect(!left.contains { $0.hasPrefix("work/") || $0.hasPrefix("reports/") }, "\(left)")
  }

  private static func only(_ text: String, in scratch: Scratch) throws -> [String] {
    try only(Data(text.utf8), in: scratch)
  }

  /// A data folder with one file of one sender.
  private static func only(_ data: Data, in scratch: Scratch) throws -> [String] {
    try scratch.write(data, to: "data/2025/ldtbxh/x.csv")
    return ["run", SampleRun.pipeline, "--data", scratch.path("data")]
  }

  @Test(arguments: [
    "chitieu-ingest", "chitieu-clean", "chitieu-join", "chitieu-indicators", "chitieu-trends",
    "chitieu-report",
  ])
  func stagesRefuseWhatIsMissing(_ program: String) throws {
    let scratch = try Scratch()
    #expect(try Tool.run(program, ["--lang", "en"]).status == 64)
    let help = try Tool.run(program, ["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("--pipeline"))
    let result = try Tool.run(
      program,
      [
        "--pipeline", SampleRun.pipeline, "--in", scratch.path("in"), "--out", scratch.path("out"),
      ]
    )
    #expect(result.status == 66, "\(result.errors)")
    #expect(!scratch.exists("out"))
  }

  /// What a damaged workspace says cannot be; the next stage says what it expected.
  @Test(arguments: [
    (
      "files.csv", "\n2,", "\n1,",
      "a number of its own for each file"
    ),
    ("run.csv", "\nas_of,2025-", "\nas_of,x2025-", "expected a date yyyy-mm-dd"),
    ("run.csv", "\nsynthetic,true", "\nsynthetic,maybe", "expected true or false"),
  ])
  func stagesRefuseWhatIsDamaged(_ file: String, _ old: String, _ new: String, _ says: String)
    throws
  {
    let scratch = try Scratch()
    let work = try SampleRun.baseline.get().scratch.path("work")
    try FileManager.default.createDirectory(
      atPath: scratch.path("work"),
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(
      atPath: "\(work)/ingest",
      toPath: scratch.path("work/ingest")
    )
    let text = try scratch.text("work/ingest/\(file)")
    let place = try #require(text.range(of: old))
    try scratch.write(text.replacingCharacters(in: place, with: new), to: "work/ingest/\(file)")
    let result = try Tool.run(
      "chitieu-clean",
      [
        "--pipeline", SampleRun.pipeline, "--in", scratch.path("work"), "--out",
        scratch.path("work"), "--lang", "en",
      ]
    )
    #expect(result.status == 65 && result.errors.contains(says), "\(result.errors)")
    #expect(!scratch.exists("work/clean"))
  }
}
