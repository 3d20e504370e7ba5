import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CountTrendTests {
  private func counts(_ counts: [Int], in populations: [Double]) -> [TimedCount] {
    zip(counts, populations).enumerated().map { offset, pair in
      TimedCount(year: 2_021 + offset, count: pair.0, population: pair.1)
    }
  }

  private var falling: [TimedCount] {
    counts([12, 9, 10, 6, 5], in: [5_000, 5_040, 5_080, 5_120, 5_150])
  }

  private var scattered: [TimedCount] {
    counts([40, 9, 33, 6, 25], in: [500, 510, 520, 500, 490])
  }

  @Test func `over-dispersion below one is not used, above one widens by Student's quantile`()
    throws
  {
    let calm = try PoissonTrend.fit(falling).get()
    #expect(calm.pearsonRatio < 1 && calm.dispersion == 1)
    #expect(calm.interval.contains(0))
    let wild = try PoissonTrend.fit(scattered).get()
    #expect(wild.pearsonRatio > 1 && wild.dispersion == wild.pearsonRatio)
    // Student's 97.5 % quantile for 3 degrees of freedom.
    let reach = 3.182_446_305_284_263 * wild.standardError
    let upper = 1 + wild.interval.upper / 100
    let middle = 1 + wild.annualPercentChange / 100
    #expect(abs(upper / middle - exponential(reach)) <= 1e-9 * upper)
  }

  /// The exponential by its series, so that the test needs no other library.
  private func exponential(_ power: Double) -> Double {
    var term = 1.0
    return (1...200).reduce(1.0) { sum, index in
      term *= power / Double(index)
      return sum + term
    }
  }

  @Test func `order, shift and population scale change nothing`() throws {
    for series in [falling, scattered] {
      let base = try PoissonTrend.fit(series).get()
      #expect(try PoissonTrend.fit(series.reversed()).get() == base)
      let moved = series.map {
        TimedCount(time: $0.time - 2_000, count: $0.count, population: $0.population)
      }
      #expect(try PoissonTrend.fit(moved).get() == base)
      let scaled = series.map {
        TimedCount(time: $0.time, count: $0.count, population: $0.population / 100_000)
      }
      let other = try PoissonTrend.fit(scaled).get()
      #expect(relativeError(other.annualPercentChange, base.annualPercentChange) <= 1e-12)
      #expect(relativeError(other.interval.upper, base.interval.upper) <= 1e-12)
    }
  }

  @Test func `time turned round turns the slope round`() throws {
    for series in [falling, scattered] {
      let base = try PoissonTrend.fit(series).get()
      let turned = series.map {
        TimedCount(time: -$0.time, count: $0.count, population: $0.population)
      }
      let other = try PoissonTrend.fit(turned).get()
      #expect(relativeError(other.slope, -base.slope) <= 1e-12)
      #expect(relativeError(other.standardError, base.standardError) <= 1e-12)
    }
  }

  @Test func `a steady rate has no change and an exact one is found`() throws {
    let steady = try PoissonTrend.fit(counts([7, 7, 7, 7], in: [100, 100, 100, 100])).get()
    #expect(abs(steady.annualPercentChange) <= 1e-12)
    #expect(steady.probability > 0.999_999 && steady.dispersion == 1)
    let doubling = try PoissonTrend.fit(counts([1, 2, 4, 8, 16], in: [9, 9, 9, 9, 9])).get()
    #expect(abs(doubling.annualPercentChange - 100) <= 1e-11)
  }

  @Test func `a wider level gives a wider interval`() throws {
    for series in [falling, scattered] {
      let intervals = try ConfidenceLevel.allCases.map {
        try PoissonTrend.fit(series, level: $0).get().interval
      }
      for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
        #expect(wide.lower < narrow.lower && wide.upper > narrow.upper)
      }
    }
  }

  @Test func `counts that make no trend are gaps`() {
    let five = [1.0, 1, 1, 1, 1]
    #expect(PoissonTrend.fit([]) == .failure(.tooFewPoints(needed: 3, had: 0)))
    #expect(
      PoissonTrend.fit(counts([1, 2], in: five)) == .failure(.tooFewPoints(needed: 3, had: 2))
    )
    #expect(PoissonTrend.fit(counts([0, 0, 0], in: five)) == .failure(.allEqual))
    #expect(PoissonTrend.fit(counts([9, 0, 0, 0], in: five)) == .failure(.noFiniteEstimate))
    #expect(PoissonTrend.fit(counts([0, 0, 0, 1], in: five)) == .failure(.noFiniteEstimate))
    #expect(PoissonTrend.fit(counts([1, -1, 2], in: five)) == .failure(.negative))
    #expect(PoissonTrend.fit(counts([1, 1, 2], in: [1, -1, 1])) == .failure(.negative))
    #expect(PoissonTrend.fit(counts([1, 1, 2], in: [1, 0, 1])) == .failure(.zeroDenominator))
    #expect(PoissonTrend.fit(counts([1, 1, 2], in: [1, .nan, 1])) == .failure(.notFinite))
    #expect(PoissonTrend.fit(counts([1, 1, 2], in: [1, .infinity, 1])) == .failure(.notFinite))
    let many = Array(repeating: falling[0], count: 1_000_001)
    #expect(PoissonTrend.fit(many) == .failure(.tooManyPoints(limit: 1_000_000, had: 1_000_001)))
    let far = [-1e308, 0, 1e308].map { TimedCount(time: $0, count: 1, population: 1) }
    #expect(PoissonTrend.fit(far) == .failure(.outOfRange))
  }

  @Test func `hostile counts and populations end in a number or a gap`() {
    let populations = [1e-307, 1, 1e308, 1e-300, 1e150]
    let numbers = [0, 1, 2_000_000, Int.max, 3]
    for shift in 0..<5 {
      for other in 0..<5 {
        let series = (0..<5).map {
          TimedCount(
            year: 2_021 + $0,
            count: numbers[($0 + shift) % 5],
            population: populations[($0 * other + shift) % 5]
          )
        }
        if case .success(let trend) = PoissonTrend.fit(series) {
          #expect(trend.annualPercentChange.isFinite && trend.probability <= 1)
          #expect(trend.interval.contains(trend.annualPercentChange))
        }
      }
    }
    let long = (0..<2_000).map { TimedCount(time: Double($0), count: $0 % 3, population: 5) }
    #expect(throws: Never.self) { try PoissonTrend.fit(long).get() }
  }

  static let proportions: [[TimedTrials]] = CochranArmitageTests.series.filter {
    (try? LogisticTrend.fit($0).get()) != nil
  }

  @Test(arguments: proportions)
  func `failures instead of successes invert the odds ratio`(_ series: [TimedTrials]) throws {
    let base = try LogisticTrend.fit(series).get()
    let failures = try LogisticTrend.fit(
      series.map {
        TimedTrials(time: $0.time, successes: $0.trials - $0.successes, trials: $0.trials)
      }
    ).get()
    #expect(relativeError(failures.oddsRatio, 1 / base.oddsRatio) <= 1e-12)
    #expect(relativeError(failures.interval.lower, 1 / base.interval.upper) <= 1e-12)
    #expect(relativeError(failures.probability, base.probability) <= 1e-10)
    #expect(try LogisticTrend.fit(series.reversed()).get() == base)
    let moved = series.map {
      TimedTrials(time: $0.time - 2_021, successes: $0.successes, trials: $0.trials)
    }
    #expect(try LogisticTrend.fit(moved).get() == base)
  }

  @Test(arguments: proportions)
  func `a wider level gives a wider interval of the odds ratio`(_ series: [TimedTrials]) throws {
    let intervals = try ConfidenceLevel.allCases.map {
      try LogisticTrend.fit(series, level: $0).get().interval
    }
    for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
      #expect(wide.lower < narrow.lower && wide.upper > narrow.upper)
    }
  }

  @Test func `proportions that make no odds ratio are gaps`() {
    let five = [5, 5, 5, 5]
    #expect(LogisticTrend.fit([]) == .failure(.tooFewPoints(needed: 3, had: 0)))
    #expect(
      LogisticTrend.fit(yearly([1, 2], of: five)) == .failure(.tooFewPoints(needed: 3, had: 2))
    )
    #expect(LogisticTrend.fit(yearly([5, 5, 5], of: five)) == .failure(.allEqual))
    #expect(LogisticTrend.fit(yearly([0, 0, 0], of: five)) == .failure(.allEqual))
    #expect(LogisticTrend.fit(yearly([0, 0, 5, 5], of: five)) == .failure(.noFiniteEstimate))
    #expect(LogisticTrend.fit(yearly([0, 0, 2, 5], of: five)) == .failure(.noFiniteEstimate))
    #expect(LogisticTrend.fit(yearly([5, 5, 5, 4], of: five)) == .failure(.noFiniteEstimate))
    #expect(LogisticTrend.fit(yearly([6, 5, 5], of: five)) == .failure(.numeratorAboveDenominator))
    #expect(LogisticTrend.fit(yearly([-1, 5, 5], of: five)) == .failure(.negative))
  }

  @Test func `hostile proportions end in a number or a gap`() {
    let numbers = [1, 2, 1_000_000, Int.max / 16, 7]
    for shift in 0..<5 {
      for other in 0..<5 {
        let series = (0..<5).map { index in
          let trials = numbers[(index * other + shift) % 5]
          let successes = min(trials, numbers[(index + shift) % 5])
          return TimedTrials(time: Double(index), successes: successes, trials: trials)
        }
        if case .success(let trend) = LogisticTrend.fit(series) {
          #expect(trend.oddsRatio.isFinite && trend.interval.contains(trend.oddsRatio))
          #expect((0...1).contains(trend.probability) && trend.dispersion >= 1)
        }
      }
    }
    let long = (0..<2_000).map { TimedTrials(time: Double($0), successes: $0 % 3, trials: 3) }
    #expect(throws: Never.self) { try LogisticTrend.fit(long).get() }
  }
}
