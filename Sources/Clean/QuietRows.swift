import Plan
import Tables

/// Settles rows whose file, year and unit are spelled as those of a row that was settled before
/// without a word.
///
/// What a row's unit is depends on its file and on what stands in its columns of units; years and
/// times need a look at each row, and so do forms with several columns of units.
struct QuietRows {
  private let unitField: Int?
  private let keyFields: [Int]
  /// Whether rows can be settled by their like at all.
  private let isOpen: Bool
  /// By code of the unit's text: the code of the unit's name and that of the cell, once known.
  private var settled: [(unit: Int32, cell: Int32)?]
  /// The same for forms without a column of units, by file.
  private var ofFile: Int32?

  init(_ rows: FormRows) {
    isOpen = rows.moments.isEmpty && rows.unitFields.count <= 1 && rows.yearField == nil
    unitField = rows.unitField
    keyFields = rows.form.primaryKey.filter { $0 != rows.unitField && $0 != rows.yearField }
    settled =
      isOpen ? Array(repeating: nil, count: unitField.map { rows.cells[$0].codeCount } ?? 0) : []
  }

  mutating func begin(_ file: Int) { ofFile = nil }

  /// Settles a row; false where it has to be looked at by itself.
  func settle(_ row: Int, _ rows: inout FormRows) -> Bool {
    guard isOpen, keyFields.allSatisfy({ !rows.cells[$0].isMissing(row) }) else { return false }
    guard let unitField else {
      guard let ofFile else { return false }
      rows.units.set(row, code: ofFile)
      return true
    }
    let code = Int(rows.raw.columns[unitField].codes[row])
    guard code < settled.count, let known = settled[code] else { return false }
    rows.units.set(row, code: known.unit)
    rows.cells[unitField].set(row, code: known.cell)
    return true
  }

  /// Keeps what became of a row of which nothing was said.
  mutating func learn(_ row: Int, _ rows: FormRows) {
    guard isOpen else { return }
    guard let unitField else {
      ofFile = rows.units.codes[row]
      return
    }
    let code = Int(rows.raw.columns[unitField].codes[row])
    guard code < settled.count else { return }
    settled[code] = (rows.units.codes[row], rows.cells[unitField].codes[row])
  }
}
