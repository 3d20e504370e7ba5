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

  private static let unknown: Int32 = -1

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
      number(RegisterRows.value(column, code: code, field)).map { Int32(clamping: $0) }
        ?? Self.unknown
    }
  }

  /// Number of the unit in `names`; nil where it cannot be told.
  mutating func unit(_ row: Int) -> Int? {
    guard let path else { return 0 }
    guard isOwn else { return number(rows.value(path, form: form, row: row)) }
    let number = byCode[Int(codes[row])]
    return number == Self.unknown ? nil : Int(number)
  }

  private mutating func number(_ value: ExpressionValue) -> Int? {
    guard case .text(let name) = value else { return nil }
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
