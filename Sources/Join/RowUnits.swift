import Plan
import Tables

/// The unit of each row of a register, as a number by which tallies are found.
///
/// Where the field is the form's own, each of its values is looked up when this is made, for all
/// elements and years that count its rows.
struct RowUnits: Sendable {
  private let path: FieldPath?
  private let form: Form
  private let rows: RegisterRows
  /// Whether the field is the form's own.
  private let isOwn: Bool
  /// Codes of the rows' values, where it is; empty otherwise.
  private let codes: RowCodes
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// By code of the column: the unit's number, or `unknown`.
  private var byCode: [Int32] = []

  static let unknown: Int32 = -1

  /// - Parameters:
  ///   - path: Field that gives the unit; nil where every row is the plan's own.
  ///   - form: The form.
  ///   - rows: Its rows.
  ///   - home: The plan's own unit.
  init(_ path: FieldPath?, _ form: Form, _ rows: RegisterRows, home: String) {
    self.path = path
    self.form = form
    self.rows = rows
    let column = path.flatMap { rows.ownColumn($0, form: form) }
    codes = column?.codes ?? RowCodes()
    isOwn = column != nil
    if path == nil { names = [home] }
    guard let path, let column else { return }
    let field = form.fields[path.field]
    byCode = (0..<column.valueCount).map { code in
      number(RegisterRows.value(column, code: code, field.type)).map { Int32(clamping: $0) }
        ?? Self.unknown
    }
  }

  /// Numbers of the units of some rows in `names`, in the order of the rows; `unknown` where one
  /// cannot be told.
  mutating func units(_ range: Range<Int>) -> [Int32] {
    guard let path else { return Array(repeating: 0, count: range.count) }
    guard isOwn else {
      return range.map { row in
        number(rows.value(path, form: form, row: row)).map { Int32(clamping: $0) } ?? Self.unknown
      }
    }
    let (codes, byCode) = (codes, byCode)
    return range.map { byCode[Int(codes[$0])] }
  }

  private mutating func number(_ value: ExpressionValue) -> Int? {
    guard case .text(let name) = value else { return nil }
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
