import Methods
import Testing

@Suite(.timeLimit(.minutes(1)))
struct PoissonRateTests {
  @Test func `three events have the limits of R's poisson.test`() throws {
    let rate = try PoissonRate.interval(for: 3, in: 1, per: 1).get()
    #expect(abs(rate.interval.lower - 0.618_672_122_896) <= 1e-12)
    #expect(abs(rate.interval.upper - 8.767_273_069_74) <= 1e-11)
  }

  struct Gap: Sendable, CustomTestStringConvertible {
    let events: Int
    let population: Double
    let scale: Double
    let gap: StatisticGap
    var testDescription: String { "\(events) in \(population) per \(scale)" }
  }

  @Test(arguments: [
    Gap(events: 1, population: 0, scale: 1, gap: .zeroDenominator),
    Gap(events: 0, population: 0, scale: 1, gap: .zeroDenominator),
    Gap(events: -1, population: 5, scale: 1, gap: .negative),
    Gap(events: 1, population: -5, scale: 1, gap: .negative),
    Gap(events: 1, population: 5, scale: 0, gap: .negative),
    Gap(events: 1, population: .nan, scale: 1, gap: .notFinite),
    Gap(events: 1, population: .infinity, scale: 1, gap: .notFinite),
    Gap(events: 1, population: 1, scale: .nan, gap: .notFinite),
    Gap(events: 5, population: 1e-300, scale: 1e300, gap: .outOfRange),
  ])
  func `inputs that make no rate are gaps`(_ gap: Gap) {
    for method in PoissonRate.Method.allCases {
      let result = PoissonRate.interval(
        for: gap.events,
        in: gap.population,
        per: gap.scale,
        method: method
      )
      #expect(result == .failure(gap.gap))
    }
  }

  @Test func `the exact limits stop at the counts they were checked for`() throws {
    let limit = PoissonRate.largestCount
    for count in [limit + 1, .max] {
      let result = PoissonRate.interval(for: count, in: 1, per: 1)
      #expect(result == .failure(.countTooLarge(limit: limit)))
      _ = try PoissonRate.interval(for: count, in: 1, per: 1, method: .byar).get()
    }
  }

  @Test(arguments: PoissonRate.Method.allCases)
  func `intervals contain, nest, scale and rise with the count`(_ method: PoissonRate.Method) throws
  {
    var before: Interval?
    for events in 0...60 {
      let rates = try ConfidenceLevel.allCases.map { level in
        try PoissonRate.interval(for: events, in: 64, per: 1, method: method, level: level).get()
      }
      for rate in rates {
        #expect(rate.interval.contains(rate.value))
        let scaled = try PoissonRate.interval(
          for: events,
          in: 64,
          per: 1_024,
          method: method,
          level: rate.interval.level
        ).get()
        #expect(scaled.interval.upper == 1_024 * rate.interval.upper)
        #expect(scaled.interval.lower == 1_024 * rate.interval.lower)
      }
      for (narrow, wide) in zip(rates, rates.dropFirst()) {
        #expect(wide.interval.lower <= narrow.interval.lower)
        #expect(wide.interval.upper > narrow.interval.upper)
      }
      let current = try #require(rates.first).interval
      if let before {
        #expect(before.lower < current.lower && before.upper < current.upper)
      } else {
        #expect(current.lower == 0)
      }
      before = current
    }
  }
}
