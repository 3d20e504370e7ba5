import Diagnostics
import GardenPlan
import Join
import SeededNumbers
import Tables
import Testing

@testable import Plan

@Suite struct JoinTests {
  /// What was masked may have been one thing or several.
  @Test func `masked texts are no one thing`() throws {
    var garden = Garden()
    garden.sendAll(2021)
    for tree in ["T1", "T2", "T***"] { garden.tree(tree, "V1", 2021) }
    for (visit, tree) in [("A", "T1"), ("B", "T***"), ("C", "T***")] {
      garden.visit(visit, tree, 2021)
    }
    let facts = try garden.tables(2021).facts
    let visited = facts.first {
      $0.element == "visits.visited" && $0.unit == "V1" && $0.year == 2021
    }
    #expect(visited?.value == FixedDecimal(1))
    #expect(visited?.isPartial == true)
  }

  /// Elements and years are counted side by side.
  @Test(arguments: [2, 8]) func `tables are the same with any number of threads`(_ jobs: Int) throws
  {
    var numbers = SeededNumbers(seed: 4)
    var garden = Garden()
    for year in 2020...2022 {
      garden.sendAll(year, except: year == 2021 ? ["trees V2"] : [])
      for number in 0..<200 {
        let unit = numbers.pick(["V1", "V2", "V3", "V9"], or: "")
        let height = numbers.chance(10) ? nil : FixedDecimal(Int64(numbers.next() % 9))
        garden.tree(
          "T\(number)",
          unit,
          year,
          kind: numbers.chance(5) ? nil : "shade",
          height: height
        )
        garden.visit("A\(number)", "T\(numbers.next() % 250)", year, height: height)
      }
    }
    let expected = try garden.tables(2022)
    #expect(try garden.tables(2022, jobs: jobs) == expected)
    #expect(expected.facts.contains { $0.isPartial } && !expected.findings.isEmpty)
  }

  @Test func aReportedRegisterCountsAbsentRowsAsNone() throws {
    var garden = Garden()
    garden.sendAll(2021)
    garden.tree("T1", "V1", 2021)
    garden.tree("T2", "V1", 2021)
    let tables = try garden.tables(2021)
    #expect(tables.value("trees.standing", "V1", 2021) == 2)
    #expect(tables.value("trees.standing", "V2", 2021) == 0)
    #expect(tables.value("visits.visits", "V3", 2021) == 0)
  }

  @Test func aRegisterThatDidNotComeIsNotReported() throws {
    var garden = Garden()
    garden.sendAll(2021, except: ["trees V2", "visits office"])
    let tables = try garden.tables(2021)
    #expect(tables.fact("trees.standing", "V2", 2021)?.missing == .notReported)
    #expect(tables.fact("visits.visits", "V1", 2021)?.missing == .notReported)
    #expect(tables.value("trees.standing", "V1", 2021) == 0)
    let missing = tables.reporting.filter { $0.status == .missing && $0.year == 2021 }
    #expect(missing.map { "\($0.form) \($0.sender)" } == ["trees V2", "visits office"])
  }

  @Test func `a register of which every row is set aside is not one without cases`() throws {
    var garden = Garden()
    garden.sendAll(2021)
    garden.setAside(2, ofTwoRowsFrom: "V2", "trees", 2021)
    garden.setAside(1, ofTwoRowsFrom: "V3", "trees", 2021)
    // A form that states its figures lacks them anyway, and came when it came.
    garden.setAside(2, ofTwoRowsFrom: "V2", "village", 2021)
    let tables = try garden.tables(2021)
    #expect(tables.fact("trees.standing", "V2", 2021)?.missing == .notReported)
    #expect(tables.value("trees.standing", "V1", 2021) == 0)
    #expect(tables.value("trees.standing", "V3", 2021) == 0)
    let unusable = tables.reporting.filter { $0.status == .setAside && $0.year == 2021 }
    #expect(unusable.map { "\($0.form) \($0.sender)" } == ["trees V2"])
    #expect(unusable.allSatisfy { $0.received == nil && $0.unitsReported == 0 })
  }

