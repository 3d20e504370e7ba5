import DelimitedText
import Diagnostics
import PersonalData
import Plan
import Tables
import VietnameseText

/// One figure, as a row of a long file gives it.
struct LongRow: Sendable {
  var form: Int
  var field: Int
  var line: Int
  var unit: String
  var value: String
}

extension RawRecords {
  /// Appends a row that holds one figure beside its unit and year.
  mutating func append(_ row: LongRow, file: Int, _ plan: Plan) {
    let form = plan.forms[row.form]
    files.append(file)
    lines.append(row.line)
    parts[files.count - 1] = row.field
    for column in columns.indices {
      let text = column == row.field ? row.value : column == form.unitField ? row.unit : ""
      // A figure alone is a figure; a name in its place is kept nowhere.
      let isFigure = !text.contains(where: \.isLetter)
      columns[column].append(isFigure ? text : PersonalText(masking: text).text)
    }
  }
}

/// Reads the rows of a long file; each ends as a figure, as layout or with a finding.
struct LongRows {
  private let plan: Plan
  private let parsed: ParseResult
  private let header: LongHeader
  private let elements: LongElements
  private let layout: RowLayout
  private let context: FileContext
  private var batch: RecordBatch { parsed.batch }

  init(
    _ plan: Plan,
    _ parsed: ParseResult,
    _ header: LongHeader,
    _ elements: LongElements,
    _ layout: RowLayout,
    _ context: FileContext
  ) {
    self.plan = plan
    self.parsed = parsed
    self.header = header
    self.elements = elements
    self.layout = layout
    self.context = context
  }

  mutating func read(into result: inout ReadFile) {
    if let column = personalColumn() {
      result.setAside(
        context.personal(
          batch.text(header.record, column),
          line: batch.line(of: header.record),
          column: column
        )
      )
      return
    }
    result.row.headerLine = batch.line(of: header.record)
    result.findings = parsed.repairs.map { context.repaired($0) }
    for column in header.unknown {
      let text = batch.text(header.record, column).trimmedBlanks
      result.findings.append(
        context.unreadColumn(text, line: batch.line(of: header.record), column: column)
      )
    }
    let faults = Dictionary(parsed.faults.map { ($0.record, $0) }) { first, _ in first }
    let head = TableHead(batch, header: header.record)
    for record in 0..<batch.recordCount {
      let line = batch.line(of: record)
      if record > header.record, let fault = faults[record] {
        result.findings.append(context.broken(fault, line: line))
      } else if let kind = layoutKind(record, head, isFirst: result.long.isEmpty) {
        // Titles and signatures may name persons; DHIS2's headers are no texts to keep.
        result.notes.append(NoteRow(file: 0, line: line, kind: kind, text: ""))
      } else {
        read(record, line: line, into: &result)
      }
    }
    result.row.layoutRows = result.notes.count
    guard result.row.records > result.row.layoutRows else {
      result.setAside(context.noRows)
      return
    }
    describeForms(&result)
  }

  private func cells(_ record: Int) -> [String] {
    (0..<max(1, batch.fieldCount(of: record))).map { batch.text(record, $0) }
  }

  private func layoutKind(_ record: Int, _ head: TableHead, isFirst: Bool) -> NoteRow.Kind? {
    if RowLayout.isBlank(batch, record) { return .blank }
    if record < header.record { return .title }
    if record == header.record { return .header }
    // A row of a whole district is a figure here, and no total.
    let kind = layout.kind(of: cells(record), head: head, followsHeader: isFirst)
    return kind == .total ? nil : kind
  }

  private func text(_ record: Int, _ column: LongHeader.Column) -> String {
    header.columns[column].map { batch.text(record, $0).trimmedBlanks } ?? ""
  }

