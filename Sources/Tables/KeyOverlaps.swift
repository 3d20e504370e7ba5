/// Finds what is counted twice where distinct counts of several units are added.
package struct KeyOverlaps: Sendable {
  private struct Key: Hashable {
    var element: String
    var year: Int
  }

  private let rows: [Key: [OverlapRow]]

  package init(_ rows: [OverlapRow]) {
    self.rows = Dictionary(grouping: rows) { Key(element: $0.element, year: $0.year) }
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// How much the sum of units' counts exceeds the count over all of them.
  ///
  ///     excess = Σ keys × (Σ shares − greatest share), over the units that count the key
  ///
  /// Of a unit that is counted in part, each key counts for the share; a key of several such units
  /// counts as much as the greatest of them.
  ///
  /// - Parameters:
  ///   - element: Id of the data element; 0 for one that is no distinct count.
  ///   - year: The year.
  ///   - shares: Units whose counts are added, each with the share of it that is, 0 to 1.
  /// - Returns: What to take away from the sum; at least 0.
  package func excess(_ element: String, year: Int, among shares: [String: Double]) -> Double {
    guard shares.count > 1 else { return 0 }
    return (rows[Key(element: element, year: year)] ?? []).reduce(0) { excess, row in
      let own = row.units.compactMap { shares[$0] }
      guard let greatest = own.max() else { return excess }
      return excess + Double(row.keys) * (own.reduce(0, +) - greatest)
    }
  }

  /// Keys that more than one of some units count.
  package func keys(_ element: String, year: Int, among units: Set<String>) -> Int {
    (rows[Key(element: element, year: year)] ?? []).reduce(0) { keys, row in
      row.units.count(where: units.contains) > 1 ? keys + row.keys : keys
    }
  }
}
