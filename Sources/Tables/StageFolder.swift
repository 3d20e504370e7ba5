import Diagnostics
import Foundation

/// A file that a stage gives.
package struct StageFile: Sendable {
  package var name: String
  private let content: @Sendable () -> [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.init(name: name) { bytes }
  }

  /// A file whose bytes are made when they are asked for, each time anew.
  package init(name: String, making content: @escaping @Sendable () -> [UInt8]) {
    self.name = name
    self.content = content
  }

  package init<Row: TableRow>(_ rows: [Row]) {
    self.init(name: "\(Row.schema.name).csv") { write(rows) }
  }

  /// The file's content; large tables are made here, so that it is best asked for once.
  package var bytes: [UInt8] { content() }
}

extension StageFile: Equatable {
  package static func == (a: StageFile, b: StageFile) -> Bool {
    a.name == b.name && a.bytes == b.bytes
  }
}

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
