import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FunnelTests {
  static let communes = [
    (9, 10), (18, 20), (5, 5), (7, 12), (0, 3), (30, 31), (44, 60), (1, 1), (12, 40), (3, 4),
    (8, 9), (17, 18),
  ].map { CountOfTrials(successes: $0.0, trials: $0.1) }

  @Test func `a unit is beyond a limit when its tail is below the level`() throws {
    for trials in [1, 2, 5, 18, 42] {
      for centre in [0.03, 0.3, 0.5, 0.8] {
        let counts = (0...trials).map { CountOfTrials(successes: $0, trials: trials) }
        let funnel = try Funnel.proportions(counts, centre: centre).get()
        // Tails by summing up masses from their recurrence.
        var masses = [1.0]
        for _ in 0..<trials { masses[0] *= 1 - centre }
        for count in 0..<trials {
          masses.append(
            masses[count] * Double(trials - count) / Double(count + 1) * centre / (1 - centre)
          )
        }
        for (count, unit) in funnel.units.enumerated() {
          let below = masses[...count].reduce(0, +)
          let above = masses[count...].reduce(0, +)
          let expected: Funnel.Position =
            below < 0.001
            ? .lowBeyond998
            : above < 0.001
              ? .highBeyond998
              : below < 0.025 ? .lowBeyond95 : above < 0.025 ? .highBeyond95 : .inside
          #expect(try unit.get().position == expected)
        }
      }
    }
  }

  @Test func `limits as printed call one of one high at a centre of one half`() throws {
    let one = [CountOfTrials(successes: 1, trials: 1)]
    let printed = try Funnel.proportions(one, centre: 0.5, interpolation: .cumulative).get()
    #expect(try printed.units[0].get().position == .highBeyond998)
    let funnel = try Funnel.proportions(one, centre: 0.5).get()
    #expect(try funnel.units[0].get().position == .inside)
  }

  @Test(arguments: Funnel.Widening.allCases)
  func `failures mirror successes`(_ widening: Funnel.Widening) throws {
    let failures = Self.communes.map {
      CountOfTrials(successes: $0.trials - $0.successes, trials: $0.trials)
    }
    let funnel = try Funnel.proportions(Self.communes, widening: widening).get()
    let mirror = try Funnel.proportions(failures, widening: widening).get()
    let opposite: [Funnel.Position: Funnel.Position] = [
      .inside: .inside, .lowBeyond95: .highBeyond95, .highBeyond95: .lowBeyond95,
      .lowBeyond998: .highBeyond998, .highBeyond998: .lowBeyond998,
    ]
    for (one, other) in try zip(
      funnel.units.map { try $0.get() },
      mirror.units.map { try $0.get() }
    ) {
      #expect(opposite[one.position] == other.position)
      #expect(abs(one.limits.lower95 - (1 - other.limits.upper95)) <= 1e-13)
      #expect(abs(one.limits.lower998 - (1 - other.limits.upper998)) <= 1e-13)
      #expect(abs(one.limits.upper95 - (1 - other.limits.lower95)) <= 1e-13)
    }
    let dispersions = try (funnel.overdispersion.get(), mirror.overdispersion.get())
    #expect(abs(dispersions.0.dispersion - dispersions.1.dispersion) <= 1e-12)
  }

  @Test(arguments: Funnel.Widening.allCases)
  func `limits nest, hold the centre, and do not depend on order`(_ widening: Funnel.Widening)
    throws
  {
    let funnel = try Funnel.proportions(Self.communes, widening: widening).get()
    let plain = try Funnel.proportions(Self.communes).get()
    let turned = try Funnel.proportions(Self.communes.reversed(), widening: widening).get()
    for (index, unit) in funnel.units.enumerated() {
      let limits = try unit.get().limits
      #expect(limits.lower998 <= limits.lower95 && limits.upper95 <= limits.upper998)
      #expect(limits.lower95 <= funnel.centre && funnel.centre <= limits.upper95)
      let narrow = try plain.units[index].get().limits
      #expect(limits.lower95 <= narrow.lower95 && limits.upper998 >= narrow.upper998)
      let same = try turned.units[funnel.units.count - 1 - index].get()
      #expect(try same.position == unit.get().position)
      #expect(abs(same.limits.upper95 - limits.upper95) <= 1e-14)
    }
  }

  @Test func `where all reached all, limits are the centre and units are inside`() throws {
    let full = [5, 12, 18].map { CountOfTrials(successes: $0, trials: $0) }
    for widening in Funnel.Widening.allCases {
      let funnel = try Funnel.proportions(full, widening: widening).get()
      #expect(funnel.overdispersion == .failure(.noVariation))
      for unit in funnel.units {
        #expect(try unit.get().position == .inside)
        #expect(try unit.get().limits.lower998 == 1)
      }
    }
    let short = full + [CountOfTrials(successes: 3, trials: 4)]
    let funnel = try Funnel.proportions(short, centre: 1).get()
    #expect(try funnel.units.map { try $0.get().position }.last == .lowBeyond998)
    let none = [3, 50].map { CountInPopulation(events: 0, population: $0) }
    #expect(
      try Funnel.rates(none).get().units.allSatisfy { try $0.get().position == .inside }
    )
  }

  @Test func `a rate's scale only multiplies`() throws {
    let counts = [(3, 900.0), (0, 1_200), (11, 1_500), (2, 700)].map {
      CountInPopulation(events: $0.0, population: $0.1)
    }
    let ones = try Funnel.rates(counts).get()
    let thousands = try Funnel.rates(counts, per: 1_000).get()
    for (one, other) in zip(ones.units, thousands.units) {
      #expect(
        try relativeError(one.get().limits.upper95 * 1_000, other.get().limits.upper95) <= 1e-13
      )
      #expect(try one.get().position == other.get().position)
    }
  }

  @Test func `a bad unit has a gap and changes nothing else`() throws {
    let bad = [(1, 0), (3, 2), (-1, 4), (Int.max, 1), (0, 0)].map {
      CountOfTrials(successes: $0.0, trials: $0.1)
    }
    let gaps: [StatisticGap] = [
      .zeroDenominator, .numeratorAboveDenominator, .negative, .numeratorAboveDenominator,
      .zeroDenominator,
    ]
    let funnel = try Funnel.proportions(bad + Self.communes).get()
    let clean = try Funnel.proportions(Self.communes).get()
    #expect(Array(funnel.units.dropFirst(bad.count)) == clean.units)
    for (unit, gap) in zip(funnel.units, gaps) {
      #expect(unit == .failure(gap))
    }
    #expect(Funnel.proportions(bad) == .failure(.tooFewPoints(needed: 1, had: 0)))
    #expect(Funnel.proportions([]) == .failure(.tooFewPoints(needed: 1, had: 0)))
  }

  @Test func `hostile sizes and centres are gaps`() throws {
    for centre in [Double.nan, .infinity, -0.1, 1.1] {
      #expect(throws: StatisticGap.self) {
        try Funnel.proportions(Self.communes, centre: centre).get()
      }
    }
    let large = [CountOfTrials(successes: 1, trials: 2_000_000)] + Self.communes
    let funnel = try Funnel.proportions(large).get()
    #expect(funnel.units[0] == .failure(.countTooLarge(limit: 1_000_000)))
    _ = try funnel.units[1].get()
    let sizes = [Double.nan, .infinity, 0, -1, 1e308, 1e-308, 5]
    for events in [0, 1, Int.max] {
      let counts = sizes.map { CountInPopulation(events: events, population: $0) }
      for funnel in [Funnel.rates(counts), Funnel.rates(counts, per: 1e308), Funnel.ratios(counts)]
      {
        for unit in (try? funnel.get().units) ?? [] {
          if case .success(let unit) = unit { #expect(unit.limits.upper998.isFinite) }
        }
      }
    }
    let many = Array(repeating: CountOfTrials(successes: 1, trials: 3), count: 20_001)
    #expect(Funnel.proportions(many) == .failure(.tooManyPoints(limit: 20_000, had: 20_001)))
  }

  @Test func `large units are done in time`() throws {
    let counts = (1...2_000).map { CountOfTrials(successes: $0 * 50, trials: $0 * 500) }
    #expect(try Funnel.proportions(counts, centre: 0.1).get().units.count == 2_000)
  }
}
