import Diagnostics
import Indicators
import Plan
import SampleDistricts
import Tables
import Testing

@Suite struct RolledUpTests {
  private static let codes = ["ZA", "ZB", "ZC"]

  /// Districts of the province; nil for one that handed up nothing.
  private struct Province {
    var plan: Plan
    var parts: [PlanUnitTables]
    var rows: IndicatorTables

    init(_ seed: UInt64, absent: Set<String> = [], year: Int = 2025) throws {
      let own = try SampleDistrict.samplePlan()
      plan = try #require(own.evaluated(for: "Z", in: year))
      parts = []
      var settings: RunSettings?
      for (index, code) in RolledUpTests.codes.enumerated() {
        var district = try #require(
          SampleDistrict(code, of: own, year: year, seed: seed &+ UInt64(index))
        )
        if absent.contains(code) { district.facts = [] }
        settings = try district.settings
        parts.append(
          PlanUnitTables(
            plan: district.plan,
            facts: CodedFacts(district.join.facts),
            overlaps: district.join.overlaps,
            tables: indicators(district.plan, try district.settings, district.join)
          )
        )
      }
      rows = rolledUpIndicators(plan, try #require(settings), parts)
    }

    func row(_ indicator: String, _ unit: String, _ year: Int) -> IndicatorRow? {
      rows.indicators.first { $0.indicator == indicator && $0.unit == unit && $0.year == year }
    }

    func target(_ target: String, _ unit: String, _ year: Int) -> TargetRow? {
      rows.targets.first { $0.target == target && $0.unit == unit && $0.year == year }
    }

    /// Rows of the communes of an indicator and year, all districts' together.
    func communes(_ indicator: String, _ year: Int) -> [IndicatorRow] {
      parts.flatMap { part in
        part.tables.indicators.filter {
          $0.indicator == indicator && $0.year == year && $0.unit != part.plan.unit
        }
      }
    }
  }

