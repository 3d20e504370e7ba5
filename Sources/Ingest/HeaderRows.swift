import DelimitedText
import Tables

/// Cells of the records among which a header may be, folded once.
struct HeaderRows {
  let records: Range<Int>
  private var cells: [[HeaderCell]?] = []
  /// The words that texts begin with, each once, and those of each record by their places.
  private var beginnings: [String] = []
  private var beginningsOfRows: [[Beginnings]] = []
  /// Places of the words that a cell begins with, with its number and without.
  private struct Beginnings {
    var whole: Int
    var plain: Int
  }

  /// A number for each record, the same for equal cells.
  private var hashes: [UInt64] = []

  init(_ batch: RecordBatch, _ records: Range<Int>, _ known: HeaderCells, year: Int?) {
    self.records = records
    cells = records.map { record in
      guard !batch.isFaulty(record) else { return nil }
      let texts = (0..<batch.fieldCount(of: record)).map { batch.text(record, $0) }
      return known.cells(texts, year: year)
    }
    hashes = cells.map { row in
      (row ?? []).reduce(UInt64(1)) { ByteHash.joined($0, ByteHash.of($1.text.utf8.span)) }
    }
    var places: [String: Int] = [:]
    func place(of word: String) -> Int {
      if let known = places[word] { return known }
      places[word] = beginnings.count
      beginnings.append(word)
      return beginnings.count - 1
    }
    for row in cells {
      var own: [Beginnings] = []
      for cell in row ?? [] where !cell.isBlank {
        let whole = place(of: cell.beginning)
        let isWhole = cell.plainKey == cell.key
        own.append(
          Beginnings(whole: whole, plain: isWhole ? whole : place(of: cell.plainBeginning))
        )
      }
      beginningsOfRows.append(own)
    }
  }

  /// For each record how many of its texts begin as a name of the form's columns does; no others name
  /// one.
  func naming(_ headers: FormHeaders) -> [Int] {
    let known = beginnings.map(headers.namesBegin)
    return beginningsOfRows.map { row in row.count { known[$0.whole] || known[$0.plain] } }
  }

  /// So many records from one on, if they can be one header: figures stand in none but the first.
  func block(_ record: Int, height: Int) -> HeaderBlock? {
    let first = record - records.lowerBound
    guard first + height <= cells.count else { return nil }
    var block = HeaderBlock()
    for index in first..<(first + height) {
      guard let row = cells[index], row.contains(where: { !$0.isBlank }) else { return nil }
      if index > first, row.contains(where: \.isFigure) { return nil }
      block.add(row, hash: hashes[index])
    }
    return block
  }
}

/// Cells of consecutive records that can be one header.
struct HeaderBlock: Hashable {
  private(set) var rows: [[HeaderCell]] = []
  /// Worked out once for each record, since a block is looked up for each form.
  private var hash: UInt64 = 0

  mutating func add(_ row: [HeaderCell], hash: UInt64) {
    rows.append(row)
    self.hash = ByteHash.joined(self.hash, hash)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
