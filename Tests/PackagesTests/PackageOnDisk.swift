import Digests
import Foundation
import Plan
import Tables

@testable import Packages

/// A package in a folder of its own; gone with its last holder.
final class PackageOnDisk: Sendable {
  let path: String

  init(_ package: FactsPackage, of plan: Plan) throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "package-\(ProcessInfo.processInfo.globallyUniqueString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for file in package.written(of: plan) {
      try Data(file.bytes).write(to: URL(fileURLWithPath: "\(path)/\(file.name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  static func digest(of bytes: [UInt8]) -> String { sha256(of: bytes) }
}
