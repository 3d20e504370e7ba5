import Distributions
import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct LeaveOneOutTests {
  @Test func `probabilities agree with scipy`() throws {
    var worst = 0.0
    for row in try OracleTable("scipy/leave-one-out.csv").rows {
      let count = try row.number("count", as: Int.self)
      let exposure = try row.number("exposure")
      let others = try row.number("total", as: Int.self) - count
      let comparison = try LeaveOneOut.comparison(
        of: count,
        with: [others],
        exposure: exposure,
        otherExposures: [row.number("exposure_of_all") - exposure]
      ).get()
      let expected = try row.number("probability")
      worst = max(
        worst,
        // Below the smallest normal double neither program has digits to compare.
        expected < 1e-290 ? comparison.probability : relativeError(comparison.probability, expected)
      )
    }
    #expect(worst <= 1e-11)
  }

  /// Out of four years with 12, 11, 13 and 12, 27 is one in 500; 60 is beyond all doubt.
  @Test func `equal years have equal shares`() throws {
    let year = try LeaveOneOut.comparison(of: 27, with: [12, 11, 13, 12]).get()
    #expect(year.expected == 15)
    #expect(year.total == 75)
    #expect(year.probability < 0.005 && year.probability > 0.0005)
    #expect(try LeaveOneOut.comparison(of: 60, with: [12, 11, 13, 12]).get().probability < 1e-12)
    #expect(try LeaveOneOut.comparison(of: 0, with: [0, 0]).get().probability == 1)
  }

  /// Whatever the total, a level is passed by chance at most so often: the test is exact.
  @Test(arguments: [0.05, 0.01, 0.001]) func `the level is kept for every total`(level: Double)
    throws
  {
    for years in 2...6 {
      for total in 1...60 {
        let distribution = try #require(
          BinomialDistribution(trials: total, probability: 1 / Double(years))
        )
        var alarms = 0.0
        for count in 0...total {
          let others = [total - count] + [Int](repeating: 0, count: years - 2)
          let p = try LeaveOneOut.comparison(of: count, with: others).get().probability
          if p <= level { alarms += try #require(distribution.mass(at: count)) }
        }
        #expect(alarms <= level * (1 + 1e-9))
      }
    }
  }

  struct Gap: Sendable, CustomTestStringConvertible {
    let count: Int
    let others: [Int]
    var exposure = 1.0
    var exposures: [Double]?
    let gap: StatisticGap
    var testDescription: String { "\(count) with \(others)" }
  }

  @Test(arguments: [
    Gap(count: 1, others: [], gap: .tooFewPoints(needed: 1, had: 0)),
    Gap(count: 1, others: [2, 3], exposures: [1], gap: .tooFewPoints(needed: 1, had: 1)),
    Gap(count: -1, others: [2], gap: .negative),
    Gap(count: 1, others: [-2], gap: .negative),
    Gap(count: 1, others: [2], exposure: 0, exposures: [1], gap: .zeroDenominator),
    Gap(count: 1, others: [2], exposure: .nan, exposures: [1], gap: .notFinite),
    Gap(count: .max, others: [.max], gap: .countTooLarge(limit: 10_000_000)),
    Gap(count: 10_000_001, others: [0], gap: .countTooLarge(limit: 10_000_000)),
  ])
  func `gaps are told`(_ row: Gap) {
    let result = LeaveOneOut.comparison(
      of: row.count,
      with: row.others,
      exposure: row.exposure,
      otherExposures: row.exposures
    )
    #expect(result == .failure(row.gap))
  }
}