  @Test func figuresOfOneUnitKeepTheirOwnLines() throws {
    var garden = Garden()
    garden.sendAll(2021)
    // Two figures that came one by one, and behind them the whole row that they correct.
    garden.lessons("V1", 2021, 4)
    garden.village("V1", 2021, gardens: 3, watered: nil)
    garden.village("V1", 2021, gardens: 9, watered: 5)
    let tables = try garden.tables(2021)
    for (field, value, line) in [("lessons", 4, 1), ("gardens", 3, 2), ("watered", 5, 3)] {
      let fact = tables.fact("village.\(field)", "V1", 2021)
      #expect(fact?.value == FixedDecimal(Int64(value)))
      #expect(fact?.sources.first?.line == line)
    }
  }

  @Test func rowsFollowTheirReferenceToAUnit() throws {
    var garden = Garden()
    garden.sendAll(2021)
    garden.tree("T1", "V3", 2021)
    garden.visit("A", "T1", 2021)
    garden.visit("B", "T1", 2021)
    garden.visit("C", "T9", 2021)
    let tables = try garden.tables(2021)
    #expect(tables.value("visits.visits", "V3", 2021) == 2)
    #expect(tables.value("visits.visited", "V3", 2021) == 1)
    #expect(tables.fact("visits.visits", "V3", 2021)?.sources == FactSources("2:1 2:2"))
    #expect(tables.value("visits.visits", FactRow.unplaced, 2021) == 1)
    let finding = try #require(tables.findings.first { $0.code == "row-without-unit" })
    #expect(finding.location == Location(file: "visits.csv", line: 3))
    #expect(finding.sender == "office")
  }

  @Test func rowsOfAnUnknownUnitMayBeOfOneThatDidNotReport() throws {
    var garden = Garden()
    garden.sendAll(2021, except: ["trees V2"])
    garden.tree("T1", "V1", 2021)
    garden.visit("A", "T1", 2021)
    garden.visit("B", "T9", 2021)
    let tables = try garden.tables(2021)
    #expect(tables.fact("visits.visits", "V1", 2021)?.isPartial == false)
    #expect(tables.fact("visits.visits", "V2", 2021)?.isPartial == true)
    #expect(tables.fact("visits.visits", "V3", 2021)?.isPartial == false)
  }

  @Test func theReferenceIsFoundInTheNearestYear() throws {
    var garden = Garden()
    for year in 2020...2021 { garden.sendAll(year, except: year == 2021 ? ["trees V1"] : []) }
    garden.tree("T1", "V1", 2020)
    garden.visit("A", "T1", 2021)
    let tables = try garden.tables(2021)
    #expect(tables.value("visits.visits", "V1", 2021) == 1)
    #expect(tables.fact("trees.standing", "V1", 2021)?.missing == .notReported)
  }

  @Test func theWindowOfThePlanGathersYears() throws {
    var garden = Garden()
    for year in 2020...2023 { garden.sendAll(year, except: year == 2022 ? ["visits office"] : []) }
    for year in 2020...2023 { garden.tree("T1", "V1", year) }
    garden.tree("T2", "V1", 2023)
    garden.visit("A", "T1", 2020)
    garden.visit("B", "T1", 2021)
    garden.visit("C", "T2", 2023)
    let tables = try garden.tables(2023)
    #expect(tables.value("visits.visited_plan", "V1", 2021) == 1)
    #expect(tables.fact("visits.visited_plan", "V1", 2021)?.isPartial == false)
    #expect(tables.value("visits.visited_plan", "V1", 2023) == 2)
    // A year of the window did not come: more may have been visited.
    #expect(tables.fact("visits.visited_plan", "V1", 2023)?.isPartial == true)
  }

  @Test func categoriesStandBesideTheirTotal() throws {
    var garden = Garden()
    garden.sendAll(2021)
    garden.tree("T1", "V1", 2021, kind: "fruit")
    garden.tree("T2", "V1", 2021, kind: nil)
    let facts = try garden.tables(2021).facts.filter {
      $0.element == "trees.standing" && $0.unit == "V1" && $0.year == 2021
    }
    #expect(facts.map(\.category) == ["_T", "fruit", "shade"])
    #expect(facts.map { $0.value?.description } == ["2", "1", "0"])
  }

