import Diagnostics
import Plan
import Tables
import VietnameseText

/// What becomes of a row.
enum RowState { case used, superseded, setAside }

/// The rows of one form while they are typed, settled and compared.
struct FormRows {
  let form: Form
  /// The form's own, looked up once.
  let unitField: Int?
  let yearField: Int?
  /// All fields that name units, the form's own first.
  let unitFields: [Int]
  var raw: RawRecords
  /// Typed cells by field, then by row.
  var cells: [CellColumn] = []
  /// The same for the form's columns of parts.
  var partCells: [[CellValue]] = []
  var states: [RowState]
  /// Unit that each row is about.
  var units: RowNames

  /// Codes of cells that hold units, by the code of the unit's name.
  var unitCells: [Int32: Int32] = [:]

  /// By row the part of the year that it states, where units of its year change.
  var parts: [Int: PartOfYear] = [:]
  /// Years in which units change.
  var changingYears: Set<Int> = []
  /// What each row says of its unit and time; none where units of no year change.
  var moments: [RowMoment?] = []
  /// What was said already of how names were read.
  var timeNotes: Set<FileTime> = []
  /// Keys of the units that sent files, where their code means several units of the year.
  var senderKeys: [Int: String] = [:]

  /// What the texts in columns of units mean, once they are looked up.
  var unitReadings = UnitReadings()

  var setAside: [SetAsideRow] = []
  var superseded: [SupersededRow] = []
  /// What later files changed, figure by figure.
  var revisions: [RevisionRow] = []
  /// Whether rows are cases or persons, so that their number must not be told.
  let countsCases: Bool

  var remarks = FormRemarks()
  var said = SaidFindings()
  /// By field the last mark for the cell above, and the row of the cell that it stands for.
  var marks: [Int: (row: Int, found: Int?)] = [:]
  let sources: Sources

  init(_ form: Form, _ raw: RawRecords, _ sources: Sources, countsCases: Bool = false) {
    self.form = form
    unitField = form.unitField
    yearField = form.yearField
    unitFields = form.fields.indices.filter { form.fields[$0].role == .unit }
    self.countsCases = countsCases
    self.raw = raw
    self.sources = sources
    states = Array(repeating: .used, count: raw.count)
    units = RowNames(repeating: "", count: raw.count)
  }

  func source(_ row: Int) -> SourceFileRow { sources.file(raw.files[row]) }
  /// Sender of the row's file, as its folder has it.
  func folderSender(_ row: Int) -> String { sources.sender(raw.files[row]) }
  func year(_ row: Int) -> Int { sources.year(raw.files[row]) }

  /// Text of a key that tells rows of the form apart.
  func key(_ row: Int) -> String {
    guard !form.primaryKey.isEmpty else { return units[row] }
    func text(_ field: Int) -> String {
      field == unitField ? units[row] : CellText.machine(cells[field][row])
    }
    if form.primaryKey.count == 1 { return text(form.primaryKey[0]) }
    return form.primaryKey.map(text).joined(separator: "/")
  }

  func hasSameContent(_ a: Int, _ b: Int) -> Bool {
    units[a] == units[b] && cells.allSatisfy { $0.areEqual(a, b) }
  }

  func location(_ row: Int, field: Int? = nil) -> Location {
    let column = field.flatMap { source(row).fieldColumns[form.fields[$0].name] }
    return Location(file: source(row).path, line: raw.lines[row], column: column)
  }
}

// What is said about rows.
extension FormRows {
  /// Says something of a row, for which a cell with a text may be set aside.
  mutating func remark(_ finding: Finding, row: Int, cell: String? = nil) {
    remarks.onRows.append((row, finding, cell))
  }

  mutating func remarkOnFile(_ finding: Finding) { remarks.onFiles.append(finding) }

  mutating func remarkOnColumn(_ finding: Finding, file: Int) {
    remarks.onColumns.append((file, finding))
  }

  /// Sets a row aside with a finding; a row that is set aside already keeps its first reason.
  mutating func setAside(_ row: Int, field: Int?, _ finding: Finding, text: String) {
    guard states[row] == .used else { return }
    states[row] = .setAside
    remarks.onRows.append((row, finding, nil))
    setAside.append(
      SetAsideRow(
        extent: .row,
        file: raw.files[row],
        line: raw.lines[row],
        column: finding.location.column,
        field: field.map { form.fields[$0].name } ?? "",
        text: text,
        reason: finding.code
      )
    )
  }

