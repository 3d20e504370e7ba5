import Plan
import Tables

// Most rows of a list have a key of their own, which a number for each of them shows.
extension FormRows {
  /// The rows in use whose key and year may be those of another one, in their order.
  ///
  /// Rows with equal keys have equal numbers; of the others a few may, and are compared for nothing.
  func rowsThatMayShareKeys() -> [Int] {
    guard let hashes = KeyHashes(self) else { return states.indices.filter { states[$0] == .used } }
    var years: [Int: [Range<Int>]] = [:]
    for (file, rows) in raw.fileRanges { years[sources.year(file), default: []].append(rows) }
    var shared: [Int] = []
    for (_, ranges) in years.sorted(by: { $0.key < $1.key }) {
      var seen = NumberSet(capacity: ranges.map(\.count).reduce(0, +))
      var twice: Set<UInt64> = []
      for range in ranges {
        for row in range where states[row] == .used {
          let hash = hashes.of(row)
          if !seen.insert(hash) { twice.insert(hash) }
        }
      }
      guard !twice.isEmpty else { continue }
      for range in ranges {
        for row in range where states[row] == .used && twice.contains(hashes.of(row)) {
          shared.append(row)
        }
      }
    }
    // The order in which keys come up is that of rows, whatever their year.
    return shared.sorted()
  }
}

/// For each row a number that is the same for equal keys; there is none where a stroke within one
/// field could pass for that between two.
private struct KeyHashes {
  private let columns: [(codes: [Int32], hashes: [UInt64])]

  init?(_ rows: FormRows) {
    let form = rows.form
    if form.primaryKey.count > 1 {
      let hasStroke = form.primaryKey.contains { rows.cells[$0].holds(UInt8(ascii: "/")) }
      if hasStroke { return nil }
    }
    let names = (codes: rows.units.codes, hashes: Self.hashes(rows.units.names))
    guard !form.primaryKey.isEmpty else {
      columns = [names]
      return
    }
    columns = form.primaryKey.map { field in
      field == form.unitField ? names : (rows.cells[field].codes, rows.cells[field].hashes())
    }
  }

  private static func hashes(_ names: [String]) -> [UInt64] {
    names.map { name in
      let bytes = Array(name.utf8)
      return ByteHash.of(bytes.span)
    }
  }

  func of(_ row: Int) -> UInt64 {
    var hash: UInt64 = 1
    for column in columns {
      hash = ByteHash.joined(hash, column.hashes[Int(column.codes[row])])
    }
    return hash
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
