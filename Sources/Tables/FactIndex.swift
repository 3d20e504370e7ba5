import Diagnostics

/// Finds facts by data element, unit and year.
///
/// It never changes, and is asked some times for each figure: a value would have all its lists counted
/// up and down each time.
package final class FactIndex: Sendable {
  let facts: [FactRow]
  private let index: SeriesIndex

  /// Takes the totals over all categories; the first of facts with one key counts.
  package init(_ facts: [FactRow]) {
    self.facts = facts
    index = SeriesIndex(count: facts.count) { place in
      let fact = facts.span[place]
      return fact.category == FactRow.total ? (fact.element, fact.unit, fact.year) : nil
    }
  }

  package func fact(_ element: String, unit: String, year: Int) -> FactRow? {
    index.place(element, unit: unit, year: year).map { facts[$0] }
  }

  /// The number of an element, by which its facts are found; nil where it has none.
  package func number(of element: String) -> Int? { index.number(ofName: element) }

  /// Where a fact is found; a row has more to be copied than a figure needs.
  package func place(
    element number: Int,
    unit: String,
    year: Int,
    _ hint: inout SeriesIndex.Hint
  ) -> Int? {
    index.place(name: number, unit: unit, year: year, &hint)
  }

  package func isPartial(at place: Int) -> Bool {
    let facts = facts
    return facts.span[place].isPartial
  }

  package func isNoCase(at place: Int) -> Bool {
    let facts = facts
    return facts.span[place].missing == .noCase
  }
}
