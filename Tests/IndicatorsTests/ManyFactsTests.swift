import Indicators
import SampleDistricts
import Tables
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ManyFactsTests {
  @Test(arguments: [2, 3, 16]) func `tables are the same with any number of threads`(jobs: Int)
    throws
  {
    let plan = try SampleDistrict.samplePlan()
    let district = try #require(SampleDistrict("ZA", of: plan, year: 2025, seed: 3))
    let settings = try district.settings
    let tables = indicators(district.plan, settings, district.join)
    #expect(!tables.indicators.isEmpty)
    #expect(indicators(district.plan, settings, district.join, jobs: jobs) == tables)
  }

  @Test func `the first of facts that stand twice counts`() throws {
    var village = Village()
    village.set("village.gardens", 2021, [10, 2, 8])
    village.set("village.watered", 2021, [5, 2, 4])
    let once = try village.tables(2021)
    village.set("village.watered", 2021, [1, 1, 1])
    village.set("village.watered", 2021, [6, nil, 6])
    #expect(try village.tables(2021).indicators == once.indicators)
  }
}
