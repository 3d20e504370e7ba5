import Foundation
package import Plan

/// The invented plan in Tests/Fixtures, whole, or with a text of one file replaced and files added.
package enum GardenPlan {
  package static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/garden").path

  /// Loads a copy of the plan in which `old` stands as `new` in one of its files.
  package static func load(
    replacing old: String = "",
    with new: String = "",
    in file: String = "plan.json5",
    adding files: [String: String] = [:]
  ) throws -> LoadedPlan {
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "garden-\(ProcessInfo.processInfo.globallyUniqueString)").path
    try FileManager.default.copyItem(atPath: folder, toPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    if !old.isEmpty {
      let path = "\(copy)/\(file)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    }
    for (name, text) in files {
      try text.write(toFile: "\(copy)/\(name)", atomically: true, encoding: .utf8)
    }
    return try loadPlan(copy)
  }
}
