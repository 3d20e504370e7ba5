import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SenSlopeTests {
  @Test func `five points attain 98.3 percent with the whole range`() throws {
    let interval = try SenSlope.estimate(yearly([1, 4, 9, 16, 25])).get().interval.get()
    #expect(interval.lower == 3 && interval.upper == 9)
    #expect(interval.attained == 59.0 / 60)
  }

  @Test func `four points cannot attain 95 percent`() throws {
    let estimate = try SenSlope.estimate(yearly([1, 2, 4, 8])).get()
    #expect(estimate.interval == .failure(.levelNotAttainable(best: 11.0 / 12)))
    let lower = try SenSlope.estimate(yearly([1, 2, 4, 8]), level: .percent90).get()
    #expect(try lower.interval.get().attained == 11.0 / 12)
  }

  @Test func `slopes use the years, not the positions`() throws {
    let series = [2_009, 2_010, 2_020, 2_024].map {
      TimedValue(year: $0, value: 3 * Double($0) - 7)
    }
    #expect(try SenSlope.estimate(series).get().slope == 3)
  }

  /// Every order of the errors that the level counts as inside must keep the true slope inside,
  /// also when errors are equal; counted over all orders, at least the attained level is kept.
  @Test(arguments: [
    [0, 1, 2, 3, 4], [0, 0, 1, 2, 5], [0, 0, 0, 1, 1], [0, 0, 0, 0, 0], [3, 3, 1, 1, 1],
  ])
  func `the interval keeps its level over all orders of the errors`(_ errors: [Double]) throws {
    var kept = 0
    let orders = permutations(errors)
    for order in orders {
      let series = yearly(order.enumerated().map { 2 * Double($0.offset) + $0.element })
      kept += try SenSlope.estimate(series).get().interval.get().contains(2) ? 1 : 0
    }
    #expect(Double(kept) / Double(orders.count) >= 59.0 / 60)
  }

  @Test func `a series of equal values has slope zero`() throws {
    let estimate = try SenSlope.estimate(yearly([7, 7, 7, 7, 7])).get()
    #expect(estimate.slope == 0)
    #expect(try estimate.interval.get().lower == 0)
    #expect(try estimate.interval.get().upper == 0)
  }

  @Test func `order, shift and mirror images`() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let base = try SenSlope.estimate(yearly(values)).get()
    #expect(try SenSlope.estimate(yearly(values).reversed()).get() == base)
    #expect(try SenSlope.estimate(yearly(values.map { $0 + 100 })).get() == base)
    let mirror = try SenSlope.estimate(yearly(values.map { -$0 })).get()
    #expect(mirror.slope == -base.slope)
    #expect(try mirror.interval.get().lower == -base.interval.get().upper)
    #expect(try mirror.interval.get().upper == -base.interval.get().lower)
  }

  @Test func `a wider level gives a wider interval`() throws {
    for points in [8, 20, 33, 34, 60] {
      let values = (0..<points).map { Double(($0 * 7) % 11) + Double($0) / 3 }
      let intervals = try ConfidenceLevel.allCases.map { level in
        try SenSlope.estimate(yearly(values), level: level).get().interval.get()
      }
      for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
        #expect(wide.lower <= narrow.lower && wide.upper >= narrow.upper)
      }
    }
  }

  @Test func `the approximation takes over after 33 points and says so`() throws {
    let values = (0..<34).map { Double(($0 * 7) % 11) }
    #expect(try SenSlope.estimate(yearly(Array(values.dropLast()))).get().method == .exact)
    let estimate = try SenSlope.estimate(yearly(values)).get()
    #expect(estimate.method == .normalApproximation)
    #expect(try #require(estimate.interval.get().attained) >= 0.95)
  }

  private func permutations(_ values: [Double]) -> [[Double]] {
    guard let first = values.first else { return [[]] }
    return permutations(Array(values.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }
}
