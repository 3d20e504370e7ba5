import Diagnostics

/// Finds facts by data element, unit and year.
package struct FactIndex: Sendable {
  private struct Key: Hashable {
    var element: String
    var unit: String
    var year: Int
  }

  private let totals: [Key: FactRow]

  /// Takes the totals over all categories; the first of facts with one key counts.
  package init(_ facts: [FactRow]) {
    var totals: [Key: FactRow] = [:]
    totals.reserveCapacity(facts.count)
    for fact in facts where fact.category == FactRow.total {
      let key = Key(element: fact.element, unit: fact.unit, year: fact.year)
      if totals[key] == nil { totals[key] = fact }
    }
    self.totals = totals
  }

  package func fact(_ element: String, unit: String, year: Int) -> FactRow? {
    totals[Key(element: element, unit: unit, year: year)]
  }
}
