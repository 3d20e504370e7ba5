import DelimitedText
import Foundation
import Testing

/// One case of Tests/Exports: files as a sender's program wrote them, and what must come of them.
struct ExportCase: Sendable, CustomTestStringConvertible {
  /// Folder of the case, `<area>/<number>-<name>`.
  var id: String
  var area: String
  /// What makes the export hard to read.
  var trap: String
  /// Year that is evaluated.
  var year: Int

  var testDescription: String { id }

  /// Folder of the corpus.
  static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Exports").path

  /// All cases, in the order of their table.
  static let all: [ExportCase] =
    (try? table("cases.csv").map {
      ExportCase(
        id: $0["case", default: ""],
        area: $0["area", default: ""],
        trap: $0["trap", default: ""],
        year: Int($0["year", default: ""]) ?? 0
      )
    }) ?? []

  var folder: String { "\(Self.corpus)/\(id)" }

  /// Rows of a table of the corpus by column; none where the table is not there.
  static func table(_ path: String) throws -> [[String: String]] {
    let url = URL(fileURLWithPath: corpus).appending(path: path)
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    let batch = parse([UInt8](try Data(contentsOf: url)), dialect: .comma).batch
    guard batch.recordCount > 0 else { return [] }
    let columns = (0..<batch.fieldCount(of: 0)).map { batch.text(0, $0) }
    return (1..<batch.recordCount).map { record in
      Dictionary(
        columns.enumerated().map { ($1, batch.text(record, $0)) },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  /// Rows of one of the case's tables, each as one line of its columns.
  func expected(_ name: String, _ columns: [String]) throws -> [String] {
    try Self.table("\(id)/\(name)").map { row in
      columns.map { row[$0, default: ""] }.joined(separator: " | ")
    }
  }
}
