import Plan
import Tables

/// The unit of each row of a register, as a number by which tallies are found.
struct RowUnits {
  private let path: FieldPath?
  private let form: Form
  private let rows: RegisterRows
  private let column: TypedColumn?
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// By code of the column: nil where it was not looked at.
  private var byCode: [Int??]

  /// - Parameters:
  ///   - path: Field that gives the unit; nil where every row is the plan's own.
  ///   - form: The form.
  ///   - rows: Its rows.
  ///   - home: The plan's own unit.
  init(_ path: FieldPath?, _ form: Form, _ rows: RegisterRows, home: String) {
    self.path = path
    self.form = form
    self.rows = rows
    column = path.flatMap { rows.ownColumn($0, form: form) }
    byCode = Array(repeating: nil, count: column?.valueCount ?? 0)
    if path == nil { names = [home] }
  }

  /// Number of the unit in `names`; nil where it cannot be told.
  mutating func unit(_ row: Int) -> Int? {
    guard let path else { return 0 }
    guard let column else { return number(path, row) }
    let code = Int(column.codes[row])
    if let known = byCode[code] { return known }
    let number = number(path, row)
    byCode[code] = .some(number)
    return number
  }

  private mutating func number(_ path: FieldPath, _ row: Int) -> Int? {
    guard case .text(let name) = rows.value(path, form: form, row: row) else { return nil }
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
