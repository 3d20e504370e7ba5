import Diagnostics
import GardenPlan
import Methods
import Plan
import Tables
import Testing
import Trends

@Suite(.timeLimit(.minutes(1)))
struct UnitComparisonTests {
  private func compare(_ counts: [(Double, Double)]) throws -> UnitComparison {
    let plan = try loadPlan(GardenPlan.folder).plan
    let indicator = try #require(plan.indicator("watered"))
    let rows = counts.enumerated().map { place, count in
      IndicatorRow(
        indicator: indicator.id,
        unit: "V\(place + 1)",
        year: 2021,
        numerator: count.0,
        denominator: count.1,
        value: count.1 == 0 ? nil : count.0 / count.1 * 100,
        method: "",
        boundBasis: "complete",
        expected: 1,
        reported: 1
      )
    }
    return UnitComparison(plan, indicator, rows, years: 2020...2021)
  }

  @Test func `a unit is set against all others together`() throws {
    // scipy 1.17.1, fisher_exact([[9, 1], [2, 18]]), two-sided.
    let comparison = try compare([(9, 10), (1, 10), (1, 10)])
    let first = try #require(comparison.units.first)
    #expect(first.others?.successes == 2 && first.others?.trials == 20)
    let p = try #require(first.probability)
    #expect(abs(p - Self.expected) <= 1e-12 * Self.expected)
  }

  private static let expected = 3.5147261534068125e-05

  @Test func `figures that no method bears are listed and not compared`() throws {
    let huge = 9_000_000_000_000_000_000.0
    let hostile: [(Double, Double)] = [
      (huge, huge), (huge, huge), (1e300, 1e300), (.infinity, .infinity), (.nan, 1), (-5, 10),
      (5, 0), (7, 5), (0.5, 2), (1, 2), (0, 3),
    ]
    let comparison = try compare(hostile)
    #expect(comparison.units.count == hostile.count)
    let compared = comparison.units.filter { $0.probability != nil }
    #expect(compared.map(\.row.denominator) == [2, 3])
  }
}
