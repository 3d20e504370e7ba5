import DelimitedText
import Diagnostics
import Plan
import Tables
import VietnameseText

/// Sorts the records of a file into data, layout and rows that are broken.
struct RowSorter {
  private(set) var data: [Int] = []
  private(set) var notes: [NoteRow] = []
  private(set) var totals: [TotalRow] = []
  private(set) var findings: [Finding] = []
  /// Rows that are neither data nor layout; each has a finding.
  private(set) var faults = 0

  private let batch: RecordBatch
  private let match: HeaderMatch
  private let form: Form
  private let context: FileContext
  private let layout: RowLayout
  private let shifts: ShiftedRows
  private var kinds: [Int: ParseFault] = [:]
  /// Rows whose cells stand in the wrong columns, and how they moved.
  private(set) var shifted: [(record: Int, shift: RowShift)] = []

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
    shifts = ShiftedRows(match, form, layout.fits)
    for fault in faults { kinds[fault.record] = fault }
  }

  /// Sorts the records of a table.
  ///
  /// - Parameters:
  ///   - records: The records from its titles to its end.
  ///   - coded: Their cells below the header.
  ///   - repeated: Those that head the same columns again.
  ///   - isThorough: Whether also rows are looked at cell by cell that are data beyond doubt; the
  ///     result is the same, which tests show.
  ///   - jobs: The most threads.
  mutating func sort(
    _ records: Range<Int>,
    _ coded: CodedRows,
    repeated: Set<Int> = [],
    isThorough: Bool = false,
    jobs: Int = 1
  ) {
    let head = TableHead(batch, match, from: records.lowerBound, layout.keys)
    let plain = PlainRows(batch, coded, match, form, CellLook(layout, head, shifts), jobs: jobs)
    var hasEnded = false
    var followsHeader = true
    var followsRemark = false
    for record in records {
      if !isThorough, !followsHeader, !hasEnded, !followsRemark, kinds[record] == nil,
        !repeated.contains(record), plain.isData(record)
      {
        data.append(record)
        continue
      }
      let goesOn = followsRemark
      followsRemark = false
      let cells = cells(record)
      let line = batch.line(of: record)
      if record < match.records.lowerBound {
        note(RowLayout.isBlank(batch, record) ? .blank : .title, record)
        if let scale = Self.scale(in: cells) {
          findings.append(context.scaleInTitle(line: line, scale: scale))
        }
      } else if let fault = kinds[record] {
        setAside(context.broken(fault, line: line))
      } else if match.records.contains(record) || repeated.contains(record) {
        // What stands below unknown groups may be anything.
        let isTelling = match.telling.isEmpty || match.telling.contains(record)
        note(.header, record, isTelling || repeated.contains(record) ? layout.header(cells) : "")
        hasEnded = false
        followsHeader = true
      } else if let kind = layout.kind(of: cells, head: head, followsHeader: followsHeader)
        ?? (goesOn && RowLayout.isListed(cells) ? .remark : nil)
      {
        followsRemark = kind == .remark || (kind == .blank && goesOn)
        // A header below signatures begins the table anew.
        hasEnded = kind == .signature || (hasEnded && kind != .header)
        if kind == .header { followsHeader = true }
        if kind == .total { noteTotals(cells, line, isWhole: layout.isWholeTotal(cells)) }
        note(
          hasEnded && (kind == .blank || kind == .title) ? .signature : kind,
          record,
          kind == .header ? layout.header(cells) : ""
        )
      } else if hasEnded, !hasShapeOfData(record) {
        if holdsCode(cells) {
          setAside(context.belowSignature(line: line))
        } else {
          note(.signature, record)
        }
      } else if let group = layout.groups.read(cells, match, form) {
        if group == .subtotal { noteTotals(cells, line, isWhole: false) }
        note(group == .subtotal ? .total : .group, record)
      } else if let shift = shifts.shift(of: cells) {
        shifted.append((record, shift))
        followsHeader = false
      } else if (match.width..<max(match.width, cells.count)).contains(where: {
        !RowLayout.isBlank(cells[$0])
      }) {
        setAside(context.extraCells(line: line, columns: match.width, cells: cells.count))
        followsHeader = false
      } else {
        data.append(record)
        followsHeader = false
      }
    }
    for (record, shift) in shifted {
      setAside(context.shifted(line: batch.line(of: record), by: shift))
    }
  }

  /// Sets aside the rows of a table that cannot be read with the one above it.
  mutating func refuse(_ records: Range<Int>, headedBy header: HeaderMatch) {
    let head = TableHead(batch, header, from: records.lowerBound, layout.keys)
    for record in records {
      let cells = cells(record)
      let line = batch.line(of: record)
      if record < header.records.lowerBound {
        note(RowLayout.isBlank(batch, record) ? .blank : .title, record)
      } else if header.records.contains(record) {
        note(.header, record, layout.header(cells))
      } else if let fault = kinds[record] {
        setAside(context.broken(fault, line: line))
      } else if let kind = layout.kind(of: cells, head: head, followsHeader: false) {
        note(kind, record, kind == .header ? layout.header(cells) : "")
      } else {
        setAside(context.secondTable(line: line, header: batch.line(of: header.record)))
      }
    }
  }

  /// By how many columns all rows have moved against the header; one row alone says nothing of it.
  var commonShift: Int? {
    guard data.isEmpty, shifted.count > 1, let first = shifted.first?.shift, first.before == nil
    else { return nil }
    return shifted.allSatisfy { $0.shift == first } ? first.columns : nil
  }

  /// Only headers keep their text: titles, totals and signatures may name persons.
  ///
  /// Of titles and labels the part of the year is kept that they state.
  private mutating func note(_ kind: NoteRow.Kind, _ record: Int, _ text: String = "") {
    let part: PartOfYear? =
      switch kind {
      case .title, .group, .remark: PartOfYear(statedIn: cells(record).joined(separator: " "))
      default: nil
      }
    notes.append(
      NoteRow(
        file: 0,
        line: batch.line(of: record),
        kind: kind,
        text: part?.description ?? text
      )
    )
  }

  private mutating func setAside(_ finding: Finding) {
    faults += 1
    findings.append(finding)
  }

  /// Keeps the figures of a row of totals: digits and what separates them, never words.
  private mutating func noteTotals(_ cells: [String], _ line: Int, isWhole: Bool) {
    let names = form.columnNames
    let columns = match.columns + match.partColumns
    let fields = Array(form.fields.indices) + form.partColumns.map(\.field)
    for (index, field) in fields.enumerated() where form.fields[field].isSummed {
      guard let column = columns[index], column < cells.count else { continue }
      let text = cells[column]
      guard text.contains(where: \.isNumber), text.utf8.count <= 32,
        text.allSatisfy({ $0.isNumber || $0.isWhitespace || ".,'".contains($0) })
      else { continue }
      totals.append(
        TotalRow(
          file: 0,
          line: line,
          isWhole: isWhole,
          name: names[index],
          column: column + 1,
          text: text
        )
      )
    }
  }

  /// Whether a row below signatures has a code or a figure, as names of who signs have not.
  private func holdsCode(_ cells: [String]) -> Bool {
    cells.contains { cell in
      let words = cell.split { $0.isWhitespace }
      return words.count == 1 && words[0].contains(where: \.isNumber)
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
    let figures = zip(form.fields, match.columns).compactMap { field, column in
      field.type == .string || field.type == .boolean ? nil : column
    }
    let hasFigure = (figures + match.partColumns.compactMap { $0 }).contains { column in
      batch.withBytes(record, column) { $0.count > 0 && (0x30...0x39).contains($0[0]) }
    }
    let filled = isFilled.count { $0 == true }
    return hasFigure && filled >= 2 && filled * 2 >= match.matched
      && needed.allSatisfy { isFilled[$0] != false }
  }

  /// The thousands or millions that a title says all numbers below are.
  private static func scale(in cells: [String]) -> String? {
    let key = NameKey.accented(cells.map(\.headOfCell).joined(separator: " ")).folded
    guard measures.contains(where: key.holds) else { return nil }
    let words = key.split(separator: " ")
    if let word = words.first(where: { ScaleWord.factor(of: $0) != nil }) { return String(word) }
    let hasThousand =
      words.contains("1000") || zip(words, words.dropFirst()).contains { $0 == ("1", "000") }
    return hasThousand ? "1.000" : nil
  }

  private static let measures = ["đơn vị tính", "đvt"].map { NameKey.accented($0).folded }

  private func cells(_ record: Int) -> [String] {
    (0..<max(1, batch.fieldCount(of: record))).map { batch.text(record, $0) }
  }
}
