import SeededNumbers
import Tables
import Testing

@testable import Join

@Suite struct SortedFactsTests {
  @Test func factsComeAsTheirNamesDo() {
    var numbers = SeededNumbers(seed: 11)
    let facts = (0..<5_000).map { place in
      FactRow(
        element: numbers.pick(["b.x", "a.y", "a.đ", "a"], or: ""),
        unit: numbers.pick(["30010", "3001", "Z", "30100@2025-07-01", "ă"], or: ""),
        year: Int.random(in: 2018...2025, using: &numbers),
        category: numbers.pick([FactRow.total, "", "một", "hai"], or: ""),
        text: "\(place)",
        isPartial: false,
        sources: []
      )
    }
    // Swift's sort keeps the order of equal ones, as this one promises.
    let expected = facts.sorted {
      ($0.element, $0.unit, $0.year, $0.category) < ($1.element, $1.unit, $1.year, $1.category)
    }
    func sorted(_ lists: [[FactRow]], jobs: Int = 1) -> [FactRow] {
      var all: [FactRow] = []
      appendByPlace(lists, to: &all, jobs: jobs)
      return all
    }
    #expect(sorted([facts]) == expected)
    #expect(sorted([Array(facts[..<1]), [], Array(facts[1...])], jobs: 3) == expected)
    #expect(sorted([[]]).isEmpty)
    for own in [["a.y", "a.đ"], ["a", "b.x"], [], ["a", "a.y", "a.đ", "b.x"]] {
      let some = expected.filter { own.contains($0.element) }
      let others = expected.filter { !own.contains($0.element) }
      #expect(mergedByElement(some, others) == expected)
    }
  }
}
