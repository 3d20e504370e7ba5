import DelimitedText
import Plan
import Tables
import VietnameseText

/// Tells rows that are data beyond doubt, by what was found of each of their texts once.
///
/// What it does not vouch for is looked at cell by cell; so a row that it lets pass must be one
/// that `RowLayout`, `GroupLabels` and `ShiftedRows` would all let pass.
struct PlainRows {
  private let rows: CodedRows
  private let batch: RecordBatch
  private let width: Int
  private var look: CellLook
  /// What was found of the texts of each column, by code.
  private var traits: [[CellTraits]]
  /// Columns that tell a row from a label of a group.
  private let identity: [Int]
  /// Whether the form has groups of rows at all.
  private let mayHaveGroups: Bool

  /// Rows with fewer cells may be titles or remarks.
  private static let fewestCells = 4

  init(
    _ batch: RecordBatch,
    _ rows: CodedRows,
    _ match: HeaderMatch,
    _ form: Form,
    _ look: CellLook
  ) {
    self.batch = batch
    self.rows = rows
    self.look = look
    width = match.width
    traits = rows.columns.map { Array(repeating: [], count: $0.texts.count) }
    identity =
      (form.primaryKey + [form.unitField].compactMap { $0 })
      .filter { $0 != form.yearField }
      .compactMap { match.columns[$0] } + match.codes
    mayHaveGroups = form.kind == .register || form.covers == .members
  }

  /// Whether a record is data, wherever below the first row of data it stands.
  mutating func isData(_ record: Int) -> Bool {
    let row = record - rows.first
    guard row >= 0, batch.fieldCount(of: record) <= width else { return false }
    var filled = 0
    var misfits = 0
    var first = -1
    var second = -1
    var firstTraits: CellTraits = []
    var secondTraits: CellTraits = []
    // The first cell with more than an ordinal in it, by which totals are told.
    var isNamed = false
    for column in traits.indices {
      let cell = self.traits(column, row)
      if cell.contains(.misfit) { misfits += 1 }
      if cell.contains(.blank) { continue }
      filled += 1
      if filled == 1 { (first, firstTraits) = (column, cell) }
      if filled == 2 { (second, secondTraits) = (column, cell) }
      guard filled == 1 || !isNamed else { continue }
      if cell.contains(.telling) { return false }
      if !cell.contains(.ordinal) { isNamed = true }
    }
    guard filled >= Self.fewestCells, misfits < 2 else { return false }
    guard mayHaveGroups else { return true }
    let label: Int
    if !firstTraits.contains(.ordinal) {
      label = first
    } else if secondTraits.contains(.letter) {
      label = second
    } else {
      return true
    }
    return identity.contains { column in
      column != label && !self.traits(column, row).contains(.blank)
        && !(column == first && first < label && firstTraits.contains(.rank))
    }
  }

  private mutating func traits(_ column: Int, _ row: Int) -> CellTraits {
    let code = Int(rows.columns[column].codes[row])
    let known = traits[column][code]
    if !known.isEmpty { return known }
    let found = rows.columns[column].texts.withBytes(code) { look.traits($0, column) }
    traits[column][code] = found
    return found
  }
}

/// What can be told of a text without its row.
struct CellTraits: OptionSet {
  let rawValue: UInt8

  /// The text was looked at.
  static let known = CellTraits(rawValue: 1)
  static let blank = CellTraits(rawValue: 2)
  static let letter = CellTraits(rawValue: 4)
  /// A number or letter that counts rows.
  static let ordinal = CellTraits(rawValue: 8)
  /// One that counts groups.
  static let rank = CellTraits(rawValue: 16)
  /// As the first cell of a row it may make it a header, a total or a signature.
  static let telling = CellTraits(rawValue: 32)
  /// It cannot be what its column holds.
  static let misfit = CellTraits(rawValue: 64)
}
