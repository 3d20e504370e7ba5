import Diagnostics
import GardenPlan
import Indicators
import Plan
import Tables
import Testing

/// V1 goes to W whole, V2 by halves to W and X, V3 stays, on 1 January 2022.
@Suite(.timeLimit(.minutes(1)))
struct BoundaryTests {
  private func rows(
    _ village: Village,
    at day: String?,
    estimates: Bool = false
  ) throws -> [String: IndicatorRow] {
    var plan = try loadPlan(GardenPlan.folder).plan
    let start = CalendarDate(iso: "2022-01-01")
    let end = CalendarDate(iso: "2021-12-31")
    let before = plan.orgUnits.all.map { unit in
      var unit = unit
      if ["V1", "V2"].contains(unit.code) { unit.validTo = end }
      return unit
    }
    let new = ["W", "X"].map { code in
      OrgUnit(
        code: code,
        name: code,
        kind: "village",
        level: "village",
        parent: "R",
        validFrom: start
      )
    }
    plan.orgUnits = OrgUnits(before + new)
    let date = try #require(start)
    let half = try #require(Share(1, of: 2))
    plan.unitChanges = [
      UnitChange(date: date, kind: .merge, from: "V1", to: "W"),
      UnitChange(date: date, kind: .split, from: "V2", to: "W", share: half, isEstimate: true),
      UnitChange(date: date, kind: .split, from: "V2", to: "X", share: half, isEstimate: true),
    ]
    plan.usesEstimatedShares = estimates
    let boundaries = try day.map { try #require(CalendarDate(iso: $0)) }
    let tables = try village.tables(2021, of: plan, boundaries: boundaries)
    let ofYear = tables.indicators.filter { $0.indicator == "watered" && $0.year == 2021 }
    return Dictionary(ofYear.map { ($0.unit, $0) }) { first, _ in first }
  }

  private func village(_ watered: [Int64?], _ gardens: [Int64?]) -> Village {
    var village = Village()
    village.set("village.watered", 2021, watered)
    village.set("village.gardens", 2021, gardens)
    return village
  }

  @Test func `boundaries of the year itself change nothing`() throws {
    let village = village([5, 2, 1], [10, 4, 3])
    #expect(try rows(village, at: "2021-06-30") == rows(village, at: nil))
  }

  @Test func `a refused share leaves the part open between nothing and all`() throws {
    let rows = try rows(village([5, 2, 1], [10, 4, 3]), at: "2022-01-01")
    #expect(rows.keys.sorted() == ["R", "V3", "W", "X"])
    let merged = try #require(rows["W"])
    #expect(merged.numerator == 5 && merged.denominator == 10)
    #expect(merged.reported == 1 && merged.expected == 2)
    // None of V2's four gardens, or all of them watered or not.
    #expect(merged.worst == 5.0 / 14 * 100 && merged.best == 9.0 / 14 * 100)
    let part = try #require(rows["X"])
    #expect(part.value == nil && part.missing == .notSeparable)
    let whole = try #require(rows["R"])
    #expect(whole.numerator == 8 && whole.denominator == 17)
    #expect(whole.reported == 3 && whole.expected == 3)
  }

  @Test func `a share that may be used divides both numerator and denominator`() throws {
    let rows = try rows(village([5, 2, 1], [10, 4, 3]), at: "2022-01-01", estimates: true)
    #expect(rows["W"]?.numerator == 6 && rows["W"]?.denominator == 12)
    #expect(rows["X"]?.numerator == 1 && rows["X"]?.denominator == 2)
    let parts = ["V3", "W", "X"].compactMap { rows[$0]?.numerator }
    #expect(parts.reduce(0, +) == rows["R"]?.numerator)
  }

  @Test func `nothing divides into nothing`() throws {
    let rows = try rows(village([5, 0, 1], [10, 0, 3]), at: "2022-01-01")
    #expect(rows["W"]?.numerator == 5 && rows["W"]?.reported == 2)
    #expect(rows["X"]?.missing == .noCase && rows["X"]?.denominator == 0)
  }

  @Test func `a unit that has not reported stays not reported`() throws {
    let rows = try rows(village([nil, 2, 1], [nil, 4, 3]), at: "2022-01-01", estimates: true)
    #expect(rows["W"]?.numerator == 1 && rows["W"]?.reported == 1)
    #expect(rows["W"]?.expected == 2)
  }
}
