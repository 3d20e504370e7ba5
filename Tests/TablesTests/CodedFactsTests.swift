import Diagnostics
import SeededNumbers
import Tables
import Testing

@Suite struct CodedFactsTests {
  private func facts(_ count: Int, _ seed: UInt64) -> [FactRow] {
    var numbers = SeededNumbers(seed: seed)
    return (0..<count).map { _ in
      let value = Int64.random(in: -3...400, using: &numbers)
      let scale = Int.random(in: 0...2, using: &numbers)
      return FactRow(
        element: numbers.pick(["a.x", "a.y", "b.x", "á.y"], or: ""),
        unit: numbers.pick(["1", "2", FactRow.unplaced, ""], or: ""),
        year: Int.random(in: 2019...2025, using: &numbers),
        category: numbers.pick([FactRow.total, "k", ""], or: ""),
        value: numbers.chance(70) ? FixedDecimal(significand: value, scale: scale) : nil,
        text: numbers.pick(["", "", "code"], or: ""),
        missing: numbers.pick([nil, .noCase, .notReported, .conflict], or: nil),
        isPartial: numbers.chance(20),
        sources: []
      )
    }
  }

  @Test(arguments: [0, 1, 2, 40, 900]) func factsAreWhatTheyWere(_ count: Int) {
    var facts = facts(count, UInt64(count))
    if count.isMultiple(of: 2) { facts.sort { $0.element < $1.element } }
    let coded = CodedFacts(facts)
    #expect(coded.rows == facts && coded.count == count)
    for place in facts.indices {
      #expect(coded[place] == facts[place])
      let subject = (facts[place].element, facts[place].unit, facts[place].year)
      #expect(coded.subject(at: place) == subject)
    }
  }

  @Test(arguments: 1...4) func thoseOfElementsComeInTheirOrder(_ seed: UInt64) {
    let facts = facts(300, seed)
    let coded = CodedFacts(facts)
    for elements in [["a.x"], ["b.x", "a.y"], ["none", "á.y"], []] {
      let expected = elements.flatMap { element in facts.filter { $0.element == element } }
      #expect(coded.rows(of: elements) == expected)
    }
  }

  /// More values than a byte has codes for.
  @Test func manyValuesAreKeptApart() {
    let facts = (0..<70_000).map { place in
      FactRow(
        element: "a.x",
        unit: String(place / 7),
        year: 2020 + place % 7,
        category: FactRow.total,
        value: FixedDecimal(Int64(place)),
        text: "",
        isPartial: false,
        sources: []
      )
    }
    #expect(CodedFacts(facts).rows == facts)
  }
}
