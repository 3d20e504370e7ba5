import Diagnostics
import Tables
import Testing

@testable import Plan
@testable import Reports

/// Attacks tables with categories and an equation between elements.
@Suite struct SuppressionTests {
  static let categories = ["a", "b", "c"]

  /// `year.need` = `year.helped` + `year.checked`, all sensitive, the last by category.
  static func plan() throws -> Plan {
    var plan = try Invented.plan(members: 8)
    for index in plan.elements.indices { plan.elements[index].isSensitive = true }
    plan.rules = [
      ValidationRule(
        id: "sum",
        scope: .row(form: "year"),
        test: .condition(try Invented.expression("need = helped + checked")),
        severity: .error,
        missing: .skipIfAny,
        sender: "",
        message: Invented.text(""),
        isSensitive: true
      )
    ]
    return plan
  }

  static func facts(seed: UInt64) -> [FactRow] {
    var lottery = DisclosureTests.Lottery(state: seed)
    func fact(_ element: String, _ unit: Int, _ category: String, _ value: Int64) -> FactRow {
      FactRow(
        element: element,
        unit: "p\(unit + 1)",
        year: 2023,
        category: category,
        value: FixedDecimal(value),
        text: "",
        isPartial: false,
        sources: []
      )
    }
    return (0..<8).flatMap { unit in
      let parts = categories.map { _ in
        lottery.below(2) == 0 ? 0 : lottery.below(lottery.below(2) == 0 ? 5 : 20)
      }
      let checked = parts.reduce(0, +)
      let helped = lottery.below(2) == 0 ? 0 : lottery.below(20)
      return zip(categories, parts).map { fact("year.checked", unit, $0, $1) } + [
        fact("year.checked", unit, FactRow.total, checked),
        fact("year.helped", unit, FactRow.total, helped),
        fact("year.need", unit, FactRow.total, helped + checked),
      ]
    }
  }

  private struct Attack {
    var ranges: [DisclosureCell: ClosedRange<Double>] = [:]
    /// A whole and its parts.
    var sums: [(whole: DisclosureCell, parts: [DisclosureCell])] = []

    mutating func narrow() {
      for _ in 0..<60 {
        for sum in sums {
          let parts = sum.parts.compactMap { ranges[$0] }
          let low = parts.map(\.lowerBound).reduce(0, +)
          let high = parts.map(\.upperBound).reduce(0, +)
          clamp(sum.whole, low, high)
          guard let whole = ranges[sum.whole] else { continue }
          for part in sum.parts {
            guard let own = ranges[part] else { continue }
            clamp(
              part,
              whole.lowerBound - (high - own.upperBound),
              whole.upperBound - (low - own.lowerBound)
            )
          }
        }
      }
    }

    private mutating func clamp(_ cell: DisclosureCell, _ low: Double, _ high: Double) {
      guard let own = ranges[cell] else { return }
      let lower = max(own.lowerBound, low)
      ranges[cell] = lower...max(lower, min(own.upperBound, high))
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: 1...100)
  func `categories and equations do not narrow a hidden count`(_ seed: Int) throws {
    let plan = try Self.plan()
    let facts = Self.facts(seed: UInt64(seed))
    let suppression = Suppression(plan: plan, facts: facts)
    var attack = Attack()
    var values: [DisclosureCell: Double] = [:]
    func cell(_ element: String, _ unit: String, _ category: String) -> DisclosureCell {
      DisclosureCell(element: element, unit: unit, year: 2023, category: category)
    }
    for fact in facts {
      let value = try #require(fact.addend)
      values[cell(fact.element, fact.unit, fact.category)] = value
      values[cell(fact.element, "S", fact.category), default: 0] += value
    }
    for (cell, value) in values {
      if suppression.hidden.contains(cell) {
        attack.ranges[cell] =
          value == 0
          ? 0...0 : cell.unit == "S" ? 1...1000 : value < 8 ? 1...7 : 8...1000
      } else {
        #expect(value == 0 || value >= 8, "published \(cell)")
        attack.ranges[cell] = value...value
      }
    }
    let columns =
      Self.categories.map { ("year.checked", $0) }
      + ["year.checked", "year.helped", "year.need"].map { ($0, FactRow.total) }
    let units = (1...8).map { "p\($0)" }
    for (element, category) in columns {
      attack.sums.append(
        (cell(element, "S", category), units.map { cell(element, $0, category) })
      )
    }
    for unit in units + ["S"] {
      attack.sums.append(
        (
          cell("year.checked", unit, FactRow.total),
          Self.categories.map { cell("year.checked", unit, $0) }
        )
      )
      attack.sums.append(
        (
          cell("year.need", unit, FactRow.total),
          ["year.helped", "year.checked"].map { cell($0, unit, FactRow.total) }
        )
      )
    }
    attack.narrow()
    for (cell, value) in values where value > 0 && value < 8 {
      let range = try #require(attack.ranges[cell])
      #expect(range.upperBound - range.lowerBound >= 3, "\(cell) \(value) in \(range)")
    }
  }
}
