import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(2)))
struct HeterogeneityTests {
  typealias Probability = Heterogeneity.Probability

  static func trials(_ pairs: [(Int, Int)]) -> [CountOfTrials] {
    pairs.map { CountOfTrials(successes: $0.0, trials: $0.1) }
  }

  static let communes = trials([
    (9, 10), (18, 20), (5, 5), (10, 12), (2, 3), (30, 31), (5, 5), (1, 1), (38, 40), (4, 4), (8, 9),
    (17, 18), (5, 5), (5, 5), (12, 12), (10, 10), (20, 20), (6, 6),
  ])

  @Test func `order and exchange of successes and failures change nothing`() throws {
    let one = try Heterogeneity.proportions(Self.communes).get()
    let turned = try Heterogeneity.proportions(Self.communes.reversed()).get()
    let failures = Self.communes.map {
      CountOfTrials(successes: $0.trials - $0.successes, trials: $0.trials)
    }
    let mirrored = try Heterogeneity.proportions(failures).get()
    #expect(one.probability == turned.probability)
    #expect(one.probability == mirrored.probability)
    #expect(
      try relativeError(mirrored.chiSquare.get().statistic, one.chiSquare.get().statistic) < 1e-12
    )
    guard case .exact = try one.probability.get() else {
      Issue.record("eighteen communes with few failures should be exact")
      return
    }
  }

  @Test func `no event and all successes have probability 1`() throws {
    for successes in [0, 5] {
      let counts = Self.trials(Array(repeating: (successes, 5), count: 18))
      let result = try Heterogeneity.proportions(counts).get()
      #expect(try result.probability.get().value == 1)
      #expect(result.chiSquare == .failure(.noVariation))
    }
    let none = [5, 9.5].map { CountInPopulation(events: 0, population: $0) }
    #expect(try Heterogeneity.rates(none).get().probability.get().value == 1)
  }

  @Test func `sums in doubles agree with fractions`() throws {
    // Populations that are no whole numbers keep the fraction out.
    let counts = [(3, 120.0), (0, 240), (1, 360), (7, 480), (2, 600)]
    let whole = counts.map { CountInPopulation(events: $0.0, population: $0.1) }
    let broken = counts.map { CountInPopulation(events: $0.0, population: $0.1 / 7) }
    let exact = try Heterogeneity.rates(whole).get().probability.get()
    let summed = try Heterogeneity.rates(broken).get().probability.get()
    guard case .exact = exact, case .summed = summed else {
      Issue.record("\(exact) \(summed)")
      return
    }
    #expect(relativeError(summed.value, exact.value) <= 1e-12)
  }

  @Test func `random tables agree with all tables within their error`() throws {
    // Sizes that all differ: too many different tables to sum up.
    let counts = Self.trials((0..<18).map { (3 + ($0 * 5) % 7, 41 + 3 * $0) })
    let simulated = try Heterogeneity.proportions(counts).get().probability.get()
    guard case .simulated(let value, let error, let draws) = simulated else {
      Issue.record("\(simulated)")
      return
    }
    #expect(draws == Heterogeneity.draws && error > 0)
    #expect(try Heterogeneity.proportions(counts).get().probability.get() == simulated)
    #expect(try Heterogeneity.proportions(counts.reversed()).get().probability.get() == simulated)
    let other = try Heterogeneity.proportions(counts, seed: 7).get().probability.get()
    #expect(other != simulated)
    // Five standard errors of the difference of two independent simulations.
    #expect(abs(other.value - value) <= 5 * 2.0.squareRoot() * error)
    let asymptotic = try Heterogeneity.proportions(counts).get().chiSquare.get().probability
    #expect(abs(asymptotic - value) <= 0.03)
    let rates = counts.map {
      CountInPopulation(events: $0.successes, population: Double($0.trials) * 100.5)
    }
    let rate = try Heterogeneity.rates(rates).get()
    #expect(try abs(rate.probability.get().value - rate.chiSquare.get().probability) <= 0.03)
  }

  @Test func `units that cannot count are left out`() throws {
    let bad = Self.trials([(1, 0), (5, 4), (-1, 3)])
    let result = try Heterogeneity.proportions(bad + Self.communes).get()
    #expect(result.leftOut == 3 && result.units == Self.communes.count)
    #expect(try result.probability == Heterogeneity.proportions(Self.communes).get().probability)
    #expect(Heterogeneity.proportions(bad) == .failure(.tooFewPoints(needed: 2, had: 0)))
    #expect(Heterogeneity.proportions([]) == .failure(.tooFewPoints(needed: 2, had: 0)))
    #expect(Heterogeneity.rates([]) == .failure(.tooFewPoints(needed: 2, had: 0)))
  }

  @Test func `hostile counts end with a number or a gap`() throws {
    let large = Self.trials([(1, 2_000_000), (5, 3), (4, 9)])
    #expect(
      try Heterogeneity.proportions(large).get().probability
        == .failure(.countTooLarge(limit: 1_000_000))
    )
    let sets: [[(Int, Double)]] = [
      [(Int.max, 1), (Int.max, 1)], [(1, 1e308), (2, 1e308)], [(1, 1e-308), (2, 1e308)],
      [(1, .nan), (2, 1), (3, .infinity), (0, 2)], [(400_000, 1), (1, 1e300), (2, 0.5)],
    ]
    for set in sets {
      let counts = set.map { CountInPopulation(events: $0.0, population: $0.1) }
      guard let result = try? Heterogeneity.rates(counts).get() else { continue }
      if case .success(let probability) = result.probability {
        #expect((0...1).contains(probability.value))
      }
      if case .success(let chiSquare) = result.chiSquare {
        #expect(chiSquare.statistic.isFinite && (0...1).contains(chiSquare.probability))
      }
    }
    let many = Array(repeating: CountOfTrials(successes: 1, trials: 3), count: 201)
    #expect(
      try Heterogeneity.proportions(many).get().probability
        == .failure(.tooManyPoints(limit: 200, had: 201))
    )
  }

  @Test func `large tables are done in time`() throws {
    let wide = Self.trials((0..<200).map { ($0 % 9, 40 + $0) })
    #expect(try (0...1).contains(Heterogeneity.proportions(wide).get().probability.get().value))
    let tall = Self.trials([(90_000, 200_000), (90_500, 200_000), (250_300, 550_000)])
    #expect(try (0...1).contains(Heterogeneity.proportions(tall).get().probability.get().value))
  }
}
