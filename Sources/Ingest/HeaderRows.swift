import DelimitedText
import Tables

/// Cells of the records among which a header may be, folded once.
struct HeaderRows {
  let records: Range<Int>
  private let rows: [HeaderRow?]

  init(_ batch: RecordBatch, _ records: Range<Int>, _ known: HeaderCells, year: Int?) {
    self.records = records
    rows = records.map { batch.isFaulty($0) ? nil : known.row(batch, $0, year: year) }
  }

  /// For each record how many of its texts may begin as a name of the form's columns does; no others
  /// name one.
  func naming(_ headers: FormHeaders) -> [Int] {
    rows.map { row in row?.forms.count { $0.beginning.mayContain(headers.form) } ?? 0 }
  }

  /// The most columns that so many records from one on can name together.
  ///
  /// A column is named by its lowest cell, with those above it or without, or by what stands above its
  /// total; where that cell has a word that no name has, it is not.
  func mostNamed(_ record: Int, height: Int, _ headers: FormHeaders) -> Int {
    let first = record - records.lowerBound
    let block = rows[first..<min(first + height, rows.count)].compactMap(\.self)
    let width = block.map(\.cells.count).max() ?? 0
    return (0..<width).count { column in
      guard let lowest = block.lastIndex(where: { $0.isFilled(column) }) else { return false }
      if block[lowest].forms[column].naming.mayContain(headers.form) { return true }
      // Of equal cells above one another the upper one counts, as does a group's, which reaches to
      // the right.
      let key = block[lowest].cells[column].key
      return block[..<lowest].contains { row in
        let own = row.isFilled(column) ? column...column : 0...column
        return own.contains { place in
          row.isFilled(place) && row.forms[place].naming.mayContain(headers.form)
            && row.cells[place].key == key
        }
      }
    }
  }

  /// So many records from one on, if they can be one header: figures stand in none but the first.
  func block(_ record: Int, height: Int) -> HeaderBlock? {
    let first = record - records.lowerBound
    guard first + height <= rows.count else { return nil }
    var block = HeaderBlock()
    for index in first..<(first + height) {
      guard let row = rows[index], row.cells.contains(where: { !$0.isBlank }) else { return nil }
      if index > first, row.cells.contains(where: \.isFigure) { return nil }
      block.add(row)
    }
    return block
  }
}

/// Cells of one record.
struct HeaderRow {
  private(set) var cells: [HeaderCell] = []
  /// What the forms make of each cell.
  private(set) var forms: [CellForms] = []
  /// A number that is the same for equal cells.
  private(set) var hash: UInt64 = 1

  func isFilled(_ column: Int) -> Bool { column < cells.count && !cells[column].isBlank }

  mutating func reserveCapacity(_ count: Int) {
    cells.reserveCapacity(count)
    forms.reserveCapacity(count)
  }

  /// Adds a cell without the year of its file.
  mutating func append(
    _ known: KnownCell,
    without year: Int?,
    _ words: FormWords
  ) {
    let cell = known.cell.without(year)
    let isWhole = cell.plainKey.utf8.count == known.cell.plainKey.utf8.count
    cells.append(cell)
    forms.append(isWhole ? known.forms : words.forms(of: cell))
    hash = ByteHash.joined(hash, known.hash)
  }
}

/// Cells of consecutive records that can be one header.
struct HeaderBlock: Hashable {
  private(set) var rows: [[HeaderCell]] = []
  /// Worked out once for each record, since a block is looked up for each form.
  private var hash: UInt64 = 0

  mutating func add(_ row: HeaderRow) {
    rows.append(row.cells)
    hash = ByteHash.joined(hash, row.hash)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
