import Diagnostics
import Plan
import Tables
import Testing
import Trends

/// The same units in different years.
@Suite(.timeLimit(.minutes(5)))
struct YearsTests {
  @Test func `a change is more than chance only with its interval`() throws {
    // Of ten units one moves; beside so many alike it does not make all vary more than chance.
    var villages = try Comparing(villages: 10)
    let others = Array(repeating: (10.0, 20.0), count: 9)
    villages.add([(2, 20)] + others, year: 2024)
    villages.add([(18, 20)] + others, year: 2025)
    let rows = try villages.tables().comparisons.filter { $0.year == 2025 }
    #expect(rows.map(\.movement) == [.more] + Array(repeating: .notShown, count: 9))
    let first = try #require(rows.first)
    // scipy 1.17.1, fisher_exact([[18, 2], [2, 18]]); statsmodels 0.15.0, method "newcomb".
    let p = try #require(first.changeP)
    #expect(abs(p - 5.295889611796174e-07) < 1e-18, "\(p)")
    #expect((first.changeLower ?? 0) > 40 && (first.changeUpper ?? 0) < 100)
    #expect(first.change == 80)
  }

  @Test func `units that share their years are no independent witnesses`() throws {
    // Three units in step: of the 120 orders of five years, two are as extreme; independent units
    // would make it 2 in 120³.
    var villages = try Comparing(villages: 3)
    for (offset, year) in (2021...2025).enumerated() {
      villages.addCounts([1, 2, 3].map { $0 + Double(offset) }, year: year)
    }
    let test = try #require(try villages.tables().tests.last { $0.indicator == "weeds" })
    #expect(test.year == 2025 && test.trend == .rising && test.trendMethod == "permuted-years")
    #expect(test.trendP.map { abs($0 - 2.0 / 120) < 1e-15 } == true)
    #expect(test.trendLeastP.map { abs($0 - 2.0 / 120) < 1e-15 } == true)
    #expect(test.firstYear == 2021 && test.years == 5 && test.trendS == 30)
  }

  @Test func `four years cannot show a common trend`() throws {
    var villages = try Comparing(villages: 3)
    for (offset, year) in (2022...2025).enumerated() {
      villages.addCounts([1, 2, 3].map { $0 + Double(offset) }, year: year)
    }
    let tests = try villages.tables().tests.filter { $0.indicator == "weeds" }
    #expect(tests.last?.trend == .cannotShow && tests.last?.trendQ == nil)
  }

  /// V1 means another area from 2023 on.
  private func reorganised(_ kind: UnitChange.Kind) throws -> TrendTables {
    var villages = try Comparing(villages: 2)
    var old = Comparing.village("V1")
    old.validTo = CalendarDate(iso: "2022-06-30")
    villages.plan.orgUnits = OrgUnits(
      villages.plan.orgUnits.all.filter { $0.code != "V1" }
        + [old, Comparing.village("V1", from: "2022-07-01")]
    )
    let day = try #require(CalendarDate(iso: "2022-07-01"))
    villages.plan.unitChanges = [UnitChange(date: day, kind: kind, from: "V1", to: "V1")]
    for (offset, year) in (2020...2025).enumerated() {
      villages.add([(Double(offset), 20), (5, 20)], year: year)
    }
    return try villages.tables()
  }

  @Test func `a series is cut where a code means another area`() throws {
    let tables = try reorganised(.merge)
    let trend = try #require(tables.trends.first { $0.unit == "V1" })
    #expect(trend.breakYear == 2023 && trend.points == 3 && trend.firstYear == 2023)
    #expect(trend.base == nil && trend.changeFromBase == nil)
    #expect(tables.trends.first { $0.unit == "V2" }?.breakYear == nil)
    let rows = tables.comparisons.filter { $0.unit == "V1" }
    #expect(rows.map(\.breakYear) == [nil, nil, nil, 2023, 2023, 2023])
    // 2023 is not set against 2022, which was another area.
    #expect(rows.map { $0.change == nil } == [true, false, false, true, false, false])
  }

  @Test func `a new name cuts nothing`() throws {
    let tables = try reorganised(.rename)
    #expect(tables.trends.allSatisfy { $0.breakYear == nil && $0.points == 6 })
  }

  @Test func `a new definition cuts the series of all units`() throws {
    var villages = try Comparing(villages: 2)
    let place = try #require(villages.plan.indicators.firstIndex { $0.id == "watered" })
    villages.plan.indicators[place].breaks = [2022]
    for year in 2020...2025 { villages.add([(3, 20), (5, 20)], year: year) }
    let tables = try villages.tables()
    #expect(tables.trends.allSatisfy { $0.breakYear == 2022 && $0.points == 4 })
  }

  @Test func `of a unit with land from elsewhere the part is told`() throws {
    var villages = try Comparing(villages: 2)
    let start = CalendarDate(iso: "2024-01-01")
    var old = Comparing.village("V1")
    old.validTo = CalendarDate(iso: "2023-12-31")
    villages.plan.orgUnits = OrgUnits(
      villages.plan.orgUnits.all.filter { $0.code != "V1" }
        + [old, Comparing.village("W", from: "2024-01-01")]
    )
    villages.plan.unitChanges = [
      UnitChange(
        date: try #require(start),
        kind: .merge,
        from: "V1",
        to: "W",
        covered: try #require(Share(43, of: 100))
      )
    ]
    villages.boundaries = start
    for year in 2020...2025 {
      villages.add((3, 20), unit: "W", year: year)
      villages.add((4, 20), unit: "V2", year: year)
    }
    let tables = try villages.tables()
    let rows = tables.comparisons.filter { $0.unit == "W" }
    #expect(rows.allSatisfy { $0.covered.map { abs($0 - 0.43) < 1e-12 } == true })
    // From 2024 on the unit reports itself, whole: what was carried to it is another area.
    #expect(rows.map(\.breakYear) == [nil, nil, nil, nil, 2024, 2024])
    #expect(tables.comparisons.allSatisfy { $0.unit == "W" || $0.covered == 1 })
  }
}
