import Diagnostics
import Plan
import Tables

/// Where rows stand, and what stood in them.
struct SourceRows {
  private let files: [Int: SourceFileRow]
  private let sent: [SentForm: [SourceFileRow]]
  private let records: SentRecords

  private struct SentForm: Hashable {
    /// Empty where no form was recognised.
    var form: String
    var year: Int?
  }

  init(_ ingest: IngestTables, _ records: SentRecords) {
    self.records = records
    files = Dictionary(ingest.files.map { ($0.file, $0) }) { first, _ in first }
    var sent: [SentForm: [SourceFileRow]] = [:]
    for file in ingest.files where file.status != .unpacked {
      for form in file.forms.isEmpty ? [""] : file.forms {
        sent[SentForm(form: form, year: file.year), default: []].append(file)
      }
    }
    self.sent = sent
  }

  /// Whether what stood in rows is known also where their file has changed since the run.
  var areKept: Bool { records.areKept }

  /// Files of a year's folder that fill in a form, or of which no form was recognised.
  func files(of form: String, in year: Int) -> [SourceFileRow] {
    sent[SentForm(form: form, year: year)] ?? []
  }

  func path(_ row: SourceRow) -> String { files[row.file]?.path ?? "" }

  func file(_ row: SourceRow) -> SourceFileRow? { files[row.file] }

  /// What stood in a field, as it was sent; nil where that cannot be told.
  func cell(_ field: String, of row: SourceRow, in form: String) -> String? {
    guard let file = files[row.file], case .rows(let records) = records.rows(of: file) else {
      return nil
    }
    return records.cell(field, line: row.line, in: form)
  }

  /// Why what stood in a file's rows cannot be told; nil where it can.
  func fault(of file: SourceFileRow) -> LocalisedText? {
    switch records.rows(of: file) {
    case .rows: nil
    case .changed:
      LocalisedText(
        vi: "tệp nay khác khi chạy nên không cho biết các hàng viết gì; hãy chạy lại",
        en: "the file is not as the run read it, so what its rows say is not told; run again"
      )
    case .otherPlan:
      LocalisedText(
        vi: "kế hoạch nay khác khi chạy nên không cho biết các hàng viết gì; hãy chạy lại",
        en: "the plan is not as it was in the run, so what the rows say is not told; run again"
      )
    case .gone:
      LocalisedText(
        vi: "không thấy tệp nên không cho biết các hàng viết gì; --data cho biết thư mục số liệu",
        en: "the file is not found, so what its rows say is not told; --data names the data folder"
      )
    }
  }
}
