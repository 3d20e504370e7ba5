internal import CGSL

/// The binomial distribution: successes among trials of one probability.
///
/// ```
/// P(k) = √(n / (2π k (n−k))) Γ*(n) / (Γ*(k) Γ*(n−k)) (np/k)^k (nq/(n−k))^(n−k)
/// ```
/// Edge cases: no trials, more than ``largestTrials`` of them, or a probability outside the open
/// interval from 0 to 1 give no distribution; counts below 0 or above the trials have probability 0.
///
/// Accuracy: see `Documentation/Methods/digits.md`, exact test of a proportion; some 1e-13 (relative)
/// up to ten million trials.
///
/// References: Loader C., Fast and accurate computation of binomial probabilities, 2000.
public struct BinomialDistribution: CountDistribution, Hashable {
  /// The most trials accepted; the tails then still take less than a millisecond.
  public static let largestTrials = 10_000_000

  /// The number of trials.
  public let trials: Int

  /// The probability of a success in one trial.
  public let probability: Double

  private let complement: Double

  /// The probability as a fraction of whole numbers; 0 of 0 where only the double is known.
  private let share: Int
  private let whole: Int

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
    complement = 1 - probability
    share = 0
    whole = 0
  }

  /// Creates the distribution of a probability that is a fraction, which a double may not hold.
  ///
  /// - Parameters:
  ///   - trials: The number of trials.
  ///   - share: What is above the line of the probability.
  ///   - whole: What is below the line, at most 10⁹.
  public init?(trials: Int, share: Int, of whole: Int) {
    guard (1...Self.largestTrials).contains(trials), share > 0, share < whole,
      whole <= 1_000_000_000
    else { return nil }
    self.init(checked: trials, share, of: whole)
  }

  /// The distribution of a fraction whose size the caller answers for.
  init(checked trials: Int, _ share: Int, of whole: Int) {
    self.trials = trials
    self.share = share
    self.whole = whole
    probability = Double(share) / Double(whole)
    complement = Double(whole - share) / Double(whole)
  }

  /// The counts that can arise.
  public var counts: ClosedRange<Int> { 0...trials }

  /// A count that none is likelier than.
  public var mode: Int {
    min(trials, Int((Double(trials) + 1) * probability))
  }

  /// The probability of exactly so many successes.
  ///
  /// - Parameter successes: Any count.
  /// - Returns: The probability, or nil where it cannot be computed.
  public func mass(at successes: Int) -> Double? {
    guard counts.contains(successes) else { return 0 }
    GSL.useQuietErrors()
    let n = Double(trials)
    if successes == 0 { return exponential(n * Self.logarithm(complement, probability)) }
    if successes == trials { return exponential(n * Self.logarithm(probability, complement)) }
    let (k, rest) = (Double(successes), Double(trials - successes))
    let excess = excess(over: successes)
    let hits = Departure(ratio: n * probability / k, difference: excess / k)
    let misses = Departure(ratio: n * complement / rest, difference: -excess / rest)
    let mass =
      (n / (2 * Double.pi * k * rest)).squareRoot() * gammaStar(n)
      / (gammaStar(k) * gammaStar(rest))
      * exponential(k * hits.deviance + rest * misses.deviance)
    return mass.isFinite ? mass : nil
  }

  /// The mass of the next count over that of the one given.
  ///
  /// - Parameter successes: A count that can arise, not the last.
  /// - Returns: The quotient.
  public func growth(after successes: Int) -> Double {
    let odds =
      whole > 0 ? Double(share) / Double(whole - share) : probability / complement
    return Double(trials - successes) / (Double(successes) + 1) * odds
  }

  /// The mean less the count, without the digits that a rounded mean would lose.
  private func excess(over successes: Int) -> Double {
    guard whole > 0 else {
      return (-Double(successes)).addingProduct(Double(trials), probability)
    }
    return Double(trials * share - successes * whole) / Double(whole)
  }

  /// The logarithm of a probability, from its complement where that is the smaller.
  private static func logarithm(_ value: Double, _ complement: Double) -> Double {
    value > 0.5 ? cgsl_log1p(-complement) : cgsl_log(value)
  }
}
