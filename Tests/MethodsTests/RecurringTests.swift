import Methods
import SeededNumbers
import Testing

/// What is worked out once for many must be to the last bit what each has alone.
@Suite(.timeLimit(.minutes(1)))
struct RecurringTests {
  /// Series of few and many values, with many and no ties, in order and not, and of hostile times.
  private static func series() -> [[TimedValue]] {
    var random = SeededNumbers(seed: 11)
    var all = (0..<2_000).map { _ in
      let most = Double(Int.random(in: 1...12, using: &random))
      return yearly(
        (0..<Int.random(in: 0...11, using: &random)).map { _ in
          Double.random(in: 0...most, using: &random).rounded()
        }
      )
    }
    all += all.prefix(50).map { $0.shuffled(using: &random) }
    all += all.prefix(50).map { $0 + $0.prefix(1) }
    all += [20, 34, 40, 120].map { count in
      yearly((0..<count).map { _ in Double.random(in: 0...1, using: &random) })
    }
    return all + [yearly([1, .nan, 3]), yearly([0, -0.0, 0, 1])]
  }

  @Test func `a recurring Mann-Kendall test is the test alone`() {
    var tests = RecurringMannKendall()
    for series in Self.series() {
      let test = tests.test(series)
      #expect(test == MannKendall.test(series))
      #expect(test == tests.test(series))
    }
  }

  @Test(arguments: [ConfidenceLevel.percent90, .percent95])
  func `a recurring slope is the slope alone`(level: ConfidenceLevel) {
    var slopes = RecurringSenSlope(level: level)
    for series in Self.series() {
      #expect(slopes.estimate(series) == SenSlope.estimate(series, level: level))
    }
  }

  @Test func `the order of values and their ties tell all of a Mann-Kendall test`() throws {
    // Ties of pairs as sorting has them.
    for series in Self.series() {
      guard let test = try? MannKendall.test(series).get() else { continue }
      let sizes = Dictionary(series.map { ($0.value, 1) }, uniquingKeysWith: +).values
      #expect(test.tieGroups == sizes.sorted(by: >))
      #expect(test.canBeSignificant(at: .percent95) == (test.smallestProbability <= 0.05))
    }
  }

  /// Counts of which fractions fit, and of which they do not.
  private static let pairs = {
    var random = SeededNumbers(seed: 12)
    return [1, 3, 20, 62, 64, 200, 5_000, 400_000].flatMap { most in
      (0..<60).map { _ in
        let trials = (0..<2).map { _ in Int.random(in: 0...most, using: &random) }
        let counts = trials.map {
          CountOfTrials(successes: Int.random(in: -1...($0 + 1), using: &random), trials: $0)
        }
        return (counts[0], counts[1])
      }
    } + [(CountOfTrials(successes: 3, trials: 20_000_000), CountOfTrials(successes: 1, trials: 2))]
  }()

  @Test func `the two-sided probability alone is that of the whole test`() {
    var tests = RecurringTwoProportions()
    for (first, second) in Self.pairs {
      let (own, other) = ((first.successes, first.trials), (second.successes, second.trials))
      let whole = TwoProportionsTest.test(own, against: other).map(\.probability.twoSided)
      #expect(TwoProportionsTest.twoSided(own, against: other) == whole)
      #expect(tests.twoSided(first, against: second) == whole)
      #expect(tests.twoSided(first, against: second) == whole)
    }
  }

  @Test func `funnels made together are those made one by one`() throws {
    var random = SeededNumbers(seed: 13)
    let counts = (0..<300).map { _ in
      let trials = Int.random(in: 0...40, using: &random)
      return CountOfTrials(
        successes: Int.random(in: 0...max(1, trials), using: &random),
        trials: trials
      )
    }
    let widenings = Funnel.Widening.allCases
    for centre in [nil, 0.0, 0.2, 0.9, 1] {
      let together = try Funnel.proportions(counts, centre: centre, widenings: widenings).get()
      for (widening, funnel) in zip(widenings, together) {
        #expect(try funnel == Funnel.proportions(counts, centre: centre, widening: widening).get())
      }
      guard let centre else { continue }
      // A unit alone has the limits that it has among units of its size.
      for (count, unit) in zip(counts, together[0].units) {
        let alone = Funnel.proportions([count], centre: centre)
        #expect((try? alone.get().units[0].get()) == (try? unit.get()))
      }
    }
    let bad = Funnel.proportions([], widenings: widenings)
    #expect(bad == .failure(.tooFewPoints(needed: 1, had: 0)))
  }

  @Test func `the order of units moves no bit of their common trend`() throws {
    var random = SeededNumbers(seed: 14)
    for units in [3, 12, 40] {
      let series = (0..<units).map { _ in
        yearly((0..<6).map { _ in Double(Int.random(in: 0...4, using: &random)) })
      }
      let test = try RegionalKendall.test(series).get()
      #expect(try RegionalKendall.test(series.shuffled(using: &random)).get() == test)
    }
  }
}
