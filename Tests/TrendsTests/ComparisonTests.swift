import Diagnostics
import Plan
import Tables
import Testing
import Trends

/// Units beside each other.
@Suite(.timeLimit(.minutes(5)))
struct ComparisonTests {
  private func compare(
    _ counts: [(Double, Double)]
  ) throws -> (rows: [ComparisonRow], test: ComparisonTestRow) {
    var villages = try Comparing(villages: counts.count)
    villages.add(counts)
    let tables = try villages.tables()
    let test = try #require(tables.tests.first { $0.indicator == "watered" && $0.group.isEmpty })
    return (tables.comparisons.filter { $0.indicator == "watered" }, test)
  }

  @Test func `a unit is set against all others together`() throws {
    // scipy 1.17.1, fisher_exact([[9, 1], [9, 81]]), two-sided.
    let expected = 2.3284378653903764e-07
    let (rows, test) = try compare([(9, 10)] + Array(repeating: (1, 10), count: 9))
    let first = try #require(rows.first)
    #expect(first.othersNumerator == 9 && first.othersDenominator == 90)
    let p = try #require(first.p)
    #expect(abs(p - expected) <= 1e-12 * expected)
    // One indicator, ten units: the q of the least p is ten times as large.
    #expect(first.q.map { abs($0 - 10 * expected) <= 1e-15 } == true)
    #expect(first.standing == .higher)
    #expect(rows.dropFirst().allSatisfy { $0.standing == .notDistinguishable })
    #expect(test.difference == .shown && test.heterogeneityMethod == "exact")
    #expect(first.rank == 10 && first.rankLower == 10 && first.rankUpper == 10)
  }

  @Test func `figures that no method bears are listed and not compared`() throws {
    let huge = 9_000_000_000_000_000_000.0
    let hostile: [(Double, Double)] = [
      (huge, huge), (huge, huge), (1e300, 1e300), (.infinity, .infinity), (.nan, 1), (-5, 10),
      (5, 0), (7, 5), (0.5, 2), (1, 2), (0, 3),
    ]
    let (rows, test) = try compare(hostile)
    #expect(rows.count == hostile.count && test.units == hostile.count && test.compared == 2)
    #expect(Set(rows.filter { $0.p != nil }.map(\.denominator)) == [2, 3])
    #expect(rows.count { $0.leftOut == .noValue } == 1)
    #expect(rows.count { $0.leftOut == .unsuitable } == 8)
  }

  @Test func `a unit of which reports are missing takes no part`() throws {
    var villages = try Comparing(villages: 3)
    villages.add([(9, 10), (1, 10)])
    villages.add((1, 10), unit: "V3", year: 2025, reported: 0)
    let rows = try villages.tables().comparisons
    #expect(rows.last?.leftOut == .notWhole && rows.last?.standing == .notCompared)
    #expect(rows.first?.othersDenominator == 10)
  }

  @Test func `where units vary more than chance only what is beyond widened limits is told`() throws
  {
    // Shares from 10 to 90 %: nearly every pair differs, and no unit stands apart from such others.
    let spread = (1...9).map { (Double($0) * 10, 100.0) }
    let (rows, test) = try compare(spread)
    #expect(test.difference == .shown && test.isOverdispersed)
    #expect(rows.count { ($0.q ?? 1) <= 0.05 } >= 6)
    #expect(rows.count { $0.funnel != "inside" } >= 6)
    #expect(rows.allSatisfy { $0.standing == .notDistinguishable && $0.funnelWidened == "inside" })
  }

  @Test func `units are not told apart where the indicator is one of many alike`() throws {
    // One unit of 18 has p = 0.02 by itself; together they differ no more than chance makes them.
    let counts = Array(repeating: (5.0, 20.0), count: 17) + [(10.0, 20.0)]
    let (rows, test) = try compare(counts)
    #expect(test.difference == .notShown)
    #expect((rows.compactMap(\.p).min() ?? 1) < 0.05)
    #expect(rows.allSatisfy { $0.standing == .notDistinguishable })
  }

  @Test func `like units are compared among themselves where all differ`() throws {
    var villages = try Comparing(villages: 1)
    villages.plan.orgUnits = OrgUnits(
      villages.plan.orgUnits.all.filter { $0.code != "V1" }
        + ["V1", "V2", "V3"].map { Comparing.village($0, kind: "hill") }
        + ["V4", "V5"].map { Comparing.village($0, kind: "shore") }
    )
    villages.plan.groups = [
      UnitGroup(id: "hills", title: LocalisedText(vietnamese: "đồi"), kinds: ["hill"]),
      UnitGroup(id: "shores", title: LocalisedText(vietnamese: "bờ"), kinds: ["shore"]),
    ]
    villages.add([(2, 20), (3, 20), (2, 20), (18, 20), (1, 20)])
    let tables = try villages.tables()
    let tests = tables.tests.filter { $0.indicator == "watered" }
    #expect(tests.map(\.group) == ["", "hills", "shores"])
    #expect(tests.map(\.difference) == [.shown, .notShown, .shown])
    #expect(tests.map(\.units) == [5, 3, 2])
    #expect(tables.comparisons.first?.group == "hills")
  }
}
