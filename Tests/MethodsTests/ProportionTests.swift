import Methods
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ProportionTests {
  struct Gap: Sendable, CustomTestStringConvertible {
    let successes: Int
    let trials: Int
    let gap: StatisticGap
    var testDescription: String { "\(successes) of \(trials)" }
  }

  @Test(arguments: [
    Gap(successes: 0, trials: 0, gap: .zeroDenominator),
    Gap(successes: 1, trials: 0, gap: .zeroDenominator),
    Gap(successes: 6, trials: 5, gap: .numeratorAboveDenominator),
    Gap(successes: -1, trials: 5, gap: .negative),
    Gap(successes: 0, trials: -5, gap: .negative),
    Gap(successes: .min, trials: .min, gap: .negative),
    Gap(successes: .max, trials: 1, gap: .numeratorAboveDenominator),
  ])
  func `counts that make no proportion are gaps`(_ gap: Gap) {
    for method in Proportion.Method.allCases {
      let result = Proportion.interval(for: gap.successes, in: gap.trials, method: method)
      #expect(result == .failure(gap.gap))
    }
  }

  @Test func `the exact interval stops at the counts it was checked for`() throws {
    let limit = Proportion.largestTrials
    for count in [limit + 1, .max] {
      let result = Proportion.interval(for: 1, in: count, method: .clopperPearson)
      #expect(result == .failure(.countTooLarge(limit: limit)))
    }
    _ = try Proportion.interval(for: limit / 2, in: limit, method: .clopperPearson).get()
  }

  @Test func `the largest counts have a Wilson interval`() throws {
    for successes in [0, 1, Int.max / 2, Int.max - 1, Int.max] {
      let result = try Proportion.interval(for: successes, in: .max).get()
      #expect(result.interval.contains(result.value))
      #expect(result.interval.lower >= 0 && result.interval.upper <= 1)
    }
  }

  @Test(arguments: Proportion.Method.allCases)
  func `limits at the ends are exact`(_ method: Proportion.Method) throws {
    for trials in [1, 2, 5, 12, 18, 260, 1_000, 1_000_000] {
      for level in ConfidenceLevel.allCases {
        let none = try Proportion.interval(for: 0, in: trials, method: method, level: level).get()
        #expect(none.interval.lower == 0)
        let all = try Proportion.interval(for: trials, in: trials, method: method, level: level)
          .get()
        #expect(all.interval.upper == 1)
      }
    }
  }

  @Test(arguments: Proportion.Method.allCases, [1, 2, 5, 18, 73, 260])
  func `intervals contain, mirror, nest and move with the count`(
    _ method: Proportion.Method,
    _ trials: Int
  ) throws {
    var before: Interval?
    for successes in 0...trials {
      let intervals = try ConfidenceLevel.allCases.map { level in
        try Proportion.interval(for: successes, in: trials, method: method, level: level).get()
      }
      for result in intervals {
        #expect(result.interval.contains(result.value))
        #expect(result.method == method)
        let mirror = try Proportion.interval(
          for: trials - successes,
          in: trials,
          method: method,
          level: result.interval.level
        ).get()
        #expect(abs(result.interval.lower - (1 - mirror.interval.upper)) <= 1e-15)
        #expect(abs(result.interval.upper - (1 - mirror.interval.lower)) <= 1e-15)
      }
      for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
        #expect(narrow.interval.level < wide.interval.level)
        #expect(wide.interval.lower <= narrow.interval.lower)
        #expect(wide.interval.upper >= narrow.interval.upper)
      }
      let current = try #require(intervals.first).interval
      if let before {
        #expect(before.lower < current.lower && before.upper < current.upper)
      }
      before = current
    }
  }
}
