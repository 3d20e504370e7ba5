import Methods
import Testing

@Suite(.timeLimit(.minutes(1)))
struct StandardisationTests {
  private static let strata = [
    StandardStratum(events: 3, population: 5_210, standard: 11_000),
    StandardStratum(events: 0, population: 7_004, standard: 24_000),
    StandardStratum(events: 11, population: 3_377, standard: 19_000),
    StandardStratum(events: 29, population: 1_130, standard: 5_000),
  ]

  private static let reference = strata.map { stratum in
    ReferenceStratum(
      events: stratum.events,
      population: stratum.population,
      referenceEvents: stratum.standard / 100,
      referencePopulation: stratum.standard * 3
    )
  }

  @Test func `one stratum has its own rate and limits`() throws {
    let one = StandardStratum(events: 12, population: 4_000, standard: 1)
    let direct = try DirectStandardisation.rate(of: [one], per: 1_000).get()
    let plain = try PoissonRate.interval(for: 12, in: 4_000, per: 1_000).get()
    #expect(direct.value == plain.value)
    let interval = try direct.interval.get()
    #expect(abs(interval.lower - plain.interval.lower) <= 1e-15 * plain.value)
    #expect(abs(interval.upper - plain.interval.upper) <= 2e-15 * plain.value)
  }

  @Test func `the order of the strata and the unit of the standard change nothing`() throws {
    for method in PoissonRate.Method.allCases {
      let one = try DirectStandardisation.rate(of: Self.strata, per: 1_000, method: method).get()
      let turned = try DirectStandardisation.rate(
        of: Self.strata.reversed(),
        per: 1_000,
        method: method
      ).get()
      #expect(turned == one)
      let scaled = Self.strata.map {
        StandardStratum(events: $0.events, population: $0.population, standard: 64 * $0.standard)
      }
      #expect(try DirectStandardisation.rate(of: scaled, per: 1_000, method: method).get() == one)
      let ratio = IndirectStandardisation.ratio(of: Self.reference, per: 1_000, method: method)
      let back = IndirectStandardisation.ratio(
        of: Self.reference.reversed(),
        per: 1_000,
        method: method
      )
      #expect(try back.get() == ratio.get())
    }
  }

  @Test func `a wider level gives a wider interval`() throws {
    let intervals = try ConfidenceLevel.allCases.map { level in
      try DirectStandardisation.rate(of: Self.strata, per: 1, level: level).get().interval.get()
    }
    let ratios = try ConfidenceLevel.allCases.map { level in
      try IndirectStandardisation.ratio(of: Self.reference, per: 1, level: level).get().interval
    }
    for list in [intervals, ratios] {
      for (narrow, wide) in zip(list, list.dropFirst()) {
        #expect(wide.lower < narrow.lower && wide.upper > narrow.upper)
      }
    }
  }

  @Test func `a reference of the own rates gives the ratio one and the crude rate`() throws {
    let own = Self.strata.map {
      ReferenceStratum(
        events: $0.events,
        population: $0.population,
        referenceEvents: Double($0.events),
        referencePopulation: $0.population
      )
    }
    let result = try IndirectStandardisation.ratio(of: own, per: 1_000).get()
    #expect(abs(result.ratio - 1) <= 1e-15)
    #expect(abs(result.rate - 43_000 / 16_721) <= 1e-14)
  }

  @Test func `few events have a rate and no interval`() throws {
    let few = DirectStandardisation.rate(of: [Self.strata[0], Self.strata[1]], per: 1_000)
    #expect(try few.get().interval == .failure(.tooFewEvents(needed: 10, had: 3)))
    #expect(try few.get().value > 0)
  }

  @Test func `strata that make no rate are gaps`() {
    func direct(_ events: Int, _ population: Double, _ standard: Double) -> StatisticGap? {
      let stratum = StandardStratum(events: events, population: population, standard: standard)
      guard case .failure(let gap) = DirectStandardisation.rate(of: [stratum, stratum], per: 1)
      else { return nil }
      return gap
    }
    #expect(direct(1, 0, 1) == .zeroDenominator)
    #expect(direct(0, 0, 0) == .zeroDenominator)
    #expect(direct(1, 1, 0) == .zeroDenominator)
    #expect(direct(-1, 1, 1) == .negative)
    #expect(direct(1, .nan, 1) == .notFinite)
    #expect(direct(1, 1, .infinity) == .notFinite)
    #expect(direct(1, 1, 1e308) == .outOfRange)
    #expect(direct(.max, 1, 1) == .countTooLarge(limit: .max))
    #expect(direct(20, .leastNonzeroMagnitude, 1) == .outOfRange)
    #expect(
      DirectStandardisation.rate(of: [], per: 1) == .failure(.tooFewPoints(needed: 1, had: 0))
    )
    func indirect(_ events: Int, _ n: Double, _ r: Double, _ m: Double) -> StatisticGap? {
      let stratum = ReferenceStratum(
        events: events,
        population: n,
        referenceEvents: r,
        referencePopulation: m
      )
      guard case .failure(let gap) = IndirectStandardisation.ratio(of: [stratum], per: 1) else {
        return nil
      }
      return gap
    }
    #expect(indirect(1, 1, 1, 0) == .zeroDenominator)
    #expect(indirect(1, 0, 1, 1) == .zeroDenominator)
    #expect(indirect(1, 1, 0, 1) == .zeroDenominator)
    #expect(indirect(-1, 1, 1, 1) == .negative)
    #expect(indirect(1, 1, .nan, 1) == .notFinite)
    #expect(indirect(1, 1e308, 1e308, 1) == .outOfRange)
    #expect(indirect(.max, 1, 1, 1) == .countTooLarge(limit: PoissonRate.largestCount))
    #expect(indirect(3, 10, 1, 5) == nil)
  }

  @Test func `hundreds of thousands of strata are standardised in time`() throws {
    let strata = [StandardStratum](
      repeating: StandardStratum(events: 1, population: 3, standard: 7),
      count: 400_000
    )
    let rate = try DirectStandardisation.rate(of: strata, per: 1).get()
    #expect(abs(rate.value - 1.0 / 3) <= 1e-15)
  }
}
