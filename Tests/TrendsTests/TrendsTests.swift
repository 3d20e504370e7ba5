import Diagnostics
import GardenPlan
import Plan
import Tables
import Testing
import Trends

@Suite struct TrendsTests {
  /// A series of the region from 2020 on; nil is a year without a value.
  private func trend(_ values: [Double?], reported: Int = 3) throws -> TrendRow {
    let rows = values.enumerated().map { offset, value in
      IndicatorRow(
        indicator: "weeds",
        unit: "R",
        year: 2020 + offset,
        value: value,
        method: "",
        boundBasis: "",
        expected: 3,
        reported: reported
      )
    }
    let tables = try trends(rows, year: 2020 + values.count - 1)
    return try #require(tables.trends.first)
  }

  private func trends(_ rows: [IndicatorRow], year: Int) throws -> TrendTables {
    let plan = try loadPlan(GardenPlan.folder).plan
    let text = LocalisedText(vietnamese: "")
    let settings = RunSettings(
      plan: plan.id,
      year: year,
      asOf: try #require(CalendarDate(year: year, month: 12, day: 15)),
      datasetTitle: text,
      isSynthetic: false,
      notice: text
    )
    return Trends.trends(
      plan,
      settings,
      IndicatorTables(indicators: rows, targets: [], scores: [])
    )
  }

  @Test func fiveFallingYearsAreJustEnough() throws {
    let row = try trend([9, 8, 7, 6, 5])
    // Exact two-sided p of S = -10 at n = 5 is 2/5!.
    #expect(row.s == -10)
    #expect(row.pValue.map { abs($0 - 1.0 / 60) < 1e-15 } == true)
    #expect(row.conclusion == .decreasing)
    #expect(row.slope == -1)
    #expect(row.change == -1 && row.changeFromBase == -4)
  }

  @Test func fourYearsCannotShowATrend() throws {
    let row = try trend([9, 8, 7, 6])
    #expect(row.conclusion == .cannotShow)
    #expect(row.minimumP.map { abs($0 - 1.0 / 12) < 1e-15 } == true)
    #expect(row.minimumPUntied == row.minimumP)
  }

  @Test func tiesCanMakeFiveYearsTooFew() throws {
    // (0, 0, 0, 0, 1): the least p that this pattern can reach is 2/5.
    let row = try trend([0, 0, 0, 0, 1])
    #expect(row.pValue.map { abs($0 - 0.4) < 1e-15 } == true)
    #expect(row.conclusion == .cannotShow)
    // Five different values could reach 2/5!.
    #expect(row.minimumPUntied.map { abs($0 - 1.0 / 60) < 1e-15 } == true)
  }

  @Test func equalYearsAreConstant() throws {
    #expect(try trend([100, 100, 100, 100, 100]).conclusion == .constant)
  }

  @Test func aMissingYearIsNotBridged() throws {
    let row = try trend([9, nil, 7])
    #expect(row.points == 2)
    #expect(row.previous == nil && row.change == nil)
    #expect(row.conclusion == .tooFew)
  }

  @Test func yearsWithMissingUnitsDoNotCount() throws {
    let row = try trend([9, 8, 7, 6, 5], reported: 2)
    #expect(row.points == 0 && row.latest == nil)
    #expect(row.conclusion == .tooFew)
  }
}
