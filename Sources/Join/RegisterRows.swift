import Diagnostics
import Plan
import Tables

/// The rows of the registers, and what their foreign keys point at.
struct RegisterRows {
  /// By name of the form.
  private let forms: [String: FormRecords]

  /// Records of a form, which a register looks at for each of its rows: held by a reference, so that
  /// no look at a cell copies what the form is made of.
  private final class FormRecords: Sendable {
    let records: TypedRecords
    let types: [Field.ValueType]
    /// What each foreign key of the form leads to; nil where nothing was sent.
    let targets: [Target?]

    init(_ records: TypedRecords, _ form: Form, _ targets: [Target?]) {
      self.records = records
      types = form.fields.map(\.type)
      self.targets = targets
    }
  }

  /// Rows of a form by the value of one of its fields.
  private final class Target: Sendable {
    let records: TypedRecords
    let types: [Field.ValueType]
    let rows: [String: [Int]]

    init(_ records: TypedRecords, _ form: Form, by field: Int) {
      self.records = records
      types = form.fields.map(\.type)
      rows = RegisterRows.rows(of: records, by: field)
    }
  }

  private struct KeyField: Hashable {
    var form: String
    var field: Int
  }

  init(_ plan: Plan, records: [String: TypedRecords]) {
    var targets: [KeyField: Target] = [:]
    func target(_ key: ForeignKey) -> Target? {
      guard let form = plan.form(key.form), let field = form.field(key.key),
        let records = records[key.form]
      else { return nil }
      let place = KeyField(form: key.form, field: field)
      if let known = targets[place] { return known }
      let target = Target(records, form, by: field)
      targets[place] = target
      return target
    }
    var forms: [String: FormRecords] = [:]
    for form in plan.forms where forms[form.name] == nil {
      guard let own = records[form.name] else { continue }
      forms[form.name] = FormRecords(own, form, form.foreignKeys.map(target))
    }
    self.forms = forms
  }

  /// The rows of a form that speak of some years, in their order.
  func ranges(of form: String, in years: ClosedRange<Int>) -> [Range<Int>] {
    (forms[form]?.records.years.runs ?? []).filter { years.contains($0.value) }.map(\.rows)
  }

  /// The column of a form's own field; nil for one that a foreign key leads to.
  func ownColumn(_ path: FieldPath, form: Form) -> TypedColumn? {
    guard path.reference == nil, let records = forms[form.name]?.records,
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
    guard let own = forms[form.name] else { return .missing(.notReported) }
    guard let reference = path.reference else {
      return Self.value(
        own.records.columns[path.field],
        code: Int(own.records.columns[path.field].codes[row]),
        own.types[path.field]
      )
    }
    guard let target = own.targets[reference.foreignKey],
      let text = own.records.columns[path.field].text(row), let candidates = target.rows[text]
    else { return .missing(.illegible) }
    let year = own.records.years[row]
    let nearest = candidates.min { a, b in
      let (x, y) = (target.records.years[a], target.records.years[b])
      return (abs(x - year), x, a) < (abs(y - year), y, b)
    }
    guard let nearest else { return .missing(.illegible) }
    return Self.value(
      target.records.columns[reference.field],
      code: Int(target.records.columns[reference.field].codes[nearest]),
      target.types[reference.field]
    )
  }

  /// The value of a column's code as expressions take it.
  static func value(_ column: TypedColumn, code: Int, _ type: Field.ValueType) -> ExpressionValue {
    if let reason = column.reasons[code] {
      guard reason == .noCase else { return .missing(reason) }
      return switch type {
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
    guard let column = forms[form.name]?.records.columns[path.field] else { return nil }
    if column.missing(row) == .noCase || column.missing(row) == .notApplicable { return .zero }
    return column.number(row)
  }
}
