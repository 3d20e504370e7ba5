import Diagnostics
import Foundation

/// A file that a stage gives.
package struct StageFile: Sendable {
  package var name: String
  private let content: @Sendable (_ put: ([UInt8]) -> Void) -> Void

  package init(name: String, bytes: [UInt8]) {
    self.init(name: name) { $0(bytes) }
  }

  /// A file that is made when it is written, each time anew and piece by piece.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - content: Gives the pieces one after the other to the function that it is called with.
  package init(name: String, making content: @escaping @Sendable (_ put: ([UInt8]) -> Void) -> Void)
  {
    self.name = name
    self.content = content
  }

  package init<Row: TableRow>(_ rows: [Row]) {
    self.init(name: "\(Row.schema.name).csv") { put in
      put(write([Row]()))
      for start in stride(from: 0, to: rows.count, by: Self.rowsAtATime) {
        put(writeBelow(rows[start..<min(start + Self.rowsAtATime, rows.count)]))
      }
    }
  }

  private static let rowsAtATime = 4096

  /// Makes the file and gives its pieces to a function.
  package func eachPiece(_ put: ([UInt8]) -> Void) { content(put) }

  /// The file's content; it is made here, so that it is best asked for once.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    eachPiece { bytes += $0 }
    return bytes
  }
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
