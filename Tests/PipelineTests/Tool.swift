import Foundation
import Testing

/// What a program that was run left behind.
struct ToolResult: Sendable {
  var status: Int32
  var output: String
  var errors: String
}

/// The built programs, run as a user would run them.
enum Tool {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func run(
    _ program: String,
    _ arguments: [String],
    environment: [String: String] = [:]
  ) throws -> ToolResult {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: program)
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try scratch.handle("output")
    process.standardError = try scratch.handle("errors")
    try process.run()
    process.waitUntilExit()
    return ToolResult(
      status: process.terminationStatus,
      output: try scratch.text("output"),
      errors: try scratch.text("errors")
    )
  }
}

/// A folder for one test; gone with its last holder.
final class Scratch: Sendable {
  let url: URL

  init() throws {
    // Letters only: digits by chance would look like a person's number in the path of a file.
    let name = UUID().uuidString.compactMap(\.hexDigitValue).map {
      "abcdefghijklmnop".dropFirst($0)
    }
    url = FileManager.default.temporaryDirectory
      .appending(path: "pipeline-\(String(name.compactMap(\.first)))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  func handle(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try FileHandle(forWritingTo: url.appending(path: name))
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: file)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// All files below a folder by their path in it.
  func files(_ name: String) throws -> [String: Data] {
    try Self.files(url.appending(path: name))
  }

  static func files(_ folder: URL) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let inner = folder.appending(path: name)
      let attributes = try FileManager.default.attributesOfItem(atPath: inner.path)
      if attributes[.type] as? FileAttributeType == .typeDirectory {
        for (path, data) in try files(inner) { result["\(name)/\(path)"] = data }
      } else {
        result[name] = try Data(contentsOf: inner)
      }
    }
    return result
  }
}
