import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct EmpiricalBayesTests {
  static let samples: [[CountOfTrials]] = [
    [(5, 5), (0, 3), (18, 20), (7, 40), (399, 400)],
    [(1, 10), (10, 100), (100, 1_000)],
    [(2, 11), (9, 100), (101, 1_000)],
    [(0, 1), (1, 1)],
    [(3, 7)],
  ].map { $0.map { CountOfTrials(successes: $0.0, trials: $0.1) } }

  static func smooth(_ counts: [CountOfTrials], _ model: EmpiricalBayes.Model) throws
    -> EmpiricalBayes
  {
    switch model {
    case .binomial: try EmpiricalBayes.proportions(counts).get()
    case .poisson:
      try EmpiricalBayes.rates(
        counts.map { CountInPopulation(events: $0.successes, population: Double($0.trials)) }
      ).get()
    }
  }

  @Test(arguments: samples, EmpiricalBayes.Model.allCases)
  func `smoothed lies between raw and mean, whatever the order`(
    _ counts: [CountOfTrials],
    _ model: EmpiricalBayes.Model
  ) throws {
    let result = try Self.smooth(counts, model)
    let turned = try Self.smooth(counts.reversed(), model)
    for (unit, same) in zip(result.units, turned.units.reversed()) {
      let unit = try unit.get()
      #expect((0...1).contains(unit.weight))
      #expect(min(unit.raw, result.mean) - 1e-15 <= unit.smoothed)
      #expect(unit.smoothed <= max(unit.raw, result.mean) + 1e-15)
      #expect(try abs(unit.smoothed - same.get().smoothed) <= 1e-15)
    }
  }

  @Test(arguments: samples)
  func `failures mirror successes in the binomial model`(_ counts: [CountOfTrials]) throws {
    let failures = counts.map {
      CountOfTrials(successes: $0.trials - $0.successes, trials: $0.trials)
    }
    let pairs = try zip(
      Self.smooth(counts, .binomial).units,
      Self.smooth(failures, .binomial).units
    )
    for (one, other) in pairs {
      #expect(try abs(one.get().smoothed - (1 - other.get().smoothed)) <= 1e-14)
    }
  }

  @Test(arguments: EmpiricalBayes.Model.allCases)
  func `equal units, none and all get the mean`(_ model: EmpiricalBayes.Model) throws {
    for (successes, trials) in [(0, 5), (5, 5), (2, 5)] {
      let counts = Array(repeating: CountOfTrials(successes: successes, trials: trials), count: 18)
      for unit in try Self.smooth(counts, model).units {
        #expect(try unit.get().smoothed == Double(successes) / Double(trials))
      }
    }
  }

  @Test func `a unit without population has a gap, and others stand`() throws {
    let counts = [(1, 0.0), (2, 40), (9, 50), (0, -1), (1, Double.nan), (-1, 4)].map {
      CountInPopulation(events: $0.0, population: $0.1)
    }
    let result = try EmpiricalBayes.rates(counts).get()
    let clean = try EmpiricalBayes.rates(Array(counts[1...2])).get()
    #expect(Array(result.units[1...2]) == clean.units)
    #expect(result.units[0] == .failure(.zeroDenominator))
    #expect(result.units[3] == .failure(.negative))
    #expect(result.units[4] == .failure(.notFinite))
    #expect(result.units[5] == .failure(.negative))
    #expect(EmpiricalBayes.rates([]) == .failure(.tooFewPoints(needed: 1, had: 0)))
    #expect(EmpiricalBayes.proportions([]) == .failure(.tooFewPoints(needed: 1, had: 0)))
  }

  @Test func `extreme sizes give finite values or a gap`() throws {
    for size in [1e308, 1e-308, 1, Double.leastNonzeroMagnitude] {
      let counts = [(1, size), (Int.max, size), (0, 1.0)].map {
        CountInPopulation(events: $0.0, population: $0.1)
      }
      guard let result = try? EmpiricalBayes.rates(counts).get() else { continue }
      for case .success(let unit) in result.units {
        #expect(unit.smoothed.isFinite && (0...1).contains(unit.weight))
      }
    }
    let largest = [(0, Int.max), (Int.max, Int.max)].map {
      CountOfTrials(successes: $0.0, trials: $0.1)
    }
    for unit in try EmpiricalBayes.proportions(largest).get().units {
      #expect(try (0...1).contains(unit.get().smoothed))
    }
  }

  @Test func `a million units are done in time`() throws {
    let counts = (0..<1_000_000).map { CountOfTrials(successes: $0 % 7, trials: 7 + $0 % 3) }
    #expect(try EmpiricalBayes.proportions(counts).get().units.count == 1_000_000)
  }
}