  @Test func `the units below keep the rows that they have by themselves`() throws {
    let province = try Province(3)
    for part in province.parts {
      let unit = part.plan.unit
      let own = part.tables.indicators.filter { $0.unit == unit }
      #expect(own.count == 18)
      #expect(
        province.rows.indicators.filter { $0.unit == unit }
          == own.sorted { ($0.indicator, $0.year) < ($1.indicator, $1.year) }
      )
      let targets = part.tables.targets.filter { $0.unit == unit }
      #expect(
        province.rows.targets.filter { $0.unit == unit }
          == targets.sorted { ($0.target, $0.year) < ($1.target, $1.year) }
      )
    }
    // Communes have no rows here: those stay with the districts.
    #expect(Set(province.rows.indicators.map(\.unit)) == ["Z", "ZA", "ZB", "ZC"])
  }

  @Test(arguments: 1...40)
  func `figures above are sums of operands, never of percentages`(_ seed: UInt64) throws {
    let absent: Set<String> = seed % 3 == 0 ? ["ZB"] : []
    let province = try Province(seed * 101, absent: absent)
    for year in 2023...2025 {
      for indicator in ["schools-with-garden", "communes-clean", "pupils-in-need", "pupils-helped"]
      {
        let communes = province.communes(indicator, year)
        let row = try #require(province.row(indicator, "Z", year))
        let concerned = communes.filter { $0.missing != .notApplicable }
        #expect(row.expected == concerned.count)
        // A commune's row knows of itself whether it is whole.
        #expect(row.reported == concerned.reduce(0) { $0 + $1.reported })
        let known = communes.compactMap(\.numerator)
        #expect(row.numerator == (known.isEmpty ? nil : known.reduce(0, +)))
        let below = communes.filter { $0.numerator != nil }.compactMap(\.denominator)
        let isCount = indicator == "pupils-in-need"
        #expect(row.denominator == (below.isEmpty || isCount ? nil : below.reduce(0, +)))
        if let denominator = row.denominator, denominator > 0, let numerator = row.numerator {
          #expect(row.value == numerator / denominator * 100)
        }
      }
      let offices = province.parts.compactMap { part in
        part.tables.indicators.first {
          $0.indicator == "teachers-trained" && $0.unit == part.plan.unit && $0.year == year
        }
      }
      let row = try #require(province.row("teachers-trained", "Z", year))
      let known = offices.filter { $0.numerator != nil }
      #expect(row.numerator == (known.isEmpty ? nil : known.compactMap(\.numerator).reduce(0, +)))
      #expect(
        row.denominator == (known.isEmpty ? nil : known.compactMap(\.denominator).reduce(0, +))
      )
      #expect(row.expected == offices.count { $0.missing != .notApplicable })
    }
  }

  @Test func `a district that handed up nothing is missing, and never zero`() throws {
    let province = try Province(11, absent: ["ZB"])
    let district = try #require(province.row("schools-with-garden", "ZB", 2025))
    #expect(district.missing == .notReported && district.numerator == nil)
    #expect(district.expected == 2 && district.reported == 0)
    let row = try #require(province.row("schools-with-garden", "Z", 2025))
    #expect(row.reported < row.expected)
    // It never reported a denominator, so that the share may be anything.
    #expect(row.boundBasis == "unbounded" && row.worst == 0 && row.best == 100)
    let all = try Province(11, absent: ["ZA", "ZB", "ZC"])
    let none = try #require(all.row("schools-with-garden", "Z", 2025))
    #expect(none.missing == .notReported && none.expected == 7 && none.reported == 0)
    #expect(all.target("SG1", "Z", 2025)?.status == .notReported)
  }

  @Test(arguments: 1...40)
  func `keeping is counted commune by commune`(_ seed: UInt64) throws {
    let province = try Province(seed * 17)
    for year in 2024...2025 {
      let target = try #require(province.target("SG2", "Z", year))
      let base = Dictionary(
        uniqueKeysWithValues: province.communes("communes-clean", 2023).map { ($0.unit, $0) }
      )
      let pairs = province.communes("communes-clean", year).compactMap { now in
        base[now.unit].map { ($0, now) }
      }
      let kept = pairs.count { $0.numerator == 1 && $1.numerator == 1 }
      let lost = pairs.count { $0.numerator == 1 && $1.numerator == 0 }
      guard kept + lost > 0 else { continue }
      #expect(target.numerator == Double(kept) && target.denominator == Double(kept + lost))
    }
  }

  @Test(arguments: 1...60)
  func `what has to be done each district has to do`(_ seed: UInt64) throws {
    let province = try Province(seed * 29)
    let own = Self.codes.compactMap { province.target("SG5", $0, 2025)?.status }
    let above = try #require(province.target("SG5", "Z", 2025))
    let asked = own.filter { $0 != .notApplicable }
    if asked.contains(.notReached) {
      #expect(above.status == .notReached)
    } else if asked.allSatisfy({ $0 == .reached || $0 == .kept }) && !asked.isEmpty {
      #expect(above.status == .reached)
    } else {
      #expect(above.status != .reached && above.status != .kept)
    }
  }

  @Test func `rows that a unit above does not look at change nothing, nor do threads`() throws {
    let province = try Province(7)
    let district = try #require(SampleDistrict("ZA", of: province.plan, year: 2025, seed: 7))
    let settings = try district.settings
    let looked = province.parts.map(\.lookedAtAbove)
    #expect(
      looked.reduce(0) { $0 + $1.tables.indicators.count }
        < province.parts.reduce(0) { $0 + $1.tables.indicators.count }
    )
    for jobs in [1, 3] {
      #expect(rolledUpIndicators(province.plan, settings, looked, jobs: jobs) == province.rows)
    }
  }

  @Test func `a number that is set as a goal is that of one unit`() throws {
    var plan = try SampleDistrict.samplePlan()
    let place = try #require(plan.targets.firstIndex { $0.id == "SG5" })
    plan.targets[place].form = .reach
    plan.targets[place].value = 1
    let district = try #require(SampleDistrict("ZA", of: plan, year: 2025, seed: 5, gaps: false))
    let part = PlanUnitTables(
      plan: district.plan,
      facts: CodedFacts(district.join.facts),
      overlaps: district.join.overlaps,
      tables: indicators(district.plan, try district.settings, district.join)
    )
    let above = try #require(plan.evaluated(for: "Z", in: 2025))
    let rows = rolledUpIndicators(above, try district.settings, [part])
    #expect(rows.targets.first { $0.target == "SG5" && $0.unit == "Z" }?.status == .notApplicable)
    #expect(rows.targets.first { $0.target == "SG5" && $0.unit == "ZA" }?.status != .notApplicable)
  }

  @Test func `the country is made of the same operands as its provinces`() throws {
    var plan = try SampleDistrict.samplePlan()
    let units = plan.orgUnits.all.map { unit in
      var unit = unit
      if unit.code == "Z" || unit.code == "ZC" { unit.parent = unit.code == "Z" ? "N" : "Y" }
      return unit
    }
    plan.orgUnits = OrgUnits(
      units + [
        OrgUnit(code: "N", name: "N", kind: "country", level: "country", parent: ""),
        OrgUnit(code: "Y", name: "Y", kind: "province", level: "province", parent: "N"),
      ]
    )
    let country = try #require(plan.evaluated(for: "N", in: 2025))
    #expect(country.members(in: 2025).map(\.code) == ["Y", "Z"])
    #expect(country.planUnits(below: "N", in: 2025).map(\.code) == ["ZA", "ZB", "ZC"])
    var parts: [PlanUnitTables] = []
    for (index, code) in Self.codes.enumerated() {
      let district = try #require(
        SampleDistrict(code, of: plan, year: 2025, seed: 40 + UInt64(index))
      )
      parts.append(
        PlanUnitTables(
          plan: district.plan,
          facts: CodedFacts(district.join.facts),
          overlaps: district.join.overlaps,
          tables: indicators(district.plan, try district.settings, district.join)
        )
      )
    }
    let settings = try #require(SampleDistrict("ZA", of: plan, year: 2025, seed: 1)).settings
    let whole = rolledUpIndicators(country, settings, parts)
    #expect(Set(whole.indicators.map(\.unit)) == ["N", "Y", "Z"])
    for indicator in plan.indicators.map(\.id) {
      let rows = whole.indicators.filter { $0.indicator == indicator && $0.year == 2025 }
      let sum = rows.filter { $0.unit != "N" }.compactMap(\.numerator).reduce(0, +)
      #expect(rows.first { $0.unit == "N" }?.numerator ?? 0 == sum)
    }
    let province = try #require(plan.evaluated(for: "Z", in: 2025))
    let own = rolledUpIndicators(province, settings, Array(parts.prefix(2)))
    #expect(
      own.indicators.filter { $0.unit == "Z" } == whole.indicators.filter { $0.unit == "Z" }
    )
  }
}
