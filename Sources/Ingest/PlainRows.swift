import DelimitedText
import Parallel
import Plan
import Tables
import VietnameseText

/// Tells rows that are data beyond doubt, by what was found of each of their texts once.
///
/// What it does not vouch for is looked at cell by cell; so a row that it lets pass must be one
/// that `RowLayout`, `GroupLabels` and `ShiftedRows` would all let pass.
struct PlainRows {
  private let batch: RecordBatch
  private let width: Int
  /// First record below the header.
  private let first: Int
  /// What was found of the cells of each row, one row behind the other.
  private let traits: [CellTraits]
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
    _ look: CellLook,
    jobs: Int
  ) {
    self.batch = batch
    first = rows.first
    width = match.width
    traits = Self.traits(rows, look, jobs: jobs)
    identity =
      (form.primaryKey + [form.unitField].compactMap { $0 })
      .filter { $0 != form.yearField }
      .compactMap { match.columns[$0] } + match.codes
    mayHaveGroups = form.kind == .register || form.covers == .members
  }

  /// Looks at each text of a column once.
  private static func traits(_ rows: CodedRows, _ look: CellLook, jobs: Int) -> [CellTraits] {
    let width = rows.columns.count
    let found = parallelMap(width, jobs: jobs) { column in
      var look = look
      let texts = rows.columns[column].texts
      return (0..<texts.count).map { code in
        texts.withBytes(code) { look.traits($0, column) }
      }
    }
    var all = Array(repeating: CellTraits(), count: width * (rows.columns.first?.count ?? 0))
    for (column, cells) in rows.columns.enumerated() {
      let own = found[column]
      var place = column
      for code in cells.codes {
        all[place] = own[Int(code)]
        place += width
      }
    }
    return all
  }

  /// Whether a record is data, wherever below the first row of data it stands.
  func isData(_ record: Int) -> Bool {
    let row = record - first
    guard row >= 0, batch.fieldCount(of: record) <= width else { return false }
    let cells = (row * width)..<((row + 1) * width)
    var filled = 0
    var misfits = 0
    var first = -1
    var second = -1
    // The first cell with more than an ordinal in it, by which totals are told.
    var isNamed = false
    for place in cells {
      let cell = traits[place]
      if cell.contains(.misfit) { misfits += 1 }
      if cell.contains(.blank) { continue }
      filled += 1
      if filled == 1 { first = place }
      if filled == 2 { second = place }
      guard filled == 1 || !isNamed else { continue }
      if cell.contains(.telling) { return false }
      if !cell.contains(.ordinal) { isNamed = true }
    }
    guard filled >= Self.fewestCells, misfits < 2 else { return false }
    guard mayHaveGroups else { return true }
    let label: Int
    if !traits[first].contains(.ordinal) {
      label = first
    } else if traits[second].contains(.letter) {
      label = second
    } else {
      return true
    }
    return identity.contains { column in
      let place = cells.lowerBound + column
      return place != label && !traits[place].contains(.blank)
        && !(place == first && first < label && traits[first].contains(.rank))
    }
  }
}

/// What can be told of a text without its row.
struct CellTraits: OptionSet {
  let rawValue: UInt8

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