  @Test func anUnreadableNumberMakesTheSumALowerBound() throws {
    var garden = Garden()
    garden.sendAll(2021)
    garden.tree("T1", "V1", 2021, height: FixedDecimal("2.5"))
    garden.tree("T2", "V1", 2021, height: nil)
    let fact = try #require(try garden.tables(2021).fact("trees.height", "V1", 2021))
    #expect(fact.value == FixedDecimal("2.5"))
    #expect(fact.isPartial)
  }

  @Test func rowsThatHaveToAgreeAndDoNotAreAConflict() throws {
    var garden = Garden()
    garden.sendAll(2021)
    garden.tree("T1", "V1", 2021)
    garden.tree("T2", "V2", 2021)
    garden.visit("A", "T1", 2021, height: FixedDecimal(3))
    garden.visit("B", "T1", 2021, height: FixedDecimal(4))
    garden.visit("C", "T2", 2021, height: FixedDecimal(5))
    let tables = try garden.tables(2021)
    #expect(tables.fact("visits.measured", "V1", 2021)?.missing == .conflict)
    #expect(tables.value("visits.measured", "V2", 2021) == 5)
    let conflict = try #require(tables.conflicts.first { $0.rule == "sources-disagree" })
    #expect(conflict.unit == "V1")
    #expect(conflict.values == "visits.measured=3 visits.measured=4")
  }

  @Test func aBrokenRuleAsksItsSender() throws {
    var garden = Garden()
    garden.sendAll(2021)
    garden.village("V1", 2021, gardens: 3, watered: 5)
    garden.village("V2", 2021, gardens: nil, watered: 5)
    let tables = try garden.tables(2021)
    let conflicts = tables.conflicts.filter { $0.rule == "watered-in-gardens" }
    #expect(conflicts.map(\.unit) == ["V1"])
    #expect(conflicts.first?.sender == "V1")
    #expect(conflicts.first?.messageVi == "Tưới 5 nhiều hơn vườn 3")
    let finding = try #require(tables.findings.first { $0.code == "watered-in-gardens" })
    #expect(finding.location == Location(file: "village.csv", line: 1))
  }

  @Test func brokenRulesNameCategoriesByTheirLabels() throws {
    let categories = #""categories": [{ "value": "a", "label": "Vườn đẹp", "spellings": ["đẹp"] }]"#
    let clean = #"{ "name": "clean", "#
    let ranks = ["rank", "official"].map {
      #"{ "name": "\#($0)", "type": "string", "title": "Hạng", "role": "category", \#(categories) }, "#
    }
    var plan = try GardenPlan.load(
      replacing: clean,
      with: ranks.joined() + clean,
      in: "forms/village.json"
    ).plan
    plan.rules = [
      ValidationRule(
        id: "rank-differs",
        scope: .unitYear(.members),
        test: .condition(try Expression(parsing: "village.rank = village.official")),
        severity: .warning,
        missing: .skipIfAny,
        sender: "villages",
        message: LocalisedText(vi: "Tự xếp ({rank}) khác ({village.official})", en: "{rank}"),
        isSensitive: false
      ),
      ValidationRule(
        id: "rank-with-official",
        scope: .unitYear(.members),
        test: .pair(
          .compulsory,
          left: try Expression(parsing: "village.rank"),
          right: try Expression(parsing: "village.official")
        ),
        severity: .warning,
        missing: .skipIfAll,
        sender: "villages",
        message: LocalisedText(vi: "Tự xếp ({rank}), chính thức ({village.official})", en: ""),
        isSensitive: false
      ),
    ]
    var garden = Garden()
    garden.sendAll(2021)
    garden.judged("V1", 2021, rank: "a", official: "b")
    garden.judged("V2", 2021, rank: "a", official: nil)
    let tables = try garden.tables(2021, plan: plan)
    let conflicts = tables.conflicts.filter { $0.year == 2021 }
    #expect(conflicts.first { $0.unit == "V1" }?.messageVi == "Tự xếp (Vườn đẹp) khác (b)")
    #expect(conflicts.first { $0.unit == "V1" }?.values == "village.rank=a village.official=b")
    let unpaired = conflicts.first { $0.unit == "V2" }
    #expect(unpaired?.messageVi == "Tự xếp (Vườn đẹp), chính thức (chưa báo cáo)")
  }

