internal import Diagnostics
internal import Plan
internal import Tables

/// Which texts, files and rows speak of counts of vulnerable persons.
struct Sensitivity: Sendable {
  private let fieldsByForm: [String: Set<String>]
  private let elements: Set<String>
  /// Rules over data elements whose messages may tell a sensitive one.
  private let rules: Set<String>
  private let registers: Set<String>
  private let personRegisters: Set<String>
  private let formOfFile: [Int: String]
  private let formOfPath: [String: String]

  init(plan: Plan, files: [SourceFileRow]) {
    var fields: [String: Set<String>] = [:]
    for form in plan.forms {
      fields[form.name] = Set(form.fields.filter(\.isSensitive).map(\.name))
    }
    let elements = plan.elements.filter(\.isSensitive)
    fieldsByForm = fields
    let ids = Set(elements.map(\.id))
    self.elements = ids
    rules = Set(
      plan.rules.filter { rule in
        guard case .unitYear = rule.scope else { return false }
        return rule.isSensitive || rule.references.contains(where: ids.contains)
      }.map(\.id)
    )
    registers = Set(
      plan.forms.filter { form in
        form.kind == .register
          && (fields[form.name]?.isEmpty == false
            || elements.contains { $0.form == form.name })
      }.map(\.name)
    )
    personRegisters = Set(
      plan.forms.filter { form in
        form.kind == .register
          && form.fields.contains { $0.isSensitive && ($0.type == .integer || $0.type == .number) }
      }.map(\.name)
    )
    formOfFile = Dictionary(files.map { ($0.file, $0.form) }, uniquingKeysWith: { a, _ in a })
    formOfPath = Dictionary(files.map { ($0.path, $0.form) }, uniquingKeysWith: { a, _ in a })
  }

  /// Whether rows of the form are cases or persons, so that their number is a sensitive count.
  func countsCases(_ form: String) -> Bool { registers.contains(form) }
  func countsCases(file: Int) -> Bool { countsCases(formOfFile[file] ?? "") }

  /// Whether rows of the form count persons: what kind a single row is tells what they did.
  func countsPersons(_ form: String) -> Bool { personRegisters.contains(form) }

  func isSensitive(_ finding: Finding) -> Bool {
    if finding.isSensitive || elements.contains(finding.field) || rules.contains(finding.code) {
      return true
    }
    guard let form = formOfPath[finding.location.file] else { return false }
    return fieldsByForm[form]?.contains(finding.field) == true
  }

  func isSensitive(field: String, of form: String) -> Bool {
    // Of a file that no form was recognised in, nobody knows what its cells are.
    guard let fields = fieldsByForm[form] else { return fieldsByForm.contains { !$1.isEmpty } }
    return fields.contains(field)
  }

  /// A finding as others than its sender may read it.
  func neutral(_ finding: Finding) -> Finding { neutral([finding])[0] }

  /// Findings as others than their senders may read them.
  func neutral(_ findings: [Finding]) -> [Finding] {
    var columns = FoundForColumns<(withheld: Finding?, isOfCases: Bool)>()
    return findings.map { finding in
      let column = columns.value(of: finding) { finding in
        (
          isSensitive(finding) ? finding.saying(Self.withheld) : nil,
          countsCases(formOfPath[finding.location.file] ?? "")
        )
      }
      // Line numbers of such a register would count its cases.
      let line = column.isOfCases ? nil : finding.location.line
      if let withheld = column.withheld {
        return withheld.again(line: line, found: "", proposal: "")
      }
      guard column.isOfCases else { return finding }
      return finding.again(line: nil, found: finding.found, proposal: finding.proposal)
    }
  }

  /// Rows set aside as others than their senders may read them.
  func neutral(_ rows: [SetAsideRow]) -> [SetAsideRow] {
    var rows = rows
    // Where nothing is sensitive the rows stand where they are.
    for place in rows.indices where !rows.span[place].text.isEmpty {
      if isSensitive(rows[place]) { rows[place].text = "" }
    }
    return rows
  }

  private func isSensitive(_ row: SetAsideRow) -> Bool {
    let form = formOfFile[row.file] ?? ""
    return row.extent == .row
      ? fieldsByForm[form]?.isEmpty != true : isSensitive(field: row.field, of: form)
  }

  func neutral(_ row: ConflictRow) -> ConflictRow {
    guard isSensitive(row) else { return row }
    var row = row
    row.values = ""
    row.messageVi = Self.withheldFigures.vietnamese
    row.messageEn = Self.withheldFigures.english
    return row
  }

  func isSensitive(_ row: ConflictRow) -> Bool {
    row.isSensitive || row.elements.split(separator: " ").contains { elements.contains(String($0)) }
  }

  static let withheld = LocalisedText(
    vi: "nội dung chỉ gửi nơi báo cáo, vì nói về số người cần được bảo vệ",
    en: "told only to the sender, because it speaks of persons who need protection"
  )

  static let withheldFigures = LocalisedText(
    vi:
      "các số liệu mâu thuẫn nhau; con số chỉ gửi nơi báo cáo, vì nói về số người cần được bảo vệ",
    en: "figures contradict each other; told only to the sender, because they count persons who "
      + "need protection"
  )
}
