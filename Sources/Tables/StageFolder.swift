import Diagnostics
import Foundation

/// A stage's folder in a workspace, as the stages after it read it.
package struct StageFolder: Sendable {
  private let path: String

  package init(workspace: String, stage: Stage) {
    path = "\(workspace)/\(stage.rawValue)"
  }

  package func rows<Row: TableRow>(_ type: Row.Type) throws(TableError) -> [Row] {
    let name = "\(Row.schema.name).csv"
    return try read(type, from: try bytes(name), file: "\(path)/\(name)")
  }

  package func path(of name: String) -> String { "\(path)/\(name)" }

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
