import Diagnostics
import Foundation

/// A stage's folder in a workspace, as the stages after it read it.
package struct StageFolder: Sendable {
  private let path: String
  /// The most threads that read a table.
  package let jobs: Int

  package init(workspace: String, stage: Stage, jobs: Int = 1) {
    path = "\(workspace)/\(stage.rawValue)"
    self.jobs = jobs
  }

  package func rows<Row: TableRow>(_ type: Row.Type) throws(TableError) -> [Row] {
    let name = "\(Row.schema.name).csv"
    return try read(type, from: try bytes(name), file: "\(path)/\(name)", jobs: jobs)
  }

  package func path(of name: String) -> String { "\(path)/\(name)" }

  /// Forms whose records stand in the folder under a name that begins so, in the order of their names.
  package func forms(of prefix: String) -> [String] {
    let suffix = ".csv"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
      .map { String($0.dropFirst(prefix.count).dropLast(suffix.count)) }
  }

  package func bytes(_ name: String) throws(TableError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(of: name))))
    } catch {
      throw TableError(
        location: Location(file: path(of: name)),
        found: "",
        expected: LocalisedText(
          vi: "tệp của công đoạn trước; hãy chạy công đoạn ấy trước",
          en: "the file of the stage before; run that stage first"
        )
      )
    }
  }
}

/// The stages, in order; their raw values name the folders of a workspace.
package enum Stage: String, CaseIterable, Sendable {
  case ingest, clean, join, indicators, trends
}
