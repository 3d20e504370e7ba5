import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RanksTests {
  static let communes = HeterogeneityTests.communes

  @Test func `ranks sum up, and intervals hold them`() throws {
    for level in ConfidenceLevel.allCases {
      let units = try Ranks.proportions(Self.communes, level: level).get().units
        .map { try $0.get() }
      let count = Double(units.count)
      #expect(abs(units.map(\.expected).reduce(0, +) - count * (count + 1) / 2) <= 1e-10)
      #expect(units.map(\.rank).reduce(0, +) == count * (count + 1) / 2)
      for unit in units {
        #expect(abs(unit.probabilities.reduce(0, +) - 1) <= 1e-12)
        #expect(unit.interval.contains(unit.expected.rounded()))
        #expect(try #require(unit.interval.attained) >= level.fraction - 1e-9)
      }
      for place in units.indices {
        #expect(abs(units.map { $0.probabilities[place] }.reduce(0, +) - 1) <= 1e-11)
      }
    }
  }

  @Test func `intervals nest`() throws {
    let sets = try ConfidenceLevel.allCases.sorted().map { level in
      try Ranks.proportions(Self.communes, level: level).get().units
        .map { try $0.get().interval }
    }
    for (narrow, wide) in zip(sets, sets.dropFirst()) {
      for (one, other) in zip(narrow, wide) {
        #expect(other.lower <= one.lower && one.upper <= other.upper)
      }
    }
  }

  @Test func `order changes nothing, and failures turn ranks round`() throws {
    let units = try Ranks.proportions(Self.communes).get().units.map { try $0.get() }
    let turned = try Ranks.proportions(Self.communes.reversed()).get().units
      .map { try $0.get() }
    let failures = Self.communes.map {
      CountOfTrials(successes: $0.trials - $0.successes, trials: $0.trials)
    }
    let mirrored = try Ranks.proportions(failures).get().units.map { try $0.get() }
    let last = Double(units.count + 1)
    for (index, unit) in units.enumerated() {
      let same = turned[units.count - 1 - index]
      #expect(same.rank == unit.rank && same.interval.upper == unit.interval.upper)
      #expect(abs(same.expected - unit.expected) <= 1e-12)
      let opposite = mirrored[index]
      #expect(opposite.rank == last - unit.rank)
      #expect(abs(opposite.expected - (last - unit.expected)) <= 1e-11)
      #expect(opposite.interval.lower == last - unit.interval.upper)
    }
    #expect(Ranks.proportions(Self.communes) == Ranks.proportions(Self.communes))
  }

  @Test func `equal units have the middle rank and the whole width`() throws {
    let equal = Array(repeating: CountOfTrials(successes: 5, trials: 5), count: 18)
    for unit in try Ranks.proportions(equal).get().units.map({ try $0.get() }) {
      #expect(unit.rank == 9.5 && abs(unit.expected - 9.5) <= 1e-11)
      // One rank in eighteen has more than 2.5 %.
      #expect(unit.interval.lower == 1 && unit.interval.upper == 18)
      for probability in unit.probabilities {
        #expect(abs(probability - 1 / 18.0) <= 1e-12)
      }
    }
  }

  @Test func `what cannot be ranked has a gap, and others are ranked`() throws {
    let bad = [(1, 0), (3, 2), (-1, 3), (1, 1_000_000)].map {
      CountOfTrials(successes: $0.0, trials: $0.1)
    }
    let ranks = try Ranks.proportions(bad + Self.communes).get()
    #expect(ranks.units[0] == .failure(.zeroDenominator))
    #expect(ranks.units[1] == .failure(.numeratorAboveDenominator))
    #expect(ranks.units[2] == .failure(.negative))
    #expect(ranks.units[3] == .failure(.countTooLarge(limit: 999_999)))
    #expect(try Array(ranks.units.dropFirst(4)) == Ranks.proportions(Self.communes).get().units)
    #expect(Ranks.proportions(bad) == .failure(.tooFewPoints(needed: 2, had: 0)))
    #expect(Ranks.proportions([]) == .failure(.tooFewPoints(needed: 2, had: 0)))
    let many = Array(repeating: CountOfTrials(successes: 1, trials: 2), count: 201)
    #expect(Ranks.proportions(many) == .failure(.tooManyPoints(limit: 200, had: 201)))
  }

  @Test func `hostile sizes end in ranks or a gap`() throws {
    for sizes in [
      [1e308, 1e-308, 1], [.nan, .infinity, 0], [1, 1, Double.leastNonzeroMagnitude],
    ] {
      for events in [0, 3, 500_000, Int.max] {
        let counts = sizes.map { CountInPopulation(events: events, population: $0) }
        guard let ranks = try? Ranks.rates(counts).get() else { continue }
        for case .success(let unit) in ranks.units {
          #expect(unit.expected >= 1 && unit.expected <= 3)
        }
      }
    }
    let extremes = [(0, 1), (1, 1), (4_999, 9_999), (0, 9_999)].map {
      CountOfTrials(successes: $0.0, trials: $0.1)
    }
    let units = try Ranks.proportions(extremes).get().units.map { try $0.get() }
    #expect(abs(units.map(\.expected).reduce(0, +) - 10) <= 1e-9)
  }

  @Test func `many large units are more work than is done`() {
    let small = CountOfTrials(successes: 0, trials: 1)
    let large =
      [small] + Array(repeating: CountOfTrials(successes: 9, trials: 999_999), count: 50)
      + [CountOfTrials(successes: 499_999, trials: 999_999)]
    #expect(Ranks.proportions(large) == .failure(.tooMuchWork))
  }

  @Test func `a hundred units are done in time`() throws {
    let counts = (0..<100).map { CountOfTrials(successes: 10 + $0 % 11, trials: 20 + $0 % 7) }
    #expect(try Ranks.proportions(counts).get().units.count == 100)
  }
}
