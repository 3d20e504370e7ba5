import Diagnostics
import Tables
import Testing

@testable import Plan
@testable import Reports

/// Attacks counts with the word of a target, fewer than in the base year.
@Suite struct StatusAttackTests {
  static func tables(base: [Int64], now: [Int64]) -> InventedTables {
    func rows(_ needs: [Int64]) -> [InventedTables.Counts?] { needs.map { (1, 1, 0, $0) } }
    var tables = InventedTables(counts: [2020: rows(base), 2023: rows(now)])
    tables.comparesWithBase = true
    return tables
  }

  static func status(_ tables: DisclosedTables, _ unit: String) -> TargetRow? {
    tables.targets.first { $0.target == "C" && $0.unit == unit && $0.year == 2023 }
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var base: [Int64]
    var now: [Int64]
    var unit: String
    var status: TargetStatus
    var testDescription: String { "\(base) then \(now): \(unit)" }
  }

  @Test(arguments: [
    // More than 13 in two units with at most 7 each.
    Example(base: [7, 7, 0, 0, 0, 0], now: [0, 0, 0, 13, 0, 0], unit: "S", status: .suppressed),
    // At most 8 in six units with at least 1 each.
    Example(base: [1, 1, 1, 1, 2, 2], now: [8, 0, 0, 0, 0, 0], unit: "S", status: .suppressed),
    // 22 in all, more than 18 of them in one unit.
    Example(base: [2, 20, 0, 0, 0, 0], now: [0, 18, 0, 0, 0, 0], unit: "p2", status: .suppressed),
    Example(base: [1, 1, 1, 1, 0, 0], now: [0, 0, 0, 0, 2, 0], unit: "S", status: .reached),
    Example(base: [3, 0, 0, 0, 0, 0], now: [0, 0, 0, 0, 0, 0], unit: "p1", status: .reached),
    Example(base: [20, 0, 0, 0, 0, 0], now: [18, 0, 0, 0, 0, 0], unit: "p1", status: .reached),
  ])
  func `a word that would bound a hidden count is hidden too`(_ example: Example) throws {
    let tables = Self.tables(base: example.base, now: example.now)
    let published = tables.disclosed(try Invented.plan(members: 6), facts: tables.facts)
    #expect(Self.status(published, example.unit)?.status == example.status)
  }

  /// Sums that a year can have for a reader, with one hidden count taken to be known.
  private static func sums(
    _ values: [Double?],
    _ raw: [Int64],
    _ total: Double?,
    fixing: Int?,
    at: Int
  )
    -> ClosedRange<Int>?
  {
    var range = (lower: 0, upper: 0)
    for (index, value) in values.enumerated() {
      let own =
        if index == fixing {
          (at, at)
        } else if let value {
          (Int(value), Int(value))
        } else if raw[index] == 0 {
          (0, 0)
        } else {
          raw[index] < 8 ? (1, 7) : (8, 1000)
        }
      range.lower += own.0
      range.upper += own.1
    }
    guard let total else { return range.lower...range.upper }
    return range.lower <= Int(total) && Int(total) <= range.upper ? Int(total)...Int(total) : nil
  }

  @Test(.timeLimit(.minutes(1)), arguments: 1...200)
  func `words and totals of both years leave the width`(_ seed: Int) throws {
    var lottery = DisclosureTests.Lottery(state: UInt64(seed))
    func draw() -> [Int64] {
      (0..<8).map { _ in
        switch lottery.below(8) {
        case 0...4: 0
        case 5, 6: lottery.below(8)
        default: lottery.below(12)
        }
      }
    }
    let raw = [draw(), draw()]
    let tables = Self.tables(base: raw[0], now: raw[1])
    let published = tables.disclosed(try Invented.plan(members: 8), facts: tables.facts)
    func value(_ unit: String, _ year: Int) -> Double? {
      published.indicators.first {
        $0.indicator == "need" && $0.unit == unit && $0.year == year
      }?.value
    }
    let known = [2020, 2023].map { year in (1...8).map { value("p\($0)", year) } }
    let totals = [2020, 2023].map { value("S", $0) }
    let status = Self.status(published, "S")?.status
    #expect(Self.status(published, "S")?.targetValue == totals[0])
    for year in 0...1 {
      for unit in 0..<8 where known[year][unit] == nil && (1...7).contains(raw[year][unit]) {
        let possible = (1...7).filter { guess in
          func sums(_ of: Int) -> ClosedRange<Int>? {
            Self.sums(known[of], raw[of], totals[of], fixing: of == year ? unit : nil, at: guess)
          }
          guard let base = sums(0), let now = sums(1) else { return false }
          return switch status {
          case .reached: now.lowerBound < base.upperBound || base == 0...0
          case .notReached: now.upperBound >= base.lowerBound
          default: true
          }
        }
        let least = try #require(possible.min())
        let most = try #require(possible.max())
        #expect(most - least >= 3, "\(raw) \(String(describing: status))")
      }
    }
  }
}
