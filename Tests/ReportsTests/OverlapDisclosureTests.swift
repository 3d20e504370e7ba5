import Diagnostics
import Plan
import Tables
import Testing

@testable import Reports

/// A sum that is short of its parts tells how many things the parts share.
@Suite struct OverlapDisclosureTests {
  private func suppressed(_ overlaps: [OverlapRow]) throws -> Set<String> {
    let tables = InventedTables(counts: [
      2022: [(9, 9, 9, 20), (9, 9, 9, 20), (9, 9, 9, 20), (9, 9, 9, 20), (9, 9, 9, 20)],
      2023: [(9, 9, 9, 20), (9, 9, 9, 20), (9, 9, 9, 20), (9, 9, 9, 20), (9, 9, 9, 20)],
    ])
    let published = tables.disclosed(
      try Invented.plan(),
      facts: tables.facts,
      overlaps: overlaps
    )
    return Set(
      published.indicators.filter { $0.missing == .suppressed && $0.value == nil }
        .map { "\($0.indicator) \($0.unit) \($0.year)" }
    )
  }

  private func overlap(_ element: String, _ units: [String]) -> OverlapRow {
    OverlapRow(element: element, year: 2023, units: units, keys: 1)
  }

  @Test func `the sum is hidden where units share persons`() throws {
    #expect(try suppressed([]).isEmpty)
    #expect(
      try suppressed([overlap("year.need", ["p1", "p2"])]) == ["need S 2023", "helped S 2023"]
    )
    #expect(try suppressed([overlap("year.helped", ["p1", "p2"])]) == ["helped S 2023"])
  }

  @Test func `things that are no persons may be told`() throws {
    #expect(try suppressed([overlap("year.checked", ["p1", "p2"])]).isEmpty)
  }
}
