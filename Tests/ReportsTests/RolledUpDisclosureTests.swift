import Diagnostics
import Indicators
import Plan
import SampleDistricts
import Tables
import Testing
import Trends

@testable import Reports

/// Three districts of the invented province with what each publishes, and the province above them.
private struct Province {
  let plan: Plan
  var districts: [SampleDistrict]

  init(_ seed: UInt64, gaps: Bool) throws {
    let own = try SampleDistrict.samplePlan()
    plan = try #require(own.evaluated(for: "Z", in: 2025))
    districts = ["ZA", "ZB", "ZC"].enumerated().compactMap { index, code in
      SampleDistrict(code, of: own, year: 2025, seed: seed &+ UInt64(index), gaps: gaps)
    }
  }

  private func empty(_ settings: RunSettings) -> (IngestTables, CleanTables) {
    (
      IngestTables(settings: settings, files: [], notes: [], records: [], findings: []),
      CleanTables(records: [], setAside: [], superseded: [], accounts: [], findings: [])
    )
  }

  /// Everything that a district publishes.
  func publication(of district: SampleDistrict) throws -> [StageFile] {
    let settings = try district.settings
    let (ingest, clean) = empty(settings)
    let rows = indicators(district.plan, settings, district.join)
    return published(
      district.plan,
      ingest: ingest,
      clean: clean,
      join: district.join,
      indicators: rows,
      trends: trends(district.plan, settings, rows),
      language: .english
    ).files
  }

  func tables() throws -> (parts: [PublishedPart], rows: IndicatorTables, settings: RunSettings) {
    var settings = try districts[0].settings
    let own = try districts.map { indicators($0.plan, try $0.settings, $0.join) }
    let parts = try zip(districts, own).map {
      PublishedPart($0.plan, try $0.settings, $0.join, $1)
    }
    settings.unit = plan.unit
    let rows = rolledUpIndicators(
      plan,
      settings,
      zip(districts, own).map {
        PlanUnitTables(
          plan: $0.plan,
          facts: CodedFacts($0.join.facts),
          overlaps: $0.join.overlaps,
          tables: $1
        )
      }
    )
    return (parts, rows, settings)
  }

  /// Everything that the province publishes.
  func publication() throws -> [StageFile] {
    let (parts, rows, settings) = try tables()
    return rolledUpReport(
      plan,
      settings,
      parts,
      indicators: rows,
      trends: trends(plan, settings, rows),
      language: .english
    ).files
  }
}

@Suite struct RolledUpDisclosureTests {
  @Test(arguments: 1...40)
  func `a figure above is published only where all below it are`(_ seed: UInt64) throws {
    let province = try Province(seed * 53, gaps: seed % 2 == 0)
    let (parts, rows, settings) = try province.tables()
    let tables = DisclosedTables(
      province.plan,
      settings,
      parts,
      indicators: rows,
      trends: TrendTables(trends: [], comparisons: [])
    )
    for row in tables.indicators where row.unit == "Z" {
      let below = parts.flatMap(\.indicators).filter {
        $0.indicator == row.indicator && $0.year == row.year
      }
      #expect(below.count == 3)
      if below.contains(where: { $0.missing == .suppressed }) {
        #expect(row.missing == .suppressed && row.numerator == nil && row.value == nil)
        #expect(row.worst == nil && row.best == nil && row.lower == nil)
      } else {
        // Whoever reads the districts' reports can add it up.
        let sum = below.compactMap(\.numerator)
        #expect(row.numerator == (sum.isEmpty ? nil : sum.reduce(0, +)))
      }
    }
    for part in parts {
      #expect(
        tables.indicators.filter { $0.unit == part.plan.unit }
          == part.indicators.sorted { ($0.indicator, $0.year) < ($1.indicator, $1.year) }
      )
    }
  }

  @Test func `what a district hides changes nothing that is published above it`() throws {
    var tried = 0
    for seed in 1...24 {
      let province = try Province(UInt64(seed) * 7_919, gaps: seed % 2 == 0)
      let before = try province.publication()
      for (place, district) in province.districts.enumerated() {
        let own = try province.publication(of: district)
        for index in district.facts.indices where district.facts[index].element.hasSuffix("in_need")
        {
          guard let value = district.facts[index].value?.double, value >= 1, value <= 4 else {
            continue
          }
          var other = district
          other.facts[index].value = FixedDecimal(value < 4 ? Int64(value) + 1 : 3)
          // Only what the district's own publication does not tell is of interest.
          guard try province.publication(of: other) == own else { continue }
          var changed = province
          changed.districts[place] = other
          tried += 1
          #expect(try changed.publication() == before)
        }
      }
    }
    #expect(tried >= 20)
  }
}
