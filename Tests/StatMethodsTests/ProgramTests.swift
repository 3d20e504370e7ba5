import Foundation
import Testing

/// The built program, on files and on pipes.
@Suite(.timeLimit(.minutes(5))) struct ProgramTests {
  private struct Run {
    var status: Int32
    var output: String
    var errors: String

    var json: Any { get throws { try JSONSerialization.jsonObject(with: Data(output.utf8)) } }
  }

  private static let tables = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Tables")

  private static func run(_ arguments: [String], input: String? = nil) throws -> Run {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let places = ["output", "errors"].map { folder.appending(path: $0) }
    for place in places { try Data().write(to: place) }
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "chitieu")
    process.arguments = arguments
    process.currentDirectoryURL = tables
    process.standardOutput = try FileHandle(forWritingTo: places[0])
    process.standardError = try FileHandle(forWritingTo: places[1])
    let pipe = Pipe()
    if input == nil {
      process.standardInput = FileHandle.nullDevice
    } else {
      process.standardInput = pipe
    }
    try process.run()
    if let input {
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    }
    process.waitUntilExit()
    let texts = try places.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Run(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  @Test func `a file is read`() throws {
    let run = try Self.run(
      ["stat", "describe", "--value", "y", "--group", "set", "anscombe.csv", "--format", "json"]
    )
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let list = try #require(try run.json as? [[String: Any]])
    #expect(list.map { $0["group"] as? String } == ["I", "II", "III", "IV"])
    for set in list {
      #expect(set["n"] as? Int == 11)
      // What makes the four sets famous: they differ, and their means do not.
      #expect(abs((set["mean"] as? Double ?? 0) - 7.5) < 0.01)
    }
  }

  @Test(arguments: [[], ["-"]])
  func `a pipe is read`(_ operand: [String]) throws {
    let table = "t,y\n2021,1\n2022,2\n2023,3\n"
    let arguments = ["stat", "mann-kendall", "--time", "t", "--value", "y", "--format", "json"]
    let run = try Self.run(arguments + operand, input: table)
    #expect(run.status == 0)
    let object = try #require(try run.json as? [String: Any])
    #expect(object["s"] as? Int == 3)
    #expect(object["fraction"] as? String == "1/3")
  }

  @Test func `bad cells are told where they stand, and the exit status tells of them`() throws {
    let run = try Self.run([
      "stat", "sen", "--time", "năm", "--value", "lượng mưa (mm)", "--group", "trạm",
      "tram-mua.csv", "--format", "csv",
    ])
    #expect(run.status == 1)
    #expect(
      run.errors == "tram-mua.csv:11:3: lỗi: thấy 'hỏng máy', cần một số [not-a-number]\n"
    )
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("Cao Lãnh,5,0,0,"))
    #expect(lines[2].hasPrefix("Sa Đéc,3,1,1,"))
  }

  @Test func `figures for people have a decimal comma in Vietnamese`() throws {
    let arguments = ["stat", "describe", "--value", "x", "anscombe.csv"]
    #expect(try Self.run(arguments).output.contains("3,1"))
    #expect(try Self.run(arguments + ["--lang", "en"]).output.contains("3.1"))
  }

  @Test func `the great table of small numbers`() throws {
    let run = try Self.run([
      "stat", "rate", "--count", "deaths", "--population", "corps_years",
      "deaths-by-horse-kick.csv", "--format", "csv",
    ])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 15)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var message: String
    var input: String?
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Fault(arguments: ["stat", "describ"], status: 64, message: "did you mean 'describe'?"),
    Fault(arguments: ["stat", "--hepl"], status: 64, message: "did you mean '--help'?"),
    Fault(
      arguments: ["stat", "describe", "x.csv"],
      status: 64,
      message: "missing option '--value'"
    ),
    Fault(
      arguments: ["stat", "describe", "--value", "z", "anscombe.csv"],
      status: 64,
      message: "no column 'z'; the columns: 'set', 'x', 'y'"
    ),
    Fault(
      arguments: ["stat", "sen", "--time", "x", "--value", "y", "--level", "50"],
      status: 64,
      message: "expected 90, 95 or 99.8"
    ),
    Fault(
      arguments: ["stat", "describe", "--value", "x", "nowhere.csv"],
      status: 66,
      message: "no file 'nowhere.csv'"
    ),
    Fault(
      arguments: ["stat", "describe", "--value", "x", "."],
      status: 66,
      message: "cannot read '.'"
    ),
    Fault(
      arguments: ["stat", "describe", "--value", "x"],
      status: 65,
      message: "'<stdin>' is empty",
      input: ""
    ),
    Fault(
      arguments: ["stat", "describe", "--value", "x"],
      status: 65,
      message: "'<stdin>' is no text (PDF document)",
      input: "%PDF-1.4\n"
    ),
    Fault(
      arguments: ["stat", "describe", "--value", "1"],
      status: 65,
      message: "found only numbers in the first row of '<stdin>'",
      input: "1,2\n3,4\n"
    ),
  ])
  func `faults have their exit status`(_ fault: Fault) throws {
    let run = try Self.run(fault.arguments + ["--lang", "en"], input: fault.input)
    #expect(run.status == fault.status)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(fault.message), "\(run.errors)")
  }

  @Test(arguments: [
    ["stat"], ["stat", "--help"], ["stat", "--lang", "en"], ["stat", "sen", "--help"],
  ])
  func `help is data`(_ arguments: [String]) throws {
    let run = try Self.run(arguments)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("sen"))
  }

  @Test func `the self-test passes on this machine`() throws {
    let run = try Self.run(["selftest", "--format", "json"])
    #expect(run.status == 0)
    #expect((try run.json as? [String: Any])?["ok"] as? Bool == true)
  }
}
