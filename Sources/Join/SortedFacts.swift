import Tables

extension [FactRow] {
  /// The facts by element, unit, year and category, as they would be sorted by these; equal ones
  /// keep their order.
  ///
  /// Each name is compared with others once, however many facts have it: then whole numbers are
  /// sorted in place of rows.
  func sortedByPlace() -> [FactRow] {
    let (elements, units) = (Ranks(map(\.element)), Ranks(map(\.unit)))
    let categories = Ranks(map(\.category))
    let keys = indices.map { place in
      Key(
        element: elements[place],
        unit: units[place],
        year: self[place].year,
        category: categories[place],
        place: place
      )
    }
    return keys.sorted().map { self[$0.place] }
  }
}

private struct Key: Comparable {
  var element: Int32
  var unit: Int32
  var year: Int
  var category: Int32
  var place: Int

  static func < (a: Key, b: Key) -> Bool {
    (a.element, a.unit, a.year, a.category, a.place)
      < (b.element, b.unit, b.year, b.category, b.place)
  }
}

/// For each row the rank of its name among all names.
private struct Ranks {
  private let names: RowNames
  private let ranks: [Int32]

  init(_ list: [String]) {
    names = RowNames(list)
    var ranks = Array(repeating: Int32(0), count: names.names.count)
    let sorted = names.names.enumerated().sorted { $0.element < $1.element }
    for (rank, name) in sorted.enumerated() { ranks[name.offset] = Int32(clamping: rank) }
    self.ranks = ranks
  }

  subscript(row: Int) -> Int32 { ranks[Int(names.codes[row])] }
}
