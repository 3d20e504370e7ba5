import Foundation
package import Tables

/// A folder of its own for one test, removed when nobody holds it.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file of text.
  package func write(_ text: String, to file: String) throws {
    try write(Array(text.utf8), to: file)
  }

  /// Writes a file, and the folders that it lies in.
  package func write(_ bytes: [UInt8], to file: String) throws {
    let url = URL(fileURLWithPath: path).appending(path: file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: url)
  }

  /// Makes a link; one that leads nowhere is a file that nobody can read, not even root.
  package func writeLink(to file: String, leadingTo target: String = "nowhere") throws {
    let link = URL(fileURLWithPath: path).appending(path: file)
    try FileManager.default.createDirectory(
      at: link.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try FileManager.default.createSymbolicLink(
      atPath: link.path,
      withDestinationPath: "\(path)/\(target)"
    )
  }

  /// Writes what a stage gives, as a workspace holds it.
  package func write(_ files: [StageFile], stage: Stage) throws {
    for file in files { try write(file.bytes, to: "\(stage.rawValue)/\(file.name)") }
  }
}
