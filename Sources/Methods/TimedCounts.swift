/// Successes among trials at a time.
public struct TimedTrials: Hashable, Sendable {
  /// The time, in any unit; whole years as a rule.
  public let time: Double

  /// The count in the numerator.
  public let successes: Int

  /// The count in the denominator.
  public let trials: Int

  /// Creates the counts of a time.
  public init(time: Double, successes: Int, trials: Int) {
    self.time = time
    self.successes = successes
    self.trials = trials
  }

  /// Creates the counts of a year.
  public init(year: Int, successes: Int, trials: Int) {
    self.init(time: Double(year), successes: successes, trials: trials)
  }
}

/// A count of cases in a population at a time.
public struct TimedCount: Hashable, Sendable {
  /// The time, in any unit; whole years as a rule.
  public let time: Double

  /// The cases.
  public let count: Int

  /// The population, or the time lived by it.
  public let population: Double

  /// Creates the count of a time.
  public init(time: Double, count: Int, population: Double) {
    self.time = time
    self.count = count
    self.population = population
  }

  /// Creates the count of a year.
  public init(year: Int, count: Int, population: Double) {
    self.init(time: Double(year), count: count, population: population)
  }
}

extension TimedTrials {
  /// The most rows that a method reads.
  static let mostRows = 1_000_000

  /// The counts in order of time, those of one time added up and those without trials left out.
  ///
  /// - Parameters:
  ///   - series: The counts in any order.
  ///   - needed: The fewest times that make a series.
  /// - Returns: The counts, or the reason why they make no series.
  static func merged(
    _ series: [TimedTrials],
    needed: Int
  ) -> Result<[TimedTrials], StatisticGap> {
    guard series.count <= mostRows else {
      return .failure(.tooManyPoints(limit: mostRows, had: series.count))
    }
    guard series.allSatisfy(\.time.isFinite) else { return .failure(.notFinite) }
    guard series.allSatisfy({ $0.successes >= 0 && $0.trials >= 0 }) else {
      return .failure(.negative)
    }
    guard series.allSatisfy({ $0.successes <= $0.trials }) else {
      return .failure(.numeratorAboveDenominator)
    }
    // Every sum below is at most that of all trials.
    var all = 0
    for row in series {
      let (sum, overflow) = all.addingReportingOverflow(row.trials)
      guard !overflow else { return .failure(.countTooLarge(limit: .max)) }
      all = sum
    }
    var merged: [TimedTrials] = []
    for row in series.sorted(by: { $0.time < $1.time }) where row.trials > 0 {
      var row = row
      if let last = merged.last, last.time == row.time {
        merged.removeLast()
        row = TimedTrials(
          time: row.time,
          successes: row.successes + last.successes,
          trials: row.trials + last.trials
        )
      }
      merged.append(row)
    }
    guard merged.count >= needed else {
      return .failure(.tooFewPoints(needed: needed, had: merged.count))
    }
    return .success(merged)
  }
}

extension TimedCount {
  /// The most rows that a method reads.
  static let mostRows = 1_000_000

  /// The reason why the rows make no series of rates.
  static func gap(in series: [TimedCount]) -> StatisticGap? {
    guard series.count <= mostRows else {
      return .tooManyPoints(limit: mostRows, had: series.count)
    }
    guard series.allSatisfy({ $0.time.isFinite && $0.population.isFinite }) else {
      return .notFinite
    }
    guard series.allSatisfy({ $0.count >= 0 && $0.population >= 0 }) else { return .negative }
    return series.allSatisfy { $0.population > 0 } ? nil : .zeroDenominator
  }
}
