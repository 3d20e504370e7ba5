import Diagnostics
import GardenPlan
import Join
import Plan
import Tables
import Testing

@Suite struct OverlapTests {
  /// A tree that was listed by one village and then by another, and visited at both places.
  private func moved() -> Garden {
    var garden = Garden()
    for year in 2020...2022 { garden.sendAll(year) }
    garden.tree("T1", "V1", 2021)
    garden.tree("T2", "V1", 2021)
    garden.tree("T1", "V2", 2022)
    garden.visit("A", "T1", 2021)
    garden.visit("B", "T2", 2021)
    garden.visit("C", "T1", 2022)
    return garden
  }

  @Test func `a thing that moved is one that both units count`() throws {
    let tables = try moved().tables(2022)
    #expect(tables.value("visits.visited_plan", "V1", 2022) == 2)
    #expect(tables.value("visits.visited_plan", "V2", 2022) == 1)
    #expect(
      tables.overlaps == [
        OverlapRow(element: "visits.visited_plan", year: 2022, units: ["V1", "V2"], keys: 1)
      ]
    )
  }

  @Test func `a thing that stays is in no overlap`() throws {
    var garden = Garden()
    for year in 2020...2022 {
      garden.sendAll(year)
      garden.tree("T1", "V1", year)
      garden.visit("A\(year)", "T1", year)
    }
    #expect(try garden.tables(2022).overlaps.isEmpty)
  }

  @Test func `things of three units are counted by the set of units`() throws {
    var garden = Garden()
    for year in 2020...2023 { garden.sendAll(year) }
    for (year, unit) in [(2021, "V1"), (2022, "V2"), (2023, "V3")] {
      for tree in ["T1", "T2"] {
        garden.tree(tree, tree == "T2" && unit == "V3" ? "V2" : unit, year)
        garden.visit("\(tree) \(year)", tree, year)
      }
    }
    let overlaps = try garden.tables(2023).overlaps.filter { $0.year == 2023 }
    #expect(overlaps.map(\.units) == [["V1", "V2"], ["V1", "V2", "V3"]])
    #expect(overlaps.map(\.keys) == [1, 1])
    let counted = KeyOverlaps(overlaps)
    let all = ["V1": 1.0, "V2": 1.0, "V3": 1.0]
    // 2 + 2 + 1 counted, of two trees.
    #expect(counted.excess("visits.visited_plan", year: 2023, among: all) == 3)
    #expect(counted.excess("visits.visited_plan", year: 2023, among: ["V1": 1, "V3": 1]) == 1)
    #expect(counted.excess("visits.visited_plan", year: 2022, among: all) == 0)
    #expect(counted.keys("visits.visited_plan", year: 2023, among: ["V2", "V3"]) == 1)
  }

  @Test func `a rule over the whole plan counts a moved thing once`() throws {
    func conflicts(_ limit: Int) throws -> [String] {
      let rule = """
        { id: "few-visited", expression: "visits.visited_plan <= \(limit)", at: "plan",
          severity: "error", sender: "office", message: "nhiều {visited_plan}" },
        """
      let plan = try GardenPlan.load(
        replacing: "[\n  { id: \"watered-in-gardens\"",
        with: "[\n\(rule)\n  { id: \"watered-in-gardens\"",
        in: "rules.json5"
      ).plan
      return try moved().tables(2022, plan: plan).conflicts.filter { $0.year == 2022 }
        .map(\.messageVi)
    }
    #expect(try conflicts(2) == [])
    #expect(try conflicts(1) == ["nhiều 2"])
  }

  @Test func `what two units share passes through the files of the workspace`() throws {
    let tables = try moved().tables(2022)
    let file = try #require(tables.stageFiles().first { $0.name == "overlaps.csv" })
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        == "element,year,units,keys\nvisits.visited_plan,2022,V1 V2,1\n"
    )
  }
}
