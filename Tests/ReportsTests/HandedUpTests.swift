import Diagnostics
import Indicators
import Plan
import SampleDistricts
import Tables
import Testing
import Trends

@testable import Reports

/// Who handed up facts, as the report of a province tells it and that of the country above.
@Suite struct HandedUpTests {
  private static let codes = ["ZA", "ZB", "ZC"]

  /// The sample's districts, of which the third lies in a province of its own.
  private func plan() throws -> Plan {
    var plan = try SampleDistrict.samplePlan()
    let units = plan.orgUnits.all.map { unit in
      var unit = unit
      if unit.code == "Z" || unit.code == "ZC" { unit.parent = unit.code == "Z" ? "N" : "Y" }
      return unit
    }
    let above = ["N": "", "Y": "N"].map { code, parent in
      let level = parent.isEmpty ? "country" : "province"
      return OrgUnit(
        code: code,
        name: "\(level) \(code)",
        kind: level,
        level: level,
        parent: parent
      )
    }
    plan.orgUnits = OrgUnits(units + above)
    return plan
  }

  private func block(of unit: String, absent: String) throws -> String {
    let own = try plan()
    let above = try #require(own.evaluated(for: unit, in: 2025))
    var (parts, published) = ([PlanUnitTables](), [PublishedPart]())
    var last: RunSettings?
    let below = Set(above.planUnits(below: unit, in: 2025).map(\.code))
    for code in Self.codes where below.contains(code) {
      let district = try #require(SampleDistrict(code, of: own, year: 2025, seed: 9, gaps: false))
      let settings = try district.settings
      let join = code == absent ? nil : district.join
      let all = join ?? JoinTables(facts: [], reporting: [], conflicts: [], findings: [])
      let rows = indicators(district.plan, settings, all)
      parts.append(
        PlanUnitTables(
          plan: district.plan,
          facts: CodedFacts(all.facts),
          overlaps: all.overlaps,
          tables: rows
        )
      )
      published.append(PublishedPart(district.plan, settings, join, rows))
      last = settings
    }
    var settings = try #require(last)
    settings.unit = unit
    let rows = rolledUpIndicators(above, settings, parts)
    let (files, _) = rolledUpReport(
      above,
      settings,
      published,
      indicators: rows,
      trends: trends(above, settings, rows),
      language: .english
    )
    let report = try #require(files.first { $0.name == PublishedFile.report })
    return String(decoding: report.bytes, as: UTF8.self)
  }

  @Test func `a province has a row for each district`() throws {
    let report = try block(of: "Z", absent: "ZB")
    #expect(report.contains("1 of 2 units handed up facts; 3 of the 5 units below them"))
    #expect(report.contains("| Facts as of |") && report.contains("| not handed up | 0/2 |"))
    #expect(report.contains("| Huyện Mẫu An | "))
  }

  @Test func `a country has a row for each province, and names the missing districts`() throws {
    let report = try block(of: "N", absent: "ZB")
    #expect(report.contains("2 of 3 units handed up facts; 5 of the 7 units below them"))
    #expect(report.contains("not reported rather than 0: Huyện Mẫu Bình."))
    #expect(report.contains("| Handed up facts |") && !report.contains("| Huyện Mẫu An |"))
    #expect(report.contains("| province Y | 1/1 | 2/2 |"))
    #expect(report.contains("| Tỉnh Mẫu | 1/2 | 3/5 |"))
  }
}
