internal import CGSL

/// The binomial distribution: successes among trials of one probability.
///
/// Edge cases: no trials, more than ``largestTrials`` of them, or a probability outside the open
/// interval from 0 to 1 give no distribution; counts below 0 or above the trials have probability 0.
///
/// Accuracy: the two-sided probability within 1e-9 (relative) of scipy 1.17.1 up to a million
/// trials; the tests of the leave-one-out comparison hold the bound.
///
/// References: Gough B. (ed.), GNU Scientific Library Reference Manual, 2.7, "The Binomial
/// Distribution".
public struct BinomialDistribution: Sendable, Hashable {
  /// The most trials accepted; the tails come from the beta distribution, which has this bound.
  public static let largestTrials = 1_000_000

  /// The number of trials.
  public let trials: Int

  /// The probability of a success in one trial.
  public let probability: Double

  /// Creates the distribution, or nothing when a parameter is outside the domain.
  ///
  /// - Parameters:
  ///   - trials: The number of trials.
  ///   - probability: The probability of a success in one trial.
  public init?(trials: Int, probability: Double) {
    guard (1...Self.largestTrials).contains(trials), probability > 0, probability < 1 else {
      return nil
    }
    self.trials = trials
    self.probability = probability
  }

  /// The probability of exactly so many successes.
  ///
  /// - Parameter successes: Any count.
  /// - Returns: The probability, or nil where it cannot be computed.
  public func mass(at successes: Int) -> Double? {
    guard (0...trials).contains(successes) else { return 0 }
    GSL.useQuietErrors()
    let mass = gsl_ran_binomial_pdf(UInt32(successes), probability, UInt32(trials))
    return mass.isFinite ? mass : nil
  }

  /// The probability of at most so many successes.
  ///
  /// - Parameter successes: Any count.
  /// - Returns: The probability, or nil where it cannot be computed.
  public func lowerTail(at successes: Int) -> Double? {
    if successes < 0 { return 0 }
    if successes >= trials { return 1 }
    return BetaDistribution(alpha: Double(successes + 1), beta: Double(trials - successes))?
      .upperTail(at: probability)
  }

  /// The probability of at least so many successes.
  ///
  /// - Parameter successes: Any count.
  /// - Returns: The probability, or nil where it cannot be computed.
  public func upperTail(from successes: Int) -> Double? {
    if successes <= 0 { return 1 }
    if successes > trials { return 0 }
    return BetaDistribution(alpha: Double(successes), beta: Double(trials - successes + 1))?
      .lowerTail(at: probability)
  }

  /// The probability of a count that is no likelier than the one given, on either side.
  ///
  /// - Parameter successes: A count from 0 to the trials.
  /// - Returns: The probability, or nil for other counts.
  public func twoSided(at successes: Int) -> Double? {
    guard (0...trials).contains(successes), let own = mass(at: successes) else { return nil }
    let mean = Double(trials) * probability
    // Masses that are equal but for rounding count as equal; scipy's and R's margin.
    let limit = own * (1 + 1e-7)
    if Double(successes) < mean {
      guard let other = firstCount(from: Int(mean.rounded(.up)), massAtMost: limit),
        let lower = lowerTail(at: successes), let upper = upperTail(from: other)
      else { return nil }
      return min(1, lower + upper)
    }
    if Double(successes) == mean { return 1 }
    guard let other = lastCount(to: Int(mean.rounded(.down)), massAtMost: limit),
      let lower = lowerTail(at: other), let upper = upperTail(from: successes)
    else { return nil }
    return min(1, lower + upper)
  }

  /// Above the mean masses fall: the first count whose mass is at most the limit.
  private func firstCount(from mean: Int, massAtMost limit: Double) -> Int? {
    var (low, high) = (mean, trials + 1)
    while low < high {
      let middle = low + (high - low) / 2
      guard let mass = mass(at: middle) else { return nil }
      if mass <= limit { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Below the mean masses rise: the last count whose mass is at most the limit; -1 for none.
  private func lastCount(to mean: Int, massAtMost limit: Double) -> Int? {
    var (low, high) = (-1, mean)
    while low < high {
      let middle = low + (high - low + 1) / 2
      guard let mass = mass(at: middle) else { return nil }
      if mass <= limit { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
