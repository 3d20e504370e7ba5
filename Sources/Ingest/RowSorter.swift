import DelimitedText
import Diagnostics
import PersonalData
import Tables
import VietnameseText

/// Sorts the records of a file into data, layout and rows that are broken.
struct RowSorter {
  private(set) var data: [Int] = []
  private(set) var notes: [NoteRow] = []
  private(set) var findings: [Finding] = []
  /// Rows that are neither data nor layout; each has a finding.
  private(set) var faults = 0

  private let batch: RecordBatch
  private let match: HeaderMatch
  private let context: FileContext
  private let layout: RowLayout
  private var kinds: [Int: ParseFault] = [:]

  init(
    _ batch: RecordBatch,
    _ match: HeaderMatch,
    _ faults: [ParseFault],
    _ context: FileContext,
    _ layout: RowLayout
  ) {
    self.batch = batch
    self.match = match
    self.context = context
    self.layout = layout
    for fault in faults { kinds[fault.record] = fault }
  }

  mutating func sort(file: Int) {
    let header = cells(match.record).map { NameKey($0) }
    let width = (header.lastIndex { !$0.isEmpty } ?? 0) + 1
    var hasEnded = false
    for record in 0..<batch.recordCount {
      let cells = cells(record)
      let line = batch.line(of: record)
      func note(_ kind: NoteRow.Kind, _ text: String) -> NoteRow {
        NoteRow(file: file, line: line, kind: kind, text: text)
      }
      if hasEnded {
        notes.append(note(.signature, ""))
      } else if record < match.record {
        notes.append(title(cells, note))
        if Self.namesScale(Self.joined(cells)) {
          findings.append(context.scaleInTitle(line: line, text: Self.joined(cells)))
        }
      } else if let fault = kinds[record] {
        faults += 1
        findings.append(
          context.broken(fault, line: line, text: PersonalNumber.masked(cells[0]).text)
        )
      } else if record == match.record {
        notes.append(note(.header, Self.joined(cells)))
      } else if let kind = layout.kind(of: cells, header: header, isFirst: data.isEmpty) {
        hasEnded = kind == .signature
        notes.append(note(kind, hasEnded ? "" : Self.joined(cells)))
      } else if (width..<max(width, cells.count)).contains(where: {
        !RowLayout.isBlank(batch, record, $0)
      }) {
        faults += 1
        findings.append(
          context.extraCells(
            line: line,
            columns: width,
            text: PersonalNumber.masked(cells.joined(separator: " | ")).text
          )
        )
      } else {
        data.append(record)
      }
    }
  }

  private func title(_ cells: [String], _ note: (NoteRow.Kind, String) -> NoteRow) -> NoteRow {
    let text = Self.joined(cells)
    if text.isEmpty { return note(.blank, "") }
    // Titles may say who reports.
    return note(.title, cells.contains { PersonalHeader.begins($0) } ? "" : text)
  }

  /// Whether a title says that all numbers below are thousands or millions.
  private static func namesScale(_ text: String) -> Bool {
    let key = NameKey.accented(text).folded
    guard key.contains("đơn vị tính") || key.contains("đvt") else { return false }
    return ["nghìn", "ngàn", "triệu", "tỷ", "tỉ"].contains { key.contains($0) }
  }

  private func cells(_ record: Int) -> [String] {
    (0..<max(1, batch.fieldCount(of: record))).map { batch.text(record, $0) }
  }

  private static func joined(_ cells: [String]) -> String {
    let words = cells.flatMap { $0.split { $0.isWhitespace } }
    return PersonalNumber.masked(words.joined(separator: " ")).text
  }
}
