import Diagnostics
import Tables
import Testing

@Suite struct IndicatorTests {
  @Test func aConditionCountsUnitsThatReported() throws {
    var village = Village()
    village.set("village.lessons", 2021, [3, 0, nil])
    let row = try #require(try village.indicator("teaching", "R", 2021))
    #expect(row.numerator == 1 && row.denominator == 2)
    #expect(row.value == 50)
    #expect(row.reported == 2 && row.expected == 3)
    #expect(row.worst.map { abs($0 - 100.0 / 3) < 1e-9 } == true)
    #expect(row.best.map { abs($0 - 200.0 / 3) < 1e-9 } == true)
    #expect(row.boundBasis == "complete")
  }

  @Test func noReportAtAllIsNoZero() throws {
    var village = Village()
    village.set("village.lessons", 2021, [nil, nil, nil])
    let row = try #require(try village.indicator("teaching", "R", 2021))
    #expect(row.value == nil && row.numerator == nil)
    #expect(row.missing == .notReported)
    #expect(row.worst == 0 && row.best == 100)
  }

  @Test func ratiosSumBeforeTheyDivide() throws {
    var village = Village()
    village.set("village.gardens", 2021, [10, 2, 0])
    village.set("village.watered", 2021, [5, 2, 0])
    let row = try #require(try village.indicator("watered", "R", 2021))
    #expect(row.numerator == 7 && row.denominator == 12)
    // scipy 1.17.1, binomtest(7, 12).proportion_ci(method='wilson').
    #expect(row.lower.map { abs($0 - 31.951131254954973) < 1e-9 } == true)
    #expect(row.upper.map { abs($0 - 80.67396863412435) < 1e-9 } == true)
    let empty = try #require(try village.indicator("watered", "V3", 2021))
    #expect(empty.value == nil && empty.missing == .noCase)
  }

  @Test func aMissingDenominatorIsTakenFromTheLatestReport() throws {
    var village = Village()
    village.set("village.gardens", 2020, [10, 10, 20])
    village.set("village.watered", 2020, [10, 10, 20])
    village.set("village.gardens", 2021, [10, 10, nil])
    village.set("village.watered", 2021, [10, 10, nil])
    let row = try #require(try village.indicator("watered", "R", 2021))
    #expect(row.value == 100)
    #expect(row.worst == 50 && row.best == 100)
    #expect(row.boundBasis == "assumed-denominators")
  }

  @Test func anEarlierYearWithNothingLimitsNothing() throws {
    var village = Village()
    village.set("village.gardens", 2020, [10, 10, 0])
    village.set("village.watered", 2020, [10, 10, 0])
    village.set("village.gardens", 2021, [10, 10, nil])
    village.set("village.watered", 2021, [10, 10, nil])
    let row = try #require(try village.indicator("watered", "R", 2021))
    #expect(row.value == 100)
    #expect(row.worst == 0 && row.best == 100)
    #expect(row.boundBasis == "unbounded")
    #expect(try village.target("G3", "R", 2021)?.status == .undecided)
  }

  @Test func moreThanAllIsAConflictAndHidesNothing() throws {
    var village = Village()
    village.set("village.gardens", 2021, [10, 10, 1])
    village.set("village.watered", 2021, [10, 9, 2])
    let row = try #require(try village.indicator("watered", "R", 2021))
    #expect(row.numerator == 19 && row.denominator == 20)
    #expect(row.reported == 2 && row.expected == 3)
    let unit = try #require(try village.indicator("watered", "V3", 2021))
    #expect(unit.value == nil && unit.missing == .conflict)
    #expect(try village.target("G3", "V3", 2021)?.status == .undecided)
    #expect(try village.target("G3", "R", 2021)?.status == .notReached)
  }

  @Test func withoutAnyDenominatorTheBoundsAreOpen() throws {
    var village = Village()
    village.set("village.gardens", 2020, [10, 10, nil])
    village.set("village.watered", 2020, [10, 10, nil])
    let row = try #require(try village.indicator("watered", "R", 2020))
    #expect(row.value == 100)
    #expect(row.worst == 0 && row.best == 100)
    #expect(row.boundBasis == "unbounded")
  }

  @Test func aLowerBoundOpensTheUpperOne() throws {
    var village = Village()
    village.set("trees.standing", 2021, [4, 4, 4])
    for unit in ["V1", "V2"] { village.set("visits.visited", unit, 2021, 4) }
    village.set("visits.visited", "V3", 2021, 1, isPartial: true)
    let row = try #require(try village.indicator("visited", "R", 2021))
    #expect(row.value == 75)
    #expect(row.worst == 75 && row.best == 100)
    #expect(row.reported == 2 && row.expected == 3)
  }

  @Test func countsWithGapsHaveOneBound() throws {
    var village = Village()
    village.set("village.weeds", 2021, [2, 3, nil])
    let row = try #require(try village.indicator("weeds", "R", 2021))
    #expect(row.value == 5)
    #expect(row.best == 5 && row.worst == nil)
    #expect(row.boundBasis == "unbounded")
  }

  @Test func whatHasNoUnitCountsForTheWhole() throws {
    var village = Village()
    village.set("visits.visits", 2021, [2, 3, 4])
    village.set("visits.visits", FactRow.unplaced, 2021, 1)
    #expect(try village.indicator("visits", "R", 2021)?.value == 10)
    #expect(try village.indicator("visits", "V1", 2021)?.value == 2)
  }

  @Test func noSuchCaseCountsAsNothingAndStaysSaid() throws {
    var village = Village()
    for unit in ["V1", "V2", "V3"] {
      village.set("village.weeds", unit, 2021, nil, missing: .noCase)
    }
    let row = try #require(try village.indicator("weeds", "R", 2021))
    #expect(row.value == 0 && row.missing == .noCase)
    #expect(row.reported == 3)
  }

  @Test func eachGivesNoFigureOverUnits() throws {
    var village = Village()
    village.set("village.lessons", 2021, [3, 0, 1])
    #expect(try village.indicator("lessons-here", "V1", 2021)?.value == 3)
    #expect(try village.indicator("lessons-here", "R", 2021) == nil)
  }
}
