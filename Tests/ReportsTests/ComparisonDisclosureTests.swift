import Diagnostics
import Plan
import Tables
import Testing

@testable import Reports

/// Attacks comparisons: what rests on a hidden figure of any unit could be turned back into it.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct ComparisonDisclosureTests {
  private struct Place: Hashable {
    var indicator: String
    var year: Int
  }

  private static func tables(_ seed: Int) -> InventedTables {
    var tables = DisclosureTests.tables(seed: UInt64(seed))
    tables.comparesUnits = true
    return tables
  }

  private func hidden(_ tables: DisclosedTables) -> Set<Place> {
    Set(
      tables.indicators.filter { $0.missing == .suppressed }
        .map { Place(indicator: $0.indicator, year: $0.year) }
    )
  }

  @Test(arguments: 0..<12)
  func `nothing is told that used a hidden figure`(_ seed: Int) throws {
    let tables = Self.tables(seed)
    let published = tables.disclosed(try Invented.plan(members: 8), facts: tables.facts)
    let hidden = hidden(published)
    #expect(!hidden.isEmpty && !published.comparisons.isEmpty)
    for row in published.comparisons {
      let own = Place(indicator: row.indicator, year: row.year)
      let before = Place(indicator: row.indicator, year: row.year - 1)
      if hidden.contains(own) {
        let used = [
          row.othersNumerator, row.othersDenominator, row.smoothed, row.rank, row.rankLower,
          row.rankUpper, row.rankLevel, row.p, row.q,
        ]
        #expect(used.allSatisfy { $0 == nil } && row.funnel.isEmpty && row.funnelWidened.isEmpty)
        #expect(row.standing == .suppressed)
      }
      if hidden.contains(own) || hidden.contains(before) {
        let used = [row.change, row.changeLower, row.changeUpper, row.changeP, row.changeQ]
        #expect(used.allSatisfy { $0 == nil } && row.movement == .suppressed)
      }
    }
    for row in published.comparisonTests {
      let isHidden = { (year: Int) in
        hidden.contains(Place(indicator: row.indicator, year: year))
      }
      if isHidden(row.year) {
        let used = [
          row.heterogeneityP, row.heterogeneityQ, row.dispersion, row.dispersionThreshold,
        ]
        #expect(used.allSatisfy { $0 == nil } && row.compared == nil)
        #expect(row.difference == .suppressed && row.heterogeneityMethod.isEmpty)
      }
      if isHidden(row.year) || isHidden(row.year - 1) {
        let used = [row.change, row.changeLower, row.changeUpper, row.changeP, row.changeQ]
        #expect(used.allSatisfy { $0 == nil } && row.movement == .suppressed)
      }
      if (2020...row.year).contains(where: isHidden) {
        #expect(row.trendP == nil && row.trendQ == nil && row.trendS == nil && row.years == nil)
        #expect(row.trend == .suppressed)
      }
    }
  }

  /// Two units change places in their hidden counts: whatever is published stays as it was.
  @Test func `hidden counts move nothing that is published`() throws {
    let plan = try Invented.plan(members: 8)
    var swaps = 0
    for seed in 0..<16 {
      let tables = Self.tables(seed)
      let published = tables.disclosed(plan, facts: tables.facts)
      for year in 2020...2023 {
        let own = published.indicators.filter {
          $0.indicator == "helped" && $0.year == year && $0.missing == .suppressed
            && $0.unit != plan.unit
        }
        guard own.count >= 2, let first = Self.index(own[0].unit),
          let second = Self.index(own[1].unit)
        else { continue }
        var swapped = tables
        swapped.counts[year]?.swapAt(first, second)
        let other = swapped.disclosed(plan, facts: swapped.facts)
        // Another pattern of hidden cells is another publication.
        guard other.indicators == published.indicators else { continue }
        #expect(other.comparisons == published.comparisons)
        #expect(other.comparisonTests == published.comparisonTests)
        swaps += 1
      }
    }
    #expect(swaps > 8)
  }

  private static func index(_ unit: String) -> Int? {
    Int(unit.dropFirst()).map { $0 - 1 }
  }

  @Test func `what is not about persons is compared in full`() throws {
    var tables = InventedTables(counts: [
      2022: [(1, 20, 0, 0), (2, 20, 1, 3), (1, 20, 0, 0), (2, 20, 0, 0), (18, 20, 0, 0)],
      2023: [(1, 20, 0, 0), (2, 20, 1, 3), (1, 20, 0, 0), (2, 20, 0, 0), (19, 20, 0, 0)],
    ])
    tables.comparesUnits = true
    let published = tables.disclosed(try Invented.plan(), facts: tables.facts)
    let row = published.comparisons.last { $0.indicator == "checked" && $0.unit == "p5" }
    #expect(row?.standing == .higher || row?.funnelWidened == "inside")
    #expect(row?.q != nil && row?.smoothed != nil)
  }
}
