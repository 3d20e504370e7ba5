import Methods
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RateRatioTests {
  @Test func `exchanging the periods inverts ratio and limits`() throws {
    for later in 0...12 {
      for base in 0...12 {
        for (one, other) in [(1.0, 1.0), (5_000, 7_321), (0.1, 1e9)] {
          let there = try RateRatio.of((later, one), overBase: (base, other)).get()
          let back = try RateRatio.of((base, other), overBase: (later, one)).get()
          if let upper = there.upper, let lower = back.lower, upper > 0, lower > 0 {
            #expect(abs(upper * lower - 1) <= 1e-13)
          }
          #expect((there.upper == nil) == (base == 0))
          let twoSided = there.probability.twoSided.value
          #expect(abs(twoSided - back.probability.twoSided.value) <= 1e-13 * twoSided)
          if case .success(let ratio) = there.value, let interval = there.interval {
            #expect(interval.contains(ratio))
          }
        }
      }
    }
  }

  @Test func `a wider level gives a wider interval`() throws {
    let ratios = try ConfidenceLevel.allCases.map { level in
      try RateRatio.of((7, 5_000), overBase: (12, 5_100), level: level).get()
    }
    for (narrow, wide) in zip(ratios, ratios.dropFirst()) {
      #expect(try #require(wide.lower) < #require(narrow.lower))
      #expect(try #require(wide.upper) > #require(narrow.upper))
    }
  }

  @Test func `a base without events has a lower limit and a test only`() throws {
    let fromNone = try RateRatio.of((5, 1_000), overBase: (0, 1_000)).get()
    #expect(fromNone.value == .failure(.zeroBase))
    #expect(fromNone.upper == nil && fromNone.interval == nil)
    #expect(try #require(fromNone.lower) > 0)
    #expect(fromNone.probability.twoSided.exact?.description == "1/16")
    let toNone = try RateRatio.of((0, 1_000), overBase: (5, 1_000)).get()
    #expect(toNone.value == .success(0) && toNone.lower == 0)
    #expect(try #require(toNone.upper) < 1.1)
    let neither = try RateRatio.of((0, 1_000), overBase: (0, 1_000)).get()
    #expect(neither.value == .failure(.zeroBase))
    #expect(neither.lower == nil && neither.upper == nil)
    #expect(neither.probability.twoSided.value == 1)
  }

  /// A ratio that the two-sided limits leave out is one whose one-sided test has half the level.
  @Test func `the limits are where the one-sided tests reach half the significance`() throws {
    let ratio = try RateRatio.of((7, 5_000), overBase: (12, 5_100)).get()
    for (limit, isLower) in [(ratio.lower, true), (ratio.upper, false)] {
      let test = try RateRatio.of(
        (7, 5_000),
        overBase: (12, 5_100),
        supposed: #require(limit)
      ).get().probability
      let tail = isLower ? test.atLeast : test.atMost
      #expect(abs(tail.value - 0.025) <= 1e-14)
    }
  }

  @Test func `hostile numbers are gaps`() {
    let counts = [Int.min, -1, 0, 1, 10_000_000, .max]
    let populations = [-Double.infinity, -1, 0, .leastNonzeroMagnitude, 1, 1e308, .infinity, .nan]
    for later in counts {
      for base in counts {
        for one in populations {
          for other in populations {
            let result = RateRatio.of((later, one), overBase: (base, other))
            guard case .success(let ratio) = result else { continue }
            #expect(ratio.lower?.isFinite ?? true)
            #expect(ratio.upper?.isFinite ?? true)
            #expect((0...1).contains(ratio.probability.twoSided.value))
          }
        }
      }
    }
    #expect(RateRatio.of((1, 0), overBase: (1, 1)) == .failure(.zeroDenominator))
    #expect(RateRatio.of((1, 1), overBase: (-1, 1)) == .failure(.negative))
    #expect(RateRatio.of((1, 1), overBase: (1, .nan)) == .failure(.notFinite))
    #expect(RateRatio.of((1, 1), overBase: (1, 1), supposed: 0) == .failure(.negative))
  }
}
