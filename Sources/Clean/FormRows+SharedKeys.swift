import Parallel
import Plan
import Tables
import VietnameseText

// Most rows of a list have a key of their own, which a number for each of them shows.
extension FormRows {
  private struct RowKey: Hashable {
    var key: String
    /// Empty for registers, which all their senders fill in together.
    var sender: String
    /// The part of the year that the row states, where units change.
    var time: PartOfYear?
    /// The one field that the rows give; nil where they are whole.
    var part: Int?
  }

  /// The rows in use of each key that several of one year have, in their order; the keys come up as
  /// their first rows do.
  func rowsOfSharedKeys(jobs: Int = 1) -> [[Int]] {
    let hashes = KeyHashes(self)
    var byYear: [Int: [Range<Int>]] = [:]
    for (file, rows) in raw.fileRanges { byYear[sources.year(file), default: []].append(rows) }
    let years = byYear.sorted { $0.key < $1.key }.map(\.value)
    let shared = parallelMap(years.count, jobs: jobs) { [self] year in
      let ranges = years[year]
      return rowsOfSharedKeys(
        hashes.map { rowsThatMayShareKeys(ranges, $0) }
          ?? ranges.flatMap { $0.filter { states[$0] == .used } }
      )
    }
    return shared.flatMap(\.self).sorted { $0[0] < $1[0] }
  }

  /// The same of one year, of which the rows that may share keys are given.
  private func rowsOfSharedKeys(_ rows: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    var places: [RowKey: Int] = [:]
    for row in rows {
      let key = RowKey(
        key: key(row),
        sender: form.kind == .register ? "" : folderSender(row),
        time: form.kind == .register ? nil : parts[row],
        part: raw.parts[row]
      )
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append([])
      }
      groups[place].append(row)
    }
    return groups.filter { $0.count > 1 }
  }

  /// The rows in use of one year whose key may be that of another one, in their order.
  ///
  /// Rows with equal keys have equal numbers; of the others a few may, and are compared for nothing.
  private func rowsThatMayShareKeys(_ ranges: [Range<Int>], _ hashes: KeyHashes) -> [Int] {
    var seen = NumberSet(capacity: ranges.map(\.count).reduce(0, +))
    var twice: Set<UInt64> = []
    let own = ranges.map(hashes.of)
    for (range, hashes) in zip(ranges, own) {
      for (row, hash) in zip(range, hashes) where states[row] == .used {
        if !seen.insert(hash) { twice.insert(hash) }
      }
    }
    guard !twice.isEmpty else { return [] }
    return zip(ranges, own).flatMap { range, hashes in
      zip(range, hashes).filter { states[$0.0] == .used && twice.contains($0.1) }.map(\.0)
    }
  }
}

/// For each row a number that is the same for equal keys; there is none where a stroke within one
/// field could pass for that between two.
private struct KeyHashes {
  private enum Column {
    /// Numbers by code.
    case codes(RowCodes, [UInt64])
    /// Nearly each row has a text of its own, whose number is worked out where it is asked for.
    case cells(CellColumn)
  }

  private let columns: [Column]

  init?(_ rows: FormRows) {
    let form = rows.form
    if form.primaryKey.count > 1 {
      let hasStroke = form.primaryKey.contains { rows.cells[$0].holds(UInt8(ascii: "/")) }
      if hasStroke { return nil }
    }
    let names = Column.codes(rows.units.codes, Self.hashes(rows.units.names))
    guard !form.primaryKey.isEmpty else {
      columns = [names]
      return
    }
    columns = form.primaryKey.map { field in
      let cells = rows.cells[field]
      if field == form.unitField { return names }
      return cells.codeCount > cells.count / 2 ? .cells(cells) : .codes(cells.codes, cells.hashes())
    }
  }

  private static func hashes(_ names: [String]) -> [UInt64] {
    names.map { name in
      let bytes = Array(name.utf8)
      return ByteHash.of(bytes.span)
    }
  }

  /// The numbers of some rows, in their order.
  func of(_ rows: Range<Int>) -> [UInt64] {
    var all = Array(repeating: UInt64(1), count: rows.count)
    for column in columns {
      switch column {
      case .codes(let codes, let hashes):
        for (place, row) in rows.enumerated() {
          all[place] = ByteHash.joined(all[place], hashes[Int(codes[row])])
        }
      case .cells(let cells):
        for (place, row) in rows.enumerated() {
          all[place] = ByteHash.joined(all[place], cells.hash(Int(cells.codes[row])))
        }
      }
    }
    return all
  }
}

/// A set of numbers that are spread evenly already.
private struct NumberSet {
  private var table: [UInt64]
  private let mask: Int
  private var hasZero = false

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    table = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Takes a number in; false where it was there already.
  mutating func insert(_ number: UInt64) -> Bool {
    guard number != 0 else {
      defer { hasZero = true }
      return !hasZero
    }
    var place = Int(truncatingIfNeeded: number) & mask
    while table[place] != 0 {
      if table[place] == number { return false }
      place = (place + 1) & mask
    }
    table[place] = number
    return true
  }
}