  private func read(_ record: Int, line: Int, into result: inout ReadFile) {
    let count = batch.fieldCount(of: record)
    if (header.width..<max(header.width, count)).contains(where: {
      !RowLayout.isBlank(batch, record, $0)
    }) {
      result.findings.append(
        context.extraCells(line: line, columns: header.width, cells: count)
      )
      return
    }
    if let fault = fault(record, line: line) {
      result.findings.append(fault)
      return
    }
    let places = elements.places(text(record, .element))
    guard let place = places.first, places.count == 1 else {
      result.findings.append(
        context.unknownElement(
          text(record, .element),
          mayBe: places.map { plan.forms[$0.form].name + "." + field($0).name },
          line: line,
          column: header.columns[.element]
        )
      )
      return
    }
    let form = plan.forms[place.form]
    let unit = text(record, .unit)
    if form.unitField == nil, !isPlan(unit) {
      result.findings.append(
        context.unitNotPlan(unit, line: line, column: header.columns[.unit])
      )
      return
    }
    result.long.append(
      LongRow(
        form: place.form,
        field: place.field,
        line: line,
        unit: unit,
        value: header.columns[.value].map { batch.text(record, $0) } ?? ""
      )
    )
  }

  private func field(_ place: LongElements.Place) -> Field {
    plan.forms[place.form].fields[place.field]
  }

  /// Why a row is not used whatever its element is.
  private func fault(_ record: Int, line: Int) -> Finding? {
    if text(record, .deleted).lowercased() == "true" {
      return context.deleted(line: line, column: header.columns[.deleted])
    }
    for column in [LongHeader.Column.category, .attribute] {
      let combination = text(record, column)
      // The combination that stands for "no category": its name, or its identifier in every DHIS2.
      if !["", "default", "HllvX50cXC0"].contains(combination) {
        return context.category(combination, line: line, column: header.columns[column])
      }
    }
    let period = text(record, .period)
    let words = NameKey(period).folded.split(separator: " ").filter { $0 != "nam" }
    if let year = context.year, !period.isEmpty, words != [Substring(String(year))] {
      return context.period(period, year: year, line: line, column: header.columns[.period])
    }
    return nil
  }

  /// Whether a text names the plan's own unit, or none.
  private func isPlan(_ text: String) -> Bool {
    guard !text.isEmpty, text != plan.unit else { return true }
    guard let unit = context.year.flatMap({ plan.planUnit(in: $0) }) else { return false }
    return text == unit.code
      || ([unit.name] + unit.aliases).contains { NameKey.accented($0) == NameKey.accented(text) }
  }

  /// A column that holds data of persons by its header or its cells; user names are never read.
  private func personalColumn() -> Int? {
    let named = header.unknown.first { PersonalHeader.matches(batch.text(header.record, $0)) }
    if let named { return named }
    let read: [LongHeader.Column] = [.element, .value, .unit, .period]
    let columns = (read.compactMap { header.columns[$0] } + header.unknown).sorted()
    for record in (header.record + 1)..<max(header.record + 1, batch.recordCount) {
      for column in columns {
        let text = batch.text(record, column)
        guard text.utf8.count >= 9 else { continue }
        switch PersonalNumber(cell: text) {
        case .citizenCard, .telephone: return column
        default: break
        }
      }
    }
    return nil
  }

  /// Says which forms the figures fill in, and in which columns their fields stand.
  private func describeForms(_ result: inout ReadFile) {
    let forms = Set(result.long.map(\.form)).sorted()
    result.row.form = forms.map { plan.forms[$0].name }.joined(separator: " ")
    var columns: [String: Int] = [:]
    for row in result.long {
      columns[plan.forms[row.form].fields[row.field].name] = header.columns[.value]
    }
    for form in forms.map({ plan.forms[$0] }) {
      if let unit = form.unitField { columns[form.fields[unit].name] = header.columns[.unit] }
      if let year = form.yearField { columns[form.fields[year].name] = header.columns[.period] }
    }
    result.row.columns = columns.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { "\($0.key)=\($0.value + 1)" }
      .joined(separator: " ")
  }
}
