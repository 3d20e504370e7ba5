import Diagnostics
import Plan
import Tables

/// The raw cells of rows, by where they stand.
struct SourceRows {
  private let files: [Int: SourceFileRow]
  private let records: [String: RawRecords]
  private let rows: [String: [SourceRow: [Int]]]
  private let sent: [SentForm: [SourceFileRow]]

  private struct SentForm: Hashable {
    /// Empty where no form was recognised.
    var form: String
    var year: Int?
  }

  init(_ ingest: IngestTables) {
    files = Dictionary(ingest.files.map { ($0.file, $0) }) { first, _ in first }
    var sent: [SentForm: [SourceFileRow]] = [:]
    for file in ingest.files where file.status != .unpacked {
      for form in file.forms.isEmpty ? [""] : file.forms {
        sent[SentForm(form: form, year: file.year), default: []].append(file)
      }
    }
    self.sent = sent
    records = Dictionary(ingest.records.map { ($0.form, $0) }) { first, _ in first }
    rows = records.mapValues { records in
      Dictionary(grouping: 0..<records.count) { row in
        SourceRow(file: records.files[row], line: records.lines[row])
      }
    }
  }

  /// Files of a year's folder that fill in a form, or of which no form was recognised.
  func files(of form: String, in year: Int) -> [SourceFileRow] {
    sent[SentForm(form: form, year: year)] ?? []
  }

  func path(_ row: SourceRow) -> String { files[row.file]?.path ?? "" }

  func file(_ row: SourceRow) -> SourceFileRow? { files[row.file] }

  /// What stood in a field, as it was sent; a line of a long file can give several rows, of which
  /// the one that gives the field counts.
  func cell(_ field: String, of row: SourceRow, in form: String) -> String? {
    guard let records = records[form], let column = records.fields.firstIndex(of: field) else {
      return nil
    }
    let candidates = rows[form]?[row] ?? []
    let own = candidates.first { records.parts[$0] == column } ?? candidates.first
    return own.map { records.columns[column].text($0) }
  }
}
