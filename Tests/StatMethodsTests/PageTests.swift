import CommandLineOptions
import CommandRunner
import Diagnostics
import Foundation
import Testing

@testable import StatMethods

/// `Documentation/Stat.md`: its examples are what the program prints, its reference is generated.
///
/// `RECORD_STAT=1` writes outputs and reference again, and fails.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let page = root.appending(path: "Documentation/Stat.md")
  private static let records = ProcessInfo.processInfo.environment["RECORD_STAT"] == "1"

  private static let referenceStart =
    "<!-- reference: generated from Sources/Commands/StatMethods -->"

  @Test func `the page is up to date`() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let parts = text.components(separatedBy: Self.referenceStart)
    try #require(parts.count == 2)
    let expected =
      try Self.withOutputs(parts[0]) + Self.referenceStart + "\n\n" + Self.reference
    guard text != expected else { return }
    if Self.records { try expected.write(to: Self.page, atomically: true, encoding: .utf8) }
    Issue.record("Documentation/Stat.md was out of date; see RECORD_STAT")
  }

  /// The page with what the program prints now in its examples.
  private static func withOutputs(_ text: String) throws -> String {
    var lines: [String] = []
    var isExample = false
    for line in text.components(separatedBy: "\n") {
      if isExample {
        if line == "```" {
          isExample = false
          lines.append(line)
        }
        continue
      }
      lines.append(line)
      guard line.hasPrefix("$ ") else { continue }
      isExample = true
      lines += try output(of: String(line.dropFirst(2))).components(separatedBy: "\n")
    }
    return lines.joined(separator: "\n")
  }

  /// What a command line of the page prints, without the line end of its last line.
  private static func output(of line: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let program = Bundle.main.bundleURL.appending(path: "chitieu").path
    process.arguments = ["-c", "chitieu() { \"\(program)\" \"$@\"; }; \(line)"]
    process.currentDirectoryURL = root.appending(path: "Tests/Tables")
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private static var reference: String {
    StatMethod.all.map { method in
      var lines = ["### `\(method.name)`", "", method.summary.english, ""]
      lines += ["| option | |", "|---|---|"]
      for option in method.columns.map(\.option.declaration) + method.options {
        let isRequired = method.command.syntax.required.contains(option.name)
        let value = option.isFlag ? "" : " \(option.placeholder.english)"
        let name = "--\(option.name)\(value)".replacing("|", with: "\\|")
        lines.append("| `\(name)`\(isRequired ? " (required)" : "") | \(option.help.english) |")
      }
      for (title, keys) in [("key", method.keys), ("key of each row", method.rowKeys)]
      where !keys.isEmpty {
        lines += ["", "| \(title) | |", "|---|---|"]
        lines += keys.map { "| `\($0.name)` | \($0.meaning.english) |" }
      }
      lines += ["", "    chitieu stat \(method.name) \(method.example)", ""]
      return lines.joined(separator: "\n")
    }
    .joined(separator: "\n")
  }
}
