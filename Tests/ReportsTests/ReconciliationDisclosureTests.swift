import Diagnostics
import Plan
import Tables
import Testing

@testable import Reports

/// Attacks the sources that stand side by side.
@Suite struct ReconciliationDisclosureTests {
  private static let names = ["year.need", "cases.need"]

  /// The office counts what the parishes count, now and then one or two more or fewer.
  private static func tables(seed: UInt64) -> InventedTables {
    var tables = DisclosureTests.tables(seed: seed)
    var lottery = DisclosureTests.Lottery(state: seed &* 31)
    tables.otherFacts = tables.facts.filter { $0.element == "year.need" }.map { own in
      let change = max(lottery.below(6) - 3, -2)
      let value = own.value?.integer.map { max(0, $0 + change) }
      return SharedPlan.fact("cases.need", own.unit, value, year: own.year)
    }
    return tables
  }

  @Test(arguments: 1...100)
  func `rows tell no figure and no difference that the facts do not`(_ seed: Int) throws {
    var plan = try SharedPlan.plan()
    plan.orgUnits = Invented.orgUnits(8)
    let tables = Self.tables(seed: UInt64(seed))
    let published = tables.disclosed(plan, facts: tables.facts + tables.otherFacts)
    var facts: [DisclosureTests.Cell: Double] = [:]
    for fact in published.facts {
      let cell = DisclosureTests.Cell(element: fact.element, unit: fact.unit, year: fact.year)
      if let value = fact.addend { facts[cell] = value }
    }
    var seen = 0
    for row in published.reconciliation where row.measure == "persons" {
      let cells = Self.names.map {
        DisclosureTests.Cell(element: $0, unit: row.unit, year: row.year)
      }
      let known = cells.compactMap { facts[$0] }
      seen += 1
      guard known.count < cells.count else { continue }
      // Published together or not at all, but for a source that says 0 of every unit.
      #expect(known.allSatisfy { $0 == 0 })
      #expect((row.value?.double ?? 0) == 0)
      #expect(row.difference == nil && row.relativeDifference == nil)
      #expect(row.outcome == .used || row.outcome == .notCompared)
    }
    #expect(seen > 0)
  }

  /// Two sources of one thing: the total less what is published places a hidden count no more
  /// narrowly for either source, also for a reader who takes them to be equal.
  @Test(arguments: 1...100)
  func `no count is placed by the totals of the other source`(_ seed: Int) throws {
    var plan = try SharedPlan.plan()
    plan.orgUnits = Invented.orgUnits(8)
    let tables = Self.tables(seed: UInt64(seed))
    let facts = tables.facts + tables.otherFacts
    let suppression = Suppression(plan: plan, facts: facts)
    for year in 2020...2023 {
      let totals = Self.names.map { suppression.hides($0, "S", year, FactRow.total) }
      #expect(totals[0] == totals[1], "\(year)")
      guard !totals[0] else { continue }
      for name in Self.names {
        var range = FeasibleRange(
          smallest: plan.disclosure.smallest,
          width: plan.disclosure.width
        )
        for fact in facts
        where fact.element == name && fact.year == year
          && suppression.hides(name, fact.unit, year, FactRow.total)
        {
          range.hide(fact.addend ?? 0)
        }
        #expect(range.isWideEnough, "\(name) \(year)")
      }
    }
  }

  @Test func `no file differs where two units change places in hidden counts of both sources`()
    throws
  {
    let (first, second): ([Int64], [Int64]) = ([5, 4, 3, 2], [3, 2, 2, 4])
    var plan = try SharedPlan.plan(template: Invented.template + "\n{{reconciliation}}\n")
    plan.targets.append(Invented.target("C", "1.2", "need", .fewer))
    func texts(_ first: [Int64], _ second: [Int64]) -> [String: String] {
      var tables = PublicationTests.tables(first, second)
      tables.otherFacts = SharedPlan.office(tables, "need", plus: [0, 0, 1, 1, 0])
      return tables.texts(plan: plan)
    }
    let (files, swapped) = (texts(first, second), texts(second, first))
    let lists = ["tra-lai/p3.md", "tra-lai/p4.md", "tra-lai/office.md"]
    for (path, text) in files where !lists.contains(path) {
      #expect(text == swapped[path], "\(path)")
    }
    #expect(try #require(files["tables/reconciliation.csv"]).contains("\npersons;p3;2023;"))
    // A list shows its own sender's figures, and of no other's the number.
    for path in lists {
      let text = try #require(files[path])
      let rows = text.split(separator: "\n").filter { $0.contains("Việc persons") }
      #expect(!rows.isEmpty, "\(path)")
      for row in rows {
        #expect(row.contains("không nêu con số") && row.components(separatedBy: "): ").count == 3)
      }
    }
    let own = try #require(files["tra-lai/p3.md"])
    #expect(own.contains("Các xã (01): 2 | Văn phòng (02): không nêu con số"))
  }
}

extension Substring {
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
