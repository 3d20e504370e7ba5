import Plan
import Tables

/// Settles rows whose sender, units of the year and unit are as those of a row that was settled
/// before without a word.
///
/// What a row's unit is depends on these and on nothing else of its file; years and times need a look
/// at each row, and so do forms with several columns of units.
struct QuietRows {
  private let unitField: Int?
  /// Codes of the column of units as it was sent.
  private let unitCodes: RowCodes
  /// By row whether a part of its key is missing; empty where none is.
  private let lacksKey: [Bool]
  /// Whether rows can be settled by their like at all.
  private let isOpen: Bool
  private let readings: UnitReadings
  /// By number of the unit's reading, then by code of texts that have none: the code of the unit's
  /// name and that of the cell, once known.
  private var settled: [(unit: Int32, cell: Int32)?]
  /// The same for forms without a column of units, by file.
  private var ofFile: Int32?

  init(_ rows: FormRows, jobs: Int) {
    isOpen = rows.moments.isEmpty && rows.unitFields.count <= 1 && rows.yearField == nil
    unitField = rows.unitField
    unitCodes = unitField.map { rows.raw.columns[$0].codes } ?? RowCodes()
    lacksKey = isOpen ? Self.lacksKey(rows, jobs) : []
    let readings = rows.unitReadings
    self.readings = readings
    let texts = unitField.map { rows.cells[$0].codeCount + readings.count } ?? 0
    settled = isOpen ? Array(repeating: nil, count: texts) : []
  }

  private static func lacksKey(_ rows: FormRows, _ jobs: Int) -> [Bool] {
    var lacks: [Bool] = []
    for field in rows.form.primaryKey where field != rows.unitField && field != rows.yearField {
      for row in rows.cells[field].missingRows(jobs: jobs) {
        if lacks.isEmpty { lacks = Array(repeating: false, count: rows.raw.count) }
        lacks[row] = true
      }
    }
    return lacks
  }

  mutating func begin(_ file: Int) { ofFile = nil }

  /// Settles a row; false where it has to be looked at by itself.
  func settle(_ row: Int, _ rows: inout FormRows) -> Bool {
    guard isOpen, lacksKey.isEmpty || !lacksKey[row] else { return false }
    guard let unitField else {
      guard let ofFile else { return false }
      rows.units.set(row, code: ofFile)
      return true
    }
    guard let known = settled[place(row)] else { return false }
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
    settled[place(row)] = (
      rows.units.codes[row], rows.cells[unitField].codes[row]
    )
  }

  private func place(_ row: Int) -> Int {
    let code = Int(unitCodes[row])
    return unitField.flatMap { readings.number($0, code) } ?? readings.count + code
  }
}
