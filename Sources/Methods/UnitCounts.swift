/// A unit's count of successes among trials.
public struct CountOfTrials: Hashable, Sendable {
  /// The count in the numerator.
  public let successes: Int

  /// The count in the denominator.
  public let trials: Int

  /// Creates a count of trials; whether it makes a proportion is for the methods to say.
  ///
  /// - Parameters:
  ///   - successes: The count in the numerator.
  ///   - trials: The count in the denominator.
  public init(successes: Int, trials: Int) {
    self.successes = successes
    self.trials = trials
  }

  /// The count as a proportion, or the reason why it is none.
  var proportion: Result<Double, StatisticGap> {
    guard successes >= 0, trials >= 0 else { return .failure(.negative) }
    guard trials > 0 else { return .failure(.zeroDenominator) }
    guard successes <= trials else { return .failure(.numeratorAboveDenominator) }
    return .success(Double(successes) / Double(trials))
  }
}

/// A unit's count of events in a population, or against an expected count.
public struct CountInPopulation: Hashable, Sendable {
  /// The number of events.
  public let events: Int

  /// The population, the time at risk, or the expected count.
  public let population: Double

  /// Creates a count in a population; whether it makes a rate is for the methods to say.
  ///
  /// - Parameters:
  ///   - events: The number of events.
  ///   - population: The population, the time at risk, or the expected count.
  public init(events: Int, population: Double) {
    self.events = events
    self.population = population
  }

  /// The count as a rate per one of the population, or the reason why it is none.
  var rate: Result<Double, StatisticGap> {
    guard population.isFinite else { return .failure(.notFinite) }
    guard events >= 0, population >= 0 else { return .failure(.negative) }
    guard population > 0 else { return .failure(.zeroDenominator) }
    let rate = Double(events) / population
    return rate.isFinite ? .success(rate) : .failure(.outOfRange)
  }
}
