import Diagnostics
import Plan
import Tables
import Testing

@testable import Reports

@Suite struct DisclosureTests {
  /// A small generator of our own: the same tables on every machine.
  struct Lottery {
    var state: UInt64

    mutating func below(_ bound: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % bound)
    }
  }

  static func tables(seed: UInt64) -> InventedTables {
    var lottery = Lottery(state: seed)
    func draw() -> Int64 {
      switch lottery.below(4) {
      case 0, 1: 0
      case 2: lottery.below(8)
      default: lottery.below(30)
      }
    }
    var counts: [Int: [InventedTables.Counts?]] = [:]
    for year in 2020...2023 {
      counts[year] = (0..<8).map { _ in
        if lottery.below(9) == 0 { return nil }
        let need = draw()
        return (1, 1, need == 0 ? 0 : lottery.below(UInt64(need) + 1), need)
      }
    }
    return InventedTables(counts: counts)
  }

  struct Cell: Hashable {
    var element: String
    var unit: String
    var year: Int
  }

  /// What a reader can compute from all published tables: counts of both elements.
  static func known(_ tables: DisclosedTables) -> [Cell: Double] {
    var known: [Cell: Double] = [:]
    for fact in tables.facts {
      guard let value = fact.addend else { continue }
      known[Cell(element: fact.element, unit: fact.unit, year: fact.year)] = value
    }
    // Changes between years give the value of the other year.
    var values: [Cell: Double] = [:]
    for row in tables.indicators {
      guard let value = row.value else { continue }
      values[Cell(element: row.indicator, unit: row.unit, year: row.year)] = value
    }
    for row in tables.trends {
      func set(_ year: Int, _ value: Double?) {
        guard let value else { return }
        values[Cell(element: row.indicator, unit: row.unit, year: year)] = value
      }
      set(2020, row.base)
      set(2022, row.previous)
      set(2023, row.latest)
      if let change = row.change {
        let latest = values[Cell(element: row.indicator, unit: row.unit, year: 2023)]
        let previous = values[Cell(element: row.indicator, unit: row.unit, year: 2022)]
        set(2022, latest.map { $0 - change })
        set(2023, previous.map { $0 + change })
      }
      if let change = row.changeFromBase {
        let latest = values[Cell(element: row.indicator, unit: row.unit, year: 2023)]
        set(2020, latest.map { $0 - change })
      }
    }
    for row in tables.comparisons {
      if let value = row.value {
        values[Cell(element: row.indicator, unit: row.unit, year: row.year)] = value
      }
      if let overall = row.overall {
        values[Cell(element: row.indicator, unit: "S", year: row.year)] = overall
      }
    }
    for row in tables.indicators where row.indicator == "helped" {
      let helped = Cell(element: "year.helped", unit: row.unit, year: row.year)
      let need = Cell(element: "year.need", unit: row.unit, year: row.year)
      if let numerator = row.numerator { known[helped] = numerator }
      if let denominator = row.denominator { known[need] = denominator }
    }
    for row in tables.targets where row.indicator == "helped" {
      if let numerator = row.numerator {
        known[Cell(element: "year.helped", unit: row.unit, year: row.year)] = numerator
      }
      if let denominator = row.denominator {
        known[Cell(element: "year.need", unit: row.unit, year: row.year)] = denominator
      }
    }
    for (cell, value) in values {
      let helped = Cell(element: "year.helped", unit: cell.unit, year: cell.year)
      let need = Cell(element: "year.need", unit: cell.unit, year: cell.year)
      if cell.element == "need" { known[need] = value }
      // Percentages times denominators give numerators, and the other way round.
      if cell.element == "helped" {
        if let whole = known[need] { known[helped] = (value * whole / 100).rounded() }
        if let part = known[helped], value > 0 { known[need] = (part * 100 / value).rounded() }
      }
    }
    return known
  }

  @Test(arguments: 1...200)
  func `no hidden count can be placed more narrowly than the width`(_ seed: Int) throws {
    let plan = try Invented.plan(members: 8)
    let tables = Self.tables(seed: UInt64(seed))
    let published = tables.disclosed(plan, facts: tables.facts)
    let known = Self.known(published)
    let smallest = Double(plan.disclosure.smallest)
    for year in 2020...2023 {
      for element in ["year.helped", "year.need"] {
        let reported = tables.facts.filter {
          $0.element == element && $0.year == year && $0.value != nil
        }
        var hidden: [Double] = []
        var sum = 0.0
        for fact in reported {
          let value = try #require(fact.addend)
          guard known[Cell(element: element, unit: fact.unit, year: year)] == nil else {
            #expect(value == 0 || value >= smallest, "published \(fact.unit) \(year)")
            sum += value
            continue
          }
          hidden.append(value)
        }
        guard let total = known[Cell(element: element, unit: "S", year: year)] else { continue }
        #expect(total == 0 || total >= smallest)
        // The reader knows of each hidden count whether it is 0, small or not small.
        // Percentages carry binary dust; counts are whole.
        let rest = (total - sum).rounded()
        let small = hidden.filter { $0 > 0 && $0 < smallest }
        let large = hidden.filter { $0 >= smallest }
        guard !small.isEmpty else { continue }
        let most = min(
          smallest - 1,
          rest - Double(small.count - 1) - Double(large.count) * smallest
        )
        let least =
          large.isEmpty ? max(1, rest - Double(small.count - 1) * (smallest - 1)) : 1
        #expect(
          most - least >= Double(plan.disclosure.width),
          "\(element) \(year): hidden \(hidden), total \(total)"
        )
      }
    }
  }

  @Test func `zeros and larger counts stay, small ones go with what gives them away`() throws {
    let plan = try Invented.plan()
    let facts = InventedTables.example.facts
    let suppression = Suppression(plan: plan, facts: facts)
    // 2020: only p4 is small; its row and another one are hidden, the total stays.
    #expect(suppression.hides("year.need", "p4", 2020, FactRow.total))
    #expect(!suppression.hides("year.need", "p1", 2020, FactRow.total))
    #expect(suppression.hidden.filter { $0.element == "year.need" && $0.year == 2020 }.count == 2)
    #expect(!suppression.hides("year.need", "S", 2020, FactRow.total))
    // Nothing small was reported in 2023, and nothing insensitive is ever hidden.
    #expect(suppression.hidden.allSatisfy { $0.year < 2023 && $0.element != "year.checked" })
  }

  @Test func `a hidden ratio hides its interval, changes and comparison`() throws {
    var tables = InventedTables.example
    tables.counts[2023]?[0] = (4, 4, 2, 3)
    tables.counts[2023]?[4] = (2, 2, 3, 5)
    let files = tables.texts(plan: try Invented.plan())
    let sheet = try #require(files["xa/p1.md"])
    #expect(sheet.contains("| B | 1.2 | Mục tiêu B | [c] |"))
    let rows = try #require(files["tables/indicators.csv"]).split(separator: "\n")
    let row = try #require(rows.first { $0.hasPrefix("helped;p1;2023") })
    #expect(row == "helped;p1;2023;;;;;;;;;;;1;1;suppressed;2023/helped/p1/2023")
    let trends = try #require(files["tables/trends.csv"]).split(separator: "\n")
    let trend = try #require(trends.first { $0.hasPrefix("helped;p1;") })
    #expect(trend.contains(";suppressed;;2023/helped/p1/") && trend.contains(";4;;;;;;;"))
  }

  struct RangeCase: Sendable, CustomTestStringConvertible {
    var hidden: [Double]
    var limits: ClosedRange<Double>?
    var isWideEnough: Bool
    var testDescription: String { "\(hidden)" }
  }

  @Test(arguments: [
    RangeCase(hidden: [], limits: nil, isWideEnough: true),
    RangeCase(hidden: [0, 0], limits: nil, isWideEnough: true),
    RangeCase(hidden: [5], limits: 5...5, isWideEnough: false),
    RangeCase(hidden: [5, 0], limits: 5...5, isWideEnough: false),
    RangeCase(hidden: [1, 1], limits: 1...1, isWideEnough: false),
    RangeCase(hidden: [2, 3], limits: 1...4, isWideEnough: true),
    RangeCase(hidden: [7, 7], limits: 7...7, isWideEnough: false),
    RangeCase(hidden: [2, 8], limits: 1...2, isWideEnough: false),
    RangeCase(hidden: [2, 20], limits: 1...7, isWideEnough: true),
  ])
  func `the feasible range is what a knowing reader infers`(_ example: RangeCase) {
    var range = FeasibleRange(smallest: 8, width: 3)
    for value in example.hidden { range.hide(value) }
    #expect(range.limits == example.limits)
    #expect(range.isWideEnough == example.isWideEnough)
  }
}
