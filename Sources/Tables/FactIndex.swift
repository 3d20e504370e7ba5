import Diagnostics

/// Finds facts by data element, unit and year.
package struct FactIndex: Sendable {
  private struct Key: Hashable {
    var element: String
    var unit: String
    var year: Int
  }

  private let facts: [FactRow]
  /// Places of totals: a country's facts are not kept twice.
  private let totals: [Key: Int32]

  /// Takes the totals over all categories; the first of facts with one key counts.
  package init(_ facts: [FactRow]) {
    self.facts = facts
    var totals: [Key: Int32] = [:]
    totals.reserveCapacity(facts.count { $0.category == FactRow.total })
    for place in facts.indices where facts[place].category == FactRow.total {
      let fact = facts[place]
      let key = Key(element: fact.element, unit: fact.unit, year: fact.year)
      if totals[key] == nil { totals[key] = Int32(clamping: place) }
    }
    self.totals = totals
  }

  package func fact(_ element: String, unit: String, year: Int) -> FactRow? {
    totals[Key(element: element, unit: unit, year: year)].map { facts[Int($0)] }
  }
}