  /// Lets another row take the place of one, whose key may be known already.
  mutating func supersede(
    _ row: Int,
    of key: String? = nil,
    byFile file: Int,
    line: Int,
    rule: String
  ) {
    guard states[row] == .used else { return }
    states[row] = .superseded
    superseded.append(
      SupersededRow(
        form: form.name,
        file: raw.files[row],
        line: raw.lines[row],
        key: key ?? self.key(row),
        byFile: file,
        byLine: line,
        rule: rule
      )
    )
  }

  mutating func supersede(_ row: Int, of key: String? = nil, by other: Int, rule: String) {
    supersede(row, of: key, byFile: raw.files[other], line: raw.lines[other], rule: rule)
  }

  /// Findings about rows that were not superseded, and about whole files.
  var findings: [Finding] {
    let left = Set(
      raw.fileRanges.filter { $0.rows.contains { states[$0] != .superseded } }.map(\.file)
    )
    let all =
      remarks.onFiles + remarks.onColumns.filter { left.contains($0.file) }.map(\.finding)
      + remarks.onRows.filter { states[$0.row] != .superseded }.map(\.finding)
    return senderKeys.isEmpty ? all : withSenderKeys(all)
  }

  /// A folder's code may be that of two units of the year; findings go to the one that sent the file.
  private func withSenderKeys(_ findings: [Finding]) -> [Finding] {
    var keys: [String: [(sender: String, key: String)]] = [:]
    for (file, key) in senderKeys.sorted(by: { $0.key < $1.key }) {
      keys[sources.file(file).path, default: []].append((sources.file(file).sender, key))
    }
    var columns = FoundForColumns<Finding?>()
    return findings.map { finding in
      let column = columns.value(of: finding) { finding in
        keys[finding.location.file]?.first { $0.sender == finding.sender }
          .map { finding.sent(by: $0.key) }
      }
      guard let column else { return finding }
      return column.again(
        line: finding.location.line,
        found: finding.found,
        proposal: finding.proposal
      )
    }
  }

  /// Adds the rows and cells set aside to a list.
  func addSetAside(to rows: inout [SetAsideRow]) {
    rows += setAside
    for remark in remarks.onRows {
      guard let text = remark.cell, states[remark.row] == .used else { continue }
      rows.append(
        SetAsideRow(
          extent: .cell,
          file: raw.files[remark.row],
          line: raw.lines[remark.row],
          column: remark.finding.location.column,
          field: remark.finding.field,
          text: text,
          reason: remark.finding.code
        )
      )
    }
  }
}

/// The source files by number.
struct Sources {
  private let files: [Int: SourceFileRow]
  /// Columns of fields and their scales by number of file, which are asked for each field.
  private let columns: [Int: (columns: [String: Int], scales: [String: Int])]
  /// Years by number of file, from 1 on; nought where a file has none.
  private let years: [Int]
  /// Senders by number of file.
  private let senders: [String]
  private let unknown = SourceFileRow(
    file: 0,
    path: "",
    sha256: "",
    bytes: 0,
    year: nil,
    sender: ""
  )
  let order: FileOrder
  let parts: StatedParts

  init(_ files: [SourceFileRow], _ notes: [NoteRow] = []) {
    self.files = Dictionary(files.map { ($0.file, $0) }) { first, _ in first }
    columns = self.files.mapValues { ($0.fieldColumns, $0.fieldScales) }
    var years = Array(repeating: 0, count: 1 + files.count)
    var senders = Array(repeating: "", count: years.count)
    for file in files.reversed() where years.indices.contains(file.file) {
      years[file.file] = file.year ?? 0
      senders[file.file] = file.sender
    }
    self.years = years
    self.senders = senders
    order = FileOrder(files)
    parts = StatedParts(files, notes)
  }

  func file(_ number: Int) -> SourceFileRow { files[number] ?? unknown }

  /// What the header of a file multiplies a field by; nil where the file has no such column.
  func scale(of field: String, in number: Int) -> Int? {
    guard let file = columns[number], file.columns[field] != nil else { return nil }
    return file.scales[field] ?? 1
  }

  func sender(_ number: Int) -> String {
    senders.indices.contains(number) ? senders[number] : file(number).sender
  }

  func year(_ number: Int) -> Int {
    years.indices.contains(number) ? years[number] : file(number).year ?? 0
  }
}
