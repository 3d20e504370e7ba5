import Diagnostics
import GardenPlan
import Indicators
import Plan
import Tables
import Testing

/// Things that several members list are counted once, also above their unit.
@Suite struct RolledUpOverlapTests {
  private func village(_ counts: [String: Int64]) -> Village {
    var village = Village()
    for (unit, count) in counts.sorted(by: { $0.key < $1.key }) {
      village.set("visits.visited", unit, 2021, count)
      guard unit != FactRow.unplaced else { continue }
      village.set("trees.standing", unit, 2021, 20)
    }
    return village
  }

  private func overlap(_ units: [String], _ keys: Int) -> OverlapRow {
    OverlapRow(element: "visits.visited", year: 2021, units: units, keys: keys)
  }

  @Test func `two regions have nothing in common, not even what is nowhere`() throws {
    var plan = try GardenPlan.load(
      replacing: "value: \"visits.visits\"",
      with: "value: \"visits.visited\"",
      in: "indicators.json5"
    ).plan
    plan.orgUnits = OrgUnits(
      plan.orgUnits.all.map { unit in
        var unit = unit
        if unit.code == "R" { unit.parent = "N" }
        return unit
      } + [
        OrgUnit(code: "N", name: "N", kind: "country", level: "country", parent: ""),
        OrgUnit(code: "S", name: "S", kind: "region", level: "region", parent: "N"),
        OrgUnit(code: "W1", name: "W1", kind: "village", level: "village", parent: "S"),
        OrgUnit(code: "W2", name: "W2", kind: "village", level: "village", parent: "S"),
      ]
    )
    let nowhere = FactRow.unplaced
    let joined = [
      "R": JoinTables(
        facts: village(["V1": 5, "V2": 4, "V3": 0, nowhere: 3]).facts,
        reporting: [],
        conflicts: [],
        overlaps: [overlap(["V1", "V2"], 2), overlap(["V1", nowhere], 1)],
        findings: []
      ),
      "S": JoinTables(
        facts: village(["W1": 6, "W2": 6, nowhere: 2]).facts,
        reporting: [],
        conflicts: [],
        overlaps: [overlap(["W1", "W2"], 6)],
        findings: []
      ),
    ]
    let day = try #require(CalendarDate(year: 2021, month: 12, day: 15))
    let text = LocalisedText(vietnamese: "")
    let settings = RunSettings(
      plan: plan.id,
      year: 2021,
      asOf: day,
      datasetTitle: text,
      isSynthetic: true,
      notice: text
    )
    let parts = try ["R", "S"].map { code in
      let own = try #require(plan.evaluated(for: code, in: 2021))
      let join = try #require(joined[code])
      return PlanUnitTables(
        plan: own,
        facts: CodedFacts(join.facts),
        overlaps: join.overlaps,
        tables: indicators(own, settings, join)
      )
    }
    let country = try #require(plan.evaluated(for: "N", in: 2021))
    let rows = rolledUpIndicators(country, settings, parts).indicators
    func numerator(_ indicator: String, _ unit: String) -> Double? {
      rows.first { $0.indicator == indicator && $0.unit == unit && $0.year == 2021 }?.numerator
    }
    // 5 + 4 less 2 in common; with 3 that are nowhere, of which V1 counts one.
    #expect(numerator("visited", "R") == 7 && numerator("visits", "R") == 9)
    // The two villages visited the same six trees.
    #expect(numerator("visited", "S") == 6 && numerator("visits", "S") == 8)
    #expect(numerator("visited", "N") == 13 && numerator("visits", "N") == 17)
  }
}
