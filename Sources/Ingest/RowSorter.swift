import DelimitedText
import Diagnostics
import PersonalData
import Plan
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
  private let form: Form
  private let context: FileContext
  private let layout: RowLayout
  private var kinds: [Int: ParseFault] = [:]

  init(
    _ batch: RecordBatch,
    _ match: HeaderMatch,
    _ form: Form,
    _ faults: [ParseFault],
    _ context: FileContext,
    _ layout: RowLayout
  ) {
    self.batch = batch
    self.match = match
    self.form = form
    self.context = context
    self.layout = layout
    for fault in faults { kinds[fault.record] = fault }
  }

  mutating func sort(file: Int) {
    let header = cells(match.record).map { NameKey($0.headOfCell) }
    let width = (header.lastIndex { !$0.isEmpty } ?? 0) + 1
    var hasEnded = false
    for record in 0..<batch.recordCount {
      let cells = cells(record)
      let line = batch.line(of: record)
      // Only headers keep their text: titles, totals and signatures may name persons.
      func note(_ kind: NoteRow.Kind) -> NoteRow {
        NoteRow(
          file: file,
          line: line,
          kind: kind,
          text: kind == .header ? Self.joined(cells) : ""
        )
      }
      if record < match.record {
        notes.append(note(RowLayout.isBlank(batch, record) ? .blank : .title))
        if let scale = Self.scale(in: cells) {
          findings.append(context.scaleInTitle(line: line, scale: scale))
        }
      } else if let fault = kinds[record] {
        faults += 1
        findings.append(context.broken(fault, line: line))
      } else if record == match.record {
        notes.append(note(.header))
      } else if let kind = layout.kind(of: cells, header: header, isFirst: data.isEmpty) {
        // A header below signatures begins the table anew.
        hasEnded = kind == .signature || (hasEnded && kind != .header)
        notes.append(note(hasEnded && kind == .blank ? .signature : kind))
      } else if hasEnded, !hasShapeOfData(record) {
        notes.append(note(.signature))
      } else if (width..<max(width, cells.count)).contains(where: {
        !RowLayout.isBlank(batch, record, $0)
      }) {
        faults += 1
        findings.append(context.extraCells(line: line, columns: width, cells: cells.count))
      } else {
        data.append(record)
      }
    }
  }

  /// Whether a record below signatures goes on with the table, as where sheets were put together.
  ///
  /// Signatures name people and at most a day, so that a row must say what every row has to, fill
  /// half of the columns, and hold a figure or a date where the form has one.
  private func hasShapeOfData(_ record: Int) -> Bool {
    let isFilled = match.columns.map { $0.map { !RowLayout.isBlank(batch, record, $0) } }
    let needed = form.fields.indices.filter {
      form.primaryKey.contains($0) || form.fields[$0].isRequired || form.fields[$0].role == .unit
    }
    let hasFigure = zip(form.fields, match.columns).contains { field, column in
      guard field.type != .string, field.type != .boolean, let column else { return false }
      return batch.withBytes(record, column) { $0.count > 0 && (0x30...0x39).contains($0[0]) }
    }
    let filled = isFilled.count { $0 == true }
    return hasFigure && filled >= 2 && filled * 2 >= match.matched
      && needed.allSatisfy { isFilled[$0] != false }
  }

  /// The thousands or millions that a title says all numbers below are.
  private static func scale(in cells: [String]) -> String? {
    let key = NameKey.accented(cells.map(\.headOfCell).joined(separator: " ")).folded
    guard key.contains("đơn vị tính") || key.contains("đvt") else { return nil }
    return ["nghìn", "ngàn", "triệu", "tỷ", "tỉ"].first { key.contains($0) }
  }

  private func cells(_ record: Int) -> [String] {
    (0..<max(1, batch.fieldCount(of: record))).map { batch.text(record, $0) }
  }

  private static func joined(_ cells: [String]) -> String {
    let words = cells.flatMap { $0.split { $0.isWhitespace } }
    return PersonalText(masking: words.joined(separator: " ")).text
  }
}
