import Plan
import Tables

/// The unit of each row of a register, as a number by which tallies are found.
struct RowUnits {
  private let path: FieldPath?
  private let form: Form
  private let rows: RegisterRows
  /// Codes of the rows' values, where the field is the form's own.
  private let codes: [Int32]?
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// By code of the column: the unit's number, or one of the marks below.
  private var byCode: [Int32]

  private static let unread: Int32 = -1
  private static let unknown: Int32 = -2

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
    codes = column?.codes
    byCode = Array(repeating: Self.unread, count: column?.valueCount ?? 0)
    if path == nil { names = [home] }
  }

  /// Number of the unit in `names`; nil where it cannot be told.
  mutating func unit(_ row: Int) -> Int? {
    guard let path else { return 0 }
    guard let codes else { return number(path, row) }
    let code = Int(codes[row])
    if byCode[code] == Self.unread {
      byCode[code] = number(path, row).map { Int32(clamping: $0) } ?? Self.unknown
    }
    return byCode[code] == Self.unknown ? nil : Int(byCode[code])
  }

  private mutating func number(_ path: FieldPath, _ row: Int) -> Int? {
    guard case .text(let name) = rows.value(path, form: form, row: row) else { return nil }
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
