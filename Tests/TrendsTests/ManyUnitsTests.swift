import Methods
import Plan
import SeededNumbers
import Tables
import Testing

/// Thousands of units, of which each must have what it has alone, whatever the threads.
@Suite(.timeLimit(.minutes(2)))
struct ManyUnitsTests {
  /// Villages with proportions of small counts, and with counts.
  private static func villages(
    _ count: Int,
    _ years: ClosedRange<Int>,
    trials: ClosedRange<Int>
  ) throws -> Comparing {
    var villages = try Comparing(villages: count)
    var random = SeededNumbers(seed: 5)
    for year in years {
      villages.add(
        (0..<count).map { _ in
          let trials = Int.random(in: trials, using: &random)
          return (Double(Int.random(in: 0...trials, using: &random)), Double(trials))
        },
        year: year
      )
      villages.addCounts(
        (0..<count).map { _ in Double.random(in: 0...9, using: &random) },
        year: year
      )
    }
    return villages
  }

  @Test func `tables are the same with any number of threads`() throws {
    // With two indicators more than one thread takes at a time.
    let villages = try Self.villages(1_100, 2023...2025, trials: 20...29)
    let tables = try villages.tables()
    let other = try villages.tables(jobs: 3)
    #expect(other.comparisons == tables.comparisons)
    #expect(other.tests == tables.tests)
    #expect(other.trends == tables.trends)
    #expect(tables.comparisons.count == 2 * 3 * 1_100)
    let keys = tables.comparisons.map { ($0.indicator, $0.unit, $0.year) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `rows are the same however they are looked at`() throws {
    let tables = try Self.villages(700, 2023...2025, trials: 20...29).tables()
    let all = Array(tables.comparisons)
    #expect(all.count == 2 * 3 * 700 && all == Array(ComparisonRows(all)))
    for place in [0, 1, 2, 3, 2_099, 2_100, 4_199] {
      #expect(tables.comparisons[place] == all[place])
    }
    for places in [0..<0, 0..<1, 2..<7, 2_095..<2_105, 4_199..<4_200] {
      tables.comparisons.withRows(places) { some in
        #expect(some.indices.map { some[$0] } == Array(all[places]))
      }
    }
    for indicator in Set(all.map(\.indicator)) {
      for year in 2022...2026 {
        let own = all.filter { $0.indicator == indicator && $0.year == year }
        #expect(tables.comparisons.rows(of: indicator, in: year) == own)
      }
    }
    #expect(tables.comparisons.rows(of: "none", in: 2024).isEmpty)
  }

  @Test func `a unit among many has the probabilities that it has alone`() throws {
    let rows = try Self.villages(60, 2020...2025, trials: 0...9).tables().comparisons
    let byUnit = Dictionary(grouping: rows) { "\($0.indicator) \($0.unit)" }
    for own in byUnit.values {
      for (place, row) in own.enumerated() {
        let points = own[...place].compactMap { row in
          row.value.map { TimedValue(year: row.year, value: $0) }
        }
        #expect(row.trendP == (try? MannKendall.test(points).get().probability))
        #expect(row.p == Self.p(row.counts, row.others))
        let before = place > 0 ? own[place - 1].counts : nil
        #expect(row.changeP == Self.p(row.counts, before))
      }
    }
    #expect(rows.contains { $0.changeP != nil } && rows.contains { $0.p != nil })
  }

  /// A year that only the plan's own unit has is none in which units are compared.
  @Test func `a year without units takes no part in what is adjusted`() throws {
    let villages = try Self.villages(30, 2021...2025, trials: 5...9)
    let expected = try villages.tables()
    var more = villages
    more.add((1, 900), unit: villages.plan.unit, year: 2019)
    more.add((800, 900), unit: villages.plan.unit, year: 2020)
    let tables = try more.tables()
    #expect(tables.tests == expected.tests)
    #expect(tables.comparisons.map(\.changeQ) == expected.comparisons.map(\.changeQ))
    #expect(expected.comparisons.contains { $0.changeQ != nil })
  }

  private static func p(_ first: (Int, Int)?, _ second: (Int, Int)?) -> Double? {
    guard let first, let second else { return nil }
    let test = try? TwoProportionsTest.test(first, against: second).get()
    return test?.probability.twoSided.value
  }
}

extension ComparisonRow {
  fileprivate var counts: (Int, Int)? {
    guard leftOut == nil, let numerator, let denominator else { return nil }
    return (Int(numerator), Int(denominator))
  }

  fileprivate var others: (Int, Int)? {
    guard let othersNumerator, let othersDenominator else { return nil }
    return (Int(othersNumerator), Int(othersDenominator))
  }
}
