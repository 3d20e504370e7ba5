import Methods
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ChangeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let earlier: Double?
    let later: Double?
    let difference: Result<Double, StatisticGap>
    let relative: Result<Double, StatisticGap>
    var testDescription: String { "from \(earlier as Any) to \(later as Any)" }

    init(
      _ earlier: Double?,
      _ later: Double?,
      _ difference: Result<Double, StatisticGap>,
      _ relative: Result<Double, StatisticGap>
    ) {
      self.earlier = earlier
      self.later = later
      self.difference = difference
      self.relative = relative
    }

    init(_ earlier: Double?, _ later: Double?, gap: StatisticGap) {
      self.init(earlier, later, .failure(gap), .failure(gap))
    }
  }

  @Test(arguments: [
    Case(40, 30, .success(-10), .success(-0.25)),
    Case(40, 40, .success(0), .success(0)),
    Case(8, 0, .success(-8), .success(-1)),
    Case(0, 5, .success(5), .failure(.zeroBase)),
    Case(0, 0, .success(0), .failure(.zeroBase)),
    Case(-4, 4, .success(8), .failure(.negativeBase)),
    Case(nil, 4, gap: .missingEarlier),
    Case(4, nil, gap: .missingLater),
    Case(nil, nil, gap: .missingEarlier),
    Case(.nan, 4, gap: .notFinite),
    Case(4, .infinity, gap: .notFinite),
    Case(1e308, -1e308, gap: .outOfRange),
    Case(1e-300, 1e300, .success(1e300), .failure(.outOfRange)),
  ])
  func `changes of values`(_ change: Case) {
    let result = YearlyChange.between(change.earlier, and: change.later)
    #expect(result.map(\.difference) == change.difference)
    #expect(result.flatMap(\.relative) == change.relative)
  }

  /// Two examples of Newcombe 1998, to the four decimals that the tests of R's propint quote of him.
  @Test func `intervals of two proportions are those of the published examples`() throws {
    for (later, earlier, lower, upper) in [
      ((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090),
    ] {
      let interval = try ProportionChange.between(earlier, and: later).get().interval
      #expect(abs(interval.lower - lower) <= 0.000_05)
      #expect(abs(interval.upper - upper) <= 0.000_05)
    }
  }

  @Test func `exchanging the years exchanges the limits`() throws {
    for earlier in 0...6 {
      for later in 0...9 {
        let there = try ProportionChange.between((earlier, 6), and: (later, 9)).get()
        let back = try ProportionChange.between((later, 9), and: (earlier, 6)).get()
        #expect(there.interval.lower == -back.interval.upper)
        #expect(there.interval.upper == -back.interval.lower)
      }
    }
  }

  @Test func `a wider level gives a wider interval`() throws {
    let intervals = try ConfidenceLevel.allCases.map { level in
      try ProportionChange.between((14, 18), and: (18, 18), level: level).get().interval
    }
    for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
      #expect(wide.lower < narrow.lower && wide.upper > narrow.upper)
    }
  }

  @Test func `gaps of a year pass through`() {
    #expect(ProportionChange.between(nil, and: (1, 2)) == .failure(.missingEarlier))
    #expect(ProportionChange.between((1, 2), and: nil) == .failure(.missingLater))
    #expect(ProportionChange.between((0, 0), and: (1, 2)) == .failure(.zeroDenominator))
    #expect(ProportionChange.between((1, 2), and: (3, 2)) == .failure(.numeratorAboveDenominator))
    #expect(ProportionChange.between((1, 2), and: (-3, 2)) == .failure(.negative))
  }
}