  @Test func pairsOfFiguresAreToldByUnit() throws {
    func rule(_ pair: ValidationRule.Pair) throws -> ValidationRule {
      ValidationRule(
        id: pair.rawValue,
        scope: .unitYear(.members),
        test: .pair(
          pair,
          left: try Expression(parsing: "village.gardens"),
          right: try Expression(parsing: "village.watered")
        ),
        severity: .warning,
        missing: .skipIfAll,
        sender: "villages",
        message: LocalisedText(vi: "Vườn {gardens}, tưới {watered}", en: ""),
        isSensitive: false
      )
    }
    var plan = try loadPlan(GardenPlan.folder).plan
    plan.rules = [try rule(.compulsory), try rule(.exclusive)]
    var garden = Garden()
    garden.sendAll(2021)
    garden.village("V1", 2021, gardens: 3, watered: 0)
    garden.village("V2", 2021, gardens: nil, watered: 5)
    let conflicts = try garden.tables(2021, plan: plan).conflicts
    #expect(conflicts.map { "\($0.rule) \($0.unit)" } == ["compulsory V2", "exclusive V1"])
    #expect(conflicts.first?.messageVi == "Vườn chưa báo cáo, tưới 5")
    #expect(conflicts.first?.elements == "village.gardens village.watered")
  }

  @Test func theOfficesCountStandsAgainstTheFormsThatCame() throws {
    var plan = try GardenPlan.load(
      replacing: #""covers": "sender", "from": 2020,"#,
      with: #""covers": "plan", "from": 2020,"#,
      in: "forms/village.json"
    ).plan
    plan.rules = [
      ValidationRule(
        id: "received-as-counted",
        scope: .unitYear(.plan),
        test: .condition(
          try Expression(
            parsing: "village.lessons <= reported(trees, village) or on_time(trees) < 0"
          )
        ),
        severity: .warning,
        missing: .skipIfAny,
        sender: "office",
        message: LocalisedText(vi: "{lessons} > {reported} của {expected}", en: ""),
        isSensitive: false
      )
    ]
    var garden = Garden()
    // V2 sent one of its two forms: it has not reported.
    garden.sendAll(2021, except: ["trees V2"])
    garden.lessons("R", 2021, 3)
    let conflict = try #require(try garden.tables(2021, plan: plan).conflicts.first)
    #expect(conflict.unit == "R")
    #expect(conflict.messageVi == "3 > 2 của {expected}")
    #expect(conflict.elements == "village.lessons")
    #expect(
      conflict.values == "village.lessons=3 reported(trees,village)=2 on_time(trees)=2"
    )
  }

  @Test func lateIsTheDueDayOrAfter() throws {
    var garden = Garden()
    garden.sendAll(2021, received: CalendarDate(year: 2021, month: 12, day: 14))
    #expect(
      try garden.tables(2021).reporting.filter { $0.year == 2021 }.allSatisfy {
        $0.status == .onTime
      }
    )
    var late = Garden()
    late.sendAll(2021, received: CalendarDate(year: 2021, month: 12, day: 15))
    #expect(
      try late.tables(2021).reporting.filter { $0.year == 2021 }.allSatisfy { $0.status == .late }
    )
  }

  @Test func tablesReadBackAsTheyWereWritten() throws {
    var garden = Garden()
    garden.sendAll(2021)
    garden.tree("T1", "V1", 2021)
    garden.village("V1", 2021, gardens: 3, watered: 5)
    let tables = try garden.tables(2021)
    for file in tables.stageFiles() where file.name == "facts.csv" {
      #expect(try read(FactRow.self, from: file.bytes, file: file.name) == tables.facts)
    }
    let conflicts = write(tables.conflicts)
    #expect(try read(ConflictRow.self, from: conflicts, file: "") == tables.conflicts)
  }
}

extension JoinTables {
  func fact(_ element: String, _ unit: String, _ year: Int) -> FactRow? {
    FactIndex(facts).fact(element, unit: unit, year: year)
  }

  func value(_ element: String, _ unit: String, _ year: Int) -> Int64? {
    fact(element, unit, year)?.value?.integer
  }
}
