import Diagnostics
import Plan
import Tables

/// The rows of the registers, and what their foreign keys point at.
struct RegisterRows {
  private let plan: Plan
  private let records: [String: TypedRecords]
  private let forms: [String: Form]
  /// Rows of a form by the value of one of its fields.
  private let byKey: [KeyField: [String: [Int]]]

  private struct KeyField: Hashable {
    var form: String
    var field: Int
  }

  init(_ plan: Plan, records: [String: TypedRecords]) {
    self.plan = plan
    self.records = records
    forms = Dictionary(plan.forms.map { ($0.name, $0) }) { first, _ in first }
    var byKey: [KeyField: [String: [Int]]] = [:]
    for form in plan.forms {
      for key in form.foreignKeys {
        guard let field = forms[key.form]?.field(key.key), let target = records[key.form] else {
          continue
        }
        let place = KeyField(form: key.form, field: field)
        if byKey[place] == nil { byKey[place] = Self.rows(of: target, by: field) }
      }
    }
    self.byKey = byKey
  }

  /// The rows of a form that speak of some years, in their order.
  func ranges(of form: String, in years: ClosedRange<Int>) -> [Range<Int>] {
    (records[form]?.years.runs ?? []).filter { years.contains($0.value) }.map(\.rows)
  }

  /// The column of a form's own field; nil for one that a foreign key leads to.
  func ownColumn(_ path: FieldPath, form: Form) -> TypedColumn? {
    guard path.reference == nil, let records = records[form.name],
      records.columns.indices.contains(path.field)
    else { return nil }
    return records.columns[path.field]
  }

  private static func rows(of records: TypedRecords, by field: Int) -> [String: [Int]] {
    var rows: [String: [Int]] = [:]
    for row in 0..<records.count {
      if let text = records.columns[field].text(row) { rows[text, default: []].append(row) }
    }
    return rows
  }

  /// What a field of a row holds, or of the row that a foreign key of it names.
  ///
  /// Of several rows with that key the one of the same year counts, or else the one of the
  /// nearest year, the earlier first.
  func value(_ path: FieldPath, form: Form, row: Int) -> ExpressionValue {
    guard let records = records[form.name] else { return .missing(.notReported) }
    guard let reference = path.reference else {
      return Self.value(
        records.columns[path.field],
        code: Int(records.columns[path.field].codes[row]),
        form.fields[path.field]
      )
    }
    let key = form.foreignKeys[reference.foreignKey]
    guard let target = forms[key.form], let others = self.records[key.form],
      let keyField = target.field(key.key),
      let text = records.columns[path.field].text(row),
      let candidates = byKey[KeyField(form: key.form, field: keyField)]?[text]
    else { return .missing(.illegible) }
    let year = records.years[row]
    let nearest = candidates.min { a, b in
      let (x, y) = (others.years[a], others.years[b])
      return (abs(x - year), x, a) < (abs(y - year), y, b)
    }
    guard let nearest else { return .missing(.illegible) }
    return Self.value(
      others.columns[reference.field],
      code: Int(others.columns[reference.field].codes[nearest]),
      target.fields[reference.field]
    )
  }

  /// The value of a column's code as expressions take it.
  static func value(_ column: TypedColumn, code: Int, _ field: Field) -> ExpressionValue {
    if let reason = column.reasons[code] {
      guard reason == .noCase else { return .missing(reason) }
      return switch field.type {
      case .integer, .number: .number(0)
      case .boolean: .flag(false)
      default: .missing(.noCase)
      }
    }
    if let number = column.number(code: code) { return .number(number.double) }
    if let text = column.text(code: code) { return .text(text) }
    if let flag = column.flag(code: code) { return .flag(flag) }
    if let date = column.date(code: code) { return .date(date) }
    return .missing(.notReported)
  }

  /// The exact number of a field, for sums; missing as `value` says.
  func number(_ path: FieldPath, form: Form, row: Int) -> FixedDecimal? {
    guard path.reference == nil else {
      guard let number = value(path, form: form, row: row).number else { return nil }
      return FixedDecimal("\(number)")
    }
    guard let column = records[form.name]?.columns[path.field] else { return nil }
    if column.missing(row) == .noCase || column.missing(row) == .notApplicable { return .zero }
    return column.number(row)
  }
}
