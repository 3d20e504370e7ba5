import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct HostileSeriesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let series: [TimedValue]
    let gap: StatisticGap
    var testDescription: String { name }

    init(_ name: String, _ series: [TimedValue], _ gap: StatisticGap) {
      self.name = name
      self.series = series
      self.gap = gap
    }
  }

  static let cases: [Case] = [
    Case("empty", [], .tooFewPoints(needed: 3, had: 0)),
    Case("one", yearly([1]), .tooFewPoints(needed: 3, had: 1)),
    Case("two", yearly([1, 2]), .tooFewPoints(needed: 3, had: 2)),
    Case("not a number", yearly([1, .nan, 3]), .notFinite),
    Case("infinite", yearly([1, 2, .infinity]), .notFinite),
    Case("infinite time", yearly([1, 2]) + [TimedValue(time: -.infinity, value: 3)], .notFinite),
    Case("no time", yearly([1, 2]) + [TimedValue(time: .nan, value: 3)], .notFinite),
    Case("one year twice", yearly([1, 2]) + yearly([3]), .duplicateTime),
    Case("zero twice", [-0.0, 0, 1].map { TimedValue(time: $0, value: $0) }, .duplicateTime),
    Case(
      "years too large to differ",
      [Int.max, Int.max - 1, 0].map { TimedValue(year: $0, value: 1) },
      .duplicateTime
    ),
    Case(
      "too long",
      yearly(Array(repeating: 1, count: 1_001)),
      .tooManyPoints(limit: 1_000, had: 1_001)
    ),
    Case(
      "huge",
      Array(repeating: TimedValue(time: 1, value: 1), count: 5_000_000),
      .tooManyPoints(limit: 1_000, had: 5_000_000)
    ),
  ]

  @Test(arguments: cases)
  func `bad series are gaps`(_ hostile: Case) {
    #expect(MannKendall.test(hostile.series) == .failure(hostile.gap))
    #expect(SenSlope.estimate(hostile.series) == .failure(hostile.gap))
  }

  @Test func `equal values have no test of order`() {
    #expect(MannKendall.test(yearly([5, 5, 5])) == .failure(.allEqual))
    #expect(MannKendall.test(yearly([0, -0.0, 0])) == .failure(.allEqual))
    #expect(MannKendall.test(yearly(Array(repeating: 5, count: 1_000))) == .failure(.allEqual))
  }

  @Test func `extreme values are ranked, and their slopes are gaps where they overflow`() throws {
    let series = yearly([-1e308, 0, 1e308])
    #expect(try MannKendall.test(series).get().statistic == 3)
    #expect(SenSlope.estimate(series) == .failure(.outOfRange))
    let times = [-1e308, 0, 1e308].map { TimedValue(time: $0, value: $0 / 1e308) }
    #expect(SenSlope.estimate(times) == .failure(.outOfRange))
    let instant = Double.leastNonzeroMagnitude
    let instants = [0, instant, 2 * instant].map { TimedValue(time: $0, value: 1 - $0) }
    #expect(throws: Never.self) { try SenSlope.estimate(instants).get() }
    // All six slopes are near 1e308, so that the sum of the middle two overflows.
    let steep = (0..<4).map { TimedValue(time: Double($0) / 1e8, value: Double($0) * 1e300) }
    #expect(try relativeError(SenSlope.estimate(steep).get().slope, 1e308) <= 1e-15)
  }

  @Test func `the longest series allowed are done in time`() throws {
    let values = (0..<1_000).map { Double(($0 * 7_919) % 1_000) }
    for values in [values, values.sorted(), values.map { $0 < 990 ? 100 : $0 }] {
      let test = try MannKendall.test(yearly(values)).get()
      #expect((0...1).contains(test.probability))
      #expect((0...1).contains(test.smallestProbability))
      #expect(try SenSlope.estimate(yearly(values)).get().interval.get().lower.isFinite)
    }
  }

  @Test func `gaps have different codes`() {
    let gaps: [StatisticGap] = [
      .zeroDenominator, .numeratorAboveDenominator, .negative, .countTooLarge(limit: 1), .notFinite,
      .outOfRange, .missingEarlier, .missingLater, .zeroBase, .negativeBase,
      .tooFewPoints(needed: 1, had: 0), .tooManyPoints(limit: 1, had: 2), .duplicateTime,
      .yearsNotShared, .noFiniteEstimate, .tooMuchWork, .allEqual, .levelNotAttainable(best: 0),
      .notAProbability(index: 0), .noVariation,
      .collinear, .lengthsDiffer,
      .noConvergence,
      .zeroTarget, .signChange, .baseMeetsTarget, .deadlineNotAfterBase, .unknownDirection,
    ]
    #expect(Set(gaps.map(\.code)).count == gaps.count)
  }
}
