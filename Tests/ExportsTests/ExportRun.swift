import Clean
import Diagnostics
import Foundation
import Ingest
import Plan
import StageFixtures
import Tables

/// What ingest and clean make of the files of a case.
struct ExportRun {
  let ingested: IngestTables
  let cleaned: CleanTables

  /// A report without a fault beside the case's own files: a folder of which no file can be used
  /// is a failure and no list of findings.
  private static let companion = "ldtbxh/0-companion.csv"

  /// Reads a copy of the case's files.
  ///
  /// - Parameters:
  ///   - example: The case.
  ///   - plan: The plan of the corpus.
  ///   - chunkSize: How many bytes the parser is given at a time.
  /// - Throws: What ingest throws, and faults of the file system.
  init(_ example: ExportCase, plan: Plan, chunkSize: Int) throws {
    let folder = try TemporaryFolder()
    let sent = URL(fileURLWithPath: "\(example.folder)/sent").path
    // What ends in a slash exists only if it is a folder.
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sent).filter {
      !FileManager.default.fileExists(atPath: "\(sent)/\($0)/.")
    }
    for path in paths {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(sent)/\(path)"))
      try folder.write([UInt8](bytes), to: path)
    }
    let companion = "\(example.year)/\(Self.companion)"
    try folder.write("Năm;Số lớp tập huấn;Số văn bản hướng dẫn\n;1;1\n", to: companion)
    // A checkout gives files the time at which it was made.
    let times = try ExportCase.table("\(example.id)/times.csv")
    for path in paths + [companion] {
      let time = times.first { $0["file"] == path }?["modified"] ?? "\(example.year)-12-01"
      try FileManager.default.setAttributes(
        [.modificationDate: try Date("\(time)T05:00:00Z", strategy: .iso8601)],
        ofItemAtPath: "\(folder.path)/\(path)"
      )
    }
    let options = IngestOptions(
      dataFolder: folder.path,
      year: example.year,
      chunkSize: chunkSize
    )
    ingested = try ingest(plan, options: options)
    cleaned = clean(plan, ingested)
  }

  private func isOwn(_ path: String) -> Bool { !path.hasSuffix(Self.companion) }

  static let fileColumns = [
    "file", "encoding", "delimiter", "header", "form", "reason", "layout", "used", "superseded",
    "set_aside", "received",
  ]

  /// What was recognised in each file, and what became of its rows.
  var files: [String] {
    ingested.files.filter { isOwn($0.path) }.map { file in
      let account = cleaned.accounts.first { $0.file == file.file }
      let texts = [
        file.path, file.encoding, file.delimiter, file.headerLine.map { String($0) } ?? "",
        file.form, file.reason,
      ]
      let counts = [
        file.layoutRows, account?.used ?? -1, account?.superseded ?? -1, account?.setAside ?? -1,
      ]
      let received = "\(file.received?.description ?? "") \(file.receivedBasis.rawValue)"
      return (texts + counts.map { String($0) } + [received]).joined(separator: " | ")
    }
  }

  static let findingColumns = ["file", "code", "severity", "line", "column", "found"]

  var findings: [String] {
    (ingested.findings + cleaned.findings).filter { finding in
      // The companion has no receipt; that of a case's own files is tested beside ingest.
      isOwn(finding.location.file) && finding.code != "files-without-receipt"
    }.map { finding in
      [
        finding.location.file, finding.code, finding.severity.rawValue,
        finding.location.line.map { String($0) } ?? "",
        finding.location.column.map { String($0) } ?? "", finding.found,
      ].joined(separator: " | ")
    }
  }

  static let recordColumns = ["file", "line", "form", "unit", "field", "value", "missing"]

  /// The records in use, a line for each of their cells.
  var records: [String] {
    let paths = Dictionary(ingested.files.map { ($0.file, $0.path) }) { first, _ in first }
    return cleaned.records.flatMap { records in
      (0..<records.count).flatMap { row -> [String] in
        let path = paths[records.files[row]] ?? ""
        guard isOwn(path) else { return [] }
        return zip(records.fields, records.columns).map { field, column in
          let text = column.number(row)?.description ?? column.text(row)
          let value = text ?? column.date(row)?.description ?? column.flag(row)?.description
          return [
            path, String(records.lines[row]), records.form, records.units[row], field, value ?? "",
            column.missing(row)?.rawValue ?? "",
          ].joined(separator: " | ")
        }
      }
    }
  }

  /// Everything that the two stages wrote or would print, for a search.
  var outputs: [(name: String, text: String)] {
    let written = (ingested.stageFiles() + cleaned.stageFiles()).map {
      (name: $0.name, text: String(decoding: $0.bytes, as: UTF8.self))
    }
    let messages = (ingested.findings + cleaned.findings).map {
      "\($0.description(in: .vietnamese))\n\($0.description(in: .english))\n\($0.found)"
    }
    return written + [(name: "messages", text: messages.joined(separator: "\n"))]
  }
}
