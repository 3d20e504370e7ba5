import Methods
import OracleSupport
import Testing

/// Successes and trials of consecutive years from 2021 on.
func yearly(_ successes: [Int], of trials: [Int]) -> [TimedTrials] {
  zip(successes, trials).enumerated().map { offset, counts in
    TimedTrials(year: 2_021 + offset, successes: counts.0, trials: counts.1)
  }
}

@Suite(.timeLimit(.minutes(1)))
struct CochranArmitageTests {
  static let series: [[TimedTrials]] = [
    yearly([30, 33, 35, 38, 40], of: [40, 40, 41, 42, 42]),
    yearly([18, 18, 17, 18, 18], of: [18, 18, 18, 18, 18]),
    yearly([0, 0, 1, 2, 1], of: [18, 18, 18, 18, 18]),
    yearly([9, 1, 5, 3, 0, 7, 2], of: [9, 11, 5, 30, 4, 7, 2]),
    yearly([90, 70, 150], of: [200, 300, 250]),
  ]

  @Test func `the case of the method notes`() throws {
    let test = try CochranArmitage.test(Self.series[0]).get()
    #expect(abs(test.chiSquare - 7.915_291_484_58) <= 1e-11)
    #expect(abs(test.probability - 0.004_901_868_172_63) <= 1e-14)
    #expect(test.z > 0 && test.times == 5 && test.successes == 176 && test.trials == 205)
  }

  @Test(arguments: series)
  func `failures instead of successes, and time turned round, change the sign only`(
    _ series: [TimedTrials]
  ) throws {
    let base = try CochranArmitage.test(series).get()
    let failures = try CochranArmitage.test(
      series.map {
        TimedTrials(time: $0.time, successes: $0.trials - $0.successes, trials: $0.trials)
      }
    ).get()
    let backwards = try CochranArmitage.test(
      series.map { TimedTrials(time: -$0.time, successes: $0.successes, trials: $0.trials) }
    ).get()
    for other in [failures, backwards] {
      #expect(relativeError(other.z, -base.z) <= 1e-15)
      #expect(other.exactFraction == base.exactFraction)
      #expect(try relativeError(other.exactProbability.get(), base.exactProbability.get()) <= 1e-13)
    }
  }

  @Test(arguments: series)
  func `order, shift, unit of time and split rows change nothing`(_ series: [TimedTrials]) throws {
    let base = try CochranArmitage.test(series).get()
    #expect(try CochranArmitage.test(series.reversed()).get() == base)
    for (factor, shift) in [(1.0, -2_021.0), (0.25, 3), (0.1, 0), (12, 0)] {
      let moved = series.map {
        TimedTrials(
          time: ($0.time - 2_021) * factor + shift,
          successes: $0.successes,
          trials: $0.trials
        )
      }
      let test = try CochranArmitage.test(moved).get()
      #expect(relativeError(test.z, base.z) <= 1e-14)
      guard factor != 0.1 else { continue }
      #expect(test.exactFraction == base.exactFraction)
    }
    let split = series.flatMap { row in
      [
        TimedTrials(time: row.time, successes: row.successes, trials: row.successes),
        TimedTrials(time: row.time, successes: 0, trials: row.trials - row.successes),
        TimedTrials(time: row.time + 0.5, successes: 0, trials: 0),
      ]
    }
    #expect(try CochranArmitage.test(split).get() == base)
  }

  @Test func `times on no grid leave the asymptotic answer`() throws {
    let rows = [0.0, 2.0.squareRoot(), 3].enumerated().map {
      TimedTrials(time: $0.element, successes: 1 + 2 * $0.offset, trials: 9)
    }
    let test = try CochranArmitage.test(rows).get()
    #expect(test.exactProbability == .failure(.tooMuchWork))
    #expect(test.probability < 0.2)
  }

  @Test func `counts that make no trend are gaps`() {
    typealias Test = CochranArmitage
    #expect(Test.test([]) == .failure(.tooFewPoints(needed: 2, had: 0)))
    #expect(Test.test(yearly([1], of: [2])) == .failure(.tooFewPoints(needed: 2, had: 1)))
    #expect(Test.test(yearly([0, 0], of: [0, 0])) == .failure(.tooFewPoints(needed: 2, had: 0)))
    #expect(Test.test(yearly([0, 0, 0], of: [5, 5, 5])) == .failure(.allEqual))
    #expect(Test.test(yearly([5, 5, 5], of: [5, 5, 5])) == .failure(.allEqual))
    #expect(Test.test(yearly([6, 5, 5], of: [5, 5, 5])) == .failure(.numeratorAboveDenominator))
    #expect(Test.test(yearly([-1, 5, 5], of: [5, 5, 5])) == .failure(.negative))
    #expect(Test.test(yearly([1, 1], of: [.max, 5])) == .failure(.countTooLarge(limit: .max)))
    for time in [Double.nan, .infinity, -.infinity] {
      let rows = yearly([1, 2], of: [5, 5]) + [TimedTrials(time: time, successes: 1, trials: 2)]
      #expect(Test.test(rows) == .failure(.notFinite))
    }
    let far = [-1e308, 1e308].map { TimedTrials(time: $0, successes: 1, trials: 2) }
    #expect(Test.test(far) == .failure(.outOfRange))
    let many = Array(repeating: TimedTrials(time: 1, successes: 0, trials: 1), count: 1_000_001)
    #expect(Test.test(many) == .failure(.tooManyPoints(limit: 1_000_000, had: 1_000_001)))
  }

  @Test func `hostile sizes are answered in time`() throws {
    for size in [2_000_000, Int.max / 8] {
      let rows = yearly([size / 2, size / 3, size / 4], of: [size, size, size])
      let test = try CochranArmitage.test(rows).get()
      #expect(test.probability == 0 || test.probability < 1e-100)
      #expect(test.exactProbability == .failure(.tooMuchWork))
    }
    let rare = try CochranArmitage.test(
      yearly([0, 1, 4], of: Array(repeating: .max / 8, count: 3))
    )
    .get()
    #expect(try abs(rare.exactProbability.get() - rare.probability) < 0.05)
    let long = (0..<20_000).map { TimedTrials(time: Double($0), successes: $0 % 2, trials: 1) }
    #expect(try CochranArmitage.test(long).get().exactProbability == .failure(.tooMuchWork))
  }

  @Test func `fractions and doubles agree where one takes over`() throws {
    // 126 of 253 choices do not fit; with fewer trials they do.
    let fits = try CochranArmitage.test(yearly([20, 22, 20], of: [41, 41, 42])).get()
    let beyond = try CochranArmitage.test(yearly([22, 24, 22], of: [45, 45, 46])).get()
    #expect(fits.exactFraction != nil && beyond.exactFraction == nil)
    #expect(try abs(fits.exactProbability.get() - beyond.exactProbability.get()) < 0.02)
  }
}
