internal import Distributions

/// Whether units differ at all, given how many events they have together.
///
/// With `x` of `n` in each of `r` units, `X = Σx`, `N = Σn` (population or exposure `E` for rates):
/// ```
/// proportions   P(x₁ … x_r | X) = ∏ C(n, x) / C(N, X)
/// rates         P(x₁ … x_r | X) = X! ∏ (E/ΣE)^x / x!
/// p = Σ { P(table) : P(table) ≤ P(observed) }
/// χ² = Σ (x − X n/N)² / (X n/N (1 − X/N)),  for rates without the last factor;  r − 1 degrees
/// ```
/// The totals are given, so that nothing is estimated. All tables are summed up as whole numbers where
/// these fit 128 bits, in doubles otherwise, unit by unit, tables that are equally likely together;
/// where even that is too much, tables are drawn at random from a fixed seed and
/// `p = (1 + how many are no likelier) / (1 + draws)`, with its standard error.
///
/// Edge cases:
/// - a unit without size, with a negative count or more successes than trials: left out and counted.
/// - fewer than two units: a gap.
/// - no event, or all successes: p is exactly 1, and χ² is a gap.
/// - more than ``largestTotal`` trials or events together, or more than ``largestUnits`` units: no
///   exact test, but χ².
///
/// Accuracy: the fractions are exact; sums in doubles within a relative 1e-11; χ² within 1e-12.
///
/// References:
/// - Freeman G. H., Halton J. H., Note on an exact treatment of contingency, goodness of fit and other
///   problems of significance, Biometrika 38 (1951), 141-149.
/// - Agresti A., Categorical Data Analysis, third edition, Wiley 2013, section 16.5 (exact tests of
///   r × c tables, Monte Carlo).
/// - Davison A. C., Hinkley D. V., Bootstrap Methods and their Application, Cambridge 1997, section
///   4.2: the 1 added to both numbers.
public struct Heterogeneity: Hashable, Sendable {
  /// The probability of counts as unlikely as those found, with the way it was worked out.
  public enum Probability: Hashable, Sendable {
    /// Summed up over all tables in whole numbers.
    case exact(ExactProbability)
    /// Summed up over all tables in doubles.
    case summed(Double)
    /// From so many random tables, with its standard error.
    case simulated(Double, standardError: Double, draws: Int)

    /// The probability.
    public var value: Double {
      switch self {
      case .exact(let probability): probability.value
      case .summed(let probability): probability
      case .simulated(let probability, _, _): probability
      }
    }
  }

  /// The χ² statistic with its probability.
  public struct ChiSquare: Hashable, Sendable {
    /// The statistic.
    public let statistic: Double
    /// Its degrees of freedom.
    public let degreesOfFreedom: Int
    /// The probability of a statistic as large, by the approximation for large counts.
    public let probability: Double
  }

  /// The most trials (for proportions) or events (for rates) together of the exact test.
  public static let largestTotal = 1_000_000

  /// The most units of the exact test.
  public static let largestUnits = 200

  /// How many random tables are drawn where not all can be summed up.
  public static let draws = 10_000

  /// The seed of random tables where none is given.
  public static let usualSeed: UInt64 = 2_021

  /// How many units were compared.
  public let units: Int

  /// How many units were left out, having no proportion or rate.
  public let leftOut: Int

  /// The exact test, or the reason for none.
  public let probability: Result<Probability, StatisticGap>

  /// The asymptotic test, or the reason for none.
  public let chiSquare: Result<ChiSquare, StatisticGap>

  /// Compares proportions, or tells why they cannot be compared.
  ///
  /// - Parameters:
  ///   - counts: Each unit's successes among trials.
  ///   - seed: Where random tables start, if any are needed.
  /// - Returns: The comparison, or the reason why there is none.
  public static func proportions(
    _ counts: [CountOfTrials],
    seed: UInt64 = usualSeed
  ) -> Result<Heterogeneity, StatisticGap> {
    let used = counts.filter { (try? $0.proportion.get()) != nil }
    guard used.count >= 2 else { return .failure(.tooFewPoints(needed: 2, had: used.count)) }
    let successes = CompensatedSum.of(used.lazy.map { Double($0.successes) })
    let trials = CompensatedSum.of(used.lazy.map { Double($0.trials) })
    let probability: Result<Probability, StatisticGap>
    if trials > Double(largestTotal) {
      probability = .failure(.countTooLarge(limit: largestTotal))
    } else {
      // The rarer of successes and failures: the same probability with fewer tables in the making.
      let isMirrored = 2 * successes > trials
      let table = ConditionalTable.proportions(
        used.map { (isMirrored ? $0.trials - $0.successes : $0.successes, $0.trials) }
      )
      probability = table.probability(seed: seed)
    }
    let share = successes / trials
    let rest = CompensatedSum.of(used.lazy.map { Double($0.trials - $0.successes) }) / trials
    return .success(
      Heterogeneity(
        units: used.count,
        leftOut: counts.count - used.count,
        probability: probability,
        chiSquare: chiSquare(
          used.map { (Double($0.successes), Double($0.trials)) },
          centre: share,
          variance: share * rest
        )
      )
    )
  }

  /// Compares rates, or tells why they cannot be compared.
  ///
  /// - Parameters:
  ///   - counts: Each unit's events in its population.
  ///   - seed: Where random tables start, if any are needed.
  /// - Returns: The comparison, or the reason why there is none.
  public static func rates(
    _ counts: [CountInPopulation],
    seed: UInt64 = usualSeed
  ) -> Result<Heterogeneity, StatisticGap> {
    let used = counts.filter { (try? $0.rate.get()) != nil }
    guard used.count >= 2 else { return .failure(.tooFewPoints(needed: 2, had: used.count)) }
    let events = CompensatedSum.of(used.lazy.map { Double($0.events) })
    let population = CompensatedSum.of(used.lazy.map(\.population))
    guard population.isFinite else { return .failure(.outOfRange) }
    let probability: Result<Probability, StatisticGap>
    if events > Double(largestTotal) {
      probability = .failure(.countTooLarge(limit: largestTotal))
    } else {
      let table = ConditionalTable.rates(used.map { ($0.events, $0.population) })
      probability = table.probability(seed: seed)
    }
    let rate = events / population
    return .success(
      Heterogeneity(
        units: used.count,
        leftOut: counts.count - used.count,
        probability: probability,
        chiSquare: chiSquare(
          used.map { (Double($0.events), $0.population) },
          centre: rate,
          variance: rate
        )
      )
    )
  }

  /// The χ² test of proportions alone, which takes no time.
  ///
  /// With `r` of the `s` expected counts (successes and failures of each unit) below 5, it is held to
  /// be good where none is below `5 r / s`, so that none of many may be below 5 by much.
  ///
  /// - Parameter counts: Each unit's successes among trials.
  /// - Returns: The test, and whether the counts are large enough for it; or the reason for none.
  ///
  /// References: Yarnold J. K., The minimum expectation in X² goodness of fit tests and the accuracy
  /// of approximations for the null distribution, Journal of the American Statistical Association 65
  /// (1970), 864-886.
  public static func approximately(
    _ counts: [CountOfTrials]
  ) -> Result<(test: ChiSquare, isGood: Bool), StatisticGap> {
    let used = counts.filter { (try? $0.proportion.get()) != nil }
    guard used.count >= 2 else { return .failure(.tooFewPoints(needed: 2, had: used.count)) }
    let trials = CompensatedSum.of(used.lazy.map { Double($0.trials) })
    let share = CompensatedSum.of(used.lazy.map { Double($0.successes) }) / trials
    let rest = CompensatedSum.of(used.lazy.map { Double($0.trials - $0.successes) }) / trials
    let expected = used.flatMap { [Double($0.trials) * share, Double($0.trials) * rest] }
    let few = Double(expected.count { $0 < 5 })
    let least = expected.min() ?? 0
    let isGood = used.count > 2 && least >= 5 * few / Double(expected.count) && least >= 1
    return chiSquare(
      used.map { (Double($0.successes), Double($0.trials)) },
      centre: share,
      variance: share * rest
    ).map { ($0, isGood) }
  }

  private static func chiSquare(
    _ units: [(count: Double, size: Double)],
    centre: Double,
    variance: Double
  ) -> Result<ChiSquare, StatisticGap> {
    guard variance > 0 else { return .failure(.noVariation) }
    let statistic = CompensatedSum.of(
      units.lazy.map { unit in
        let excess = unit.count - centre * unit.size
        return excess / variance * (excess / unit.size)
      }
    )
    let degrees = units.count - 1
    guard
      statistic.isFinite,
      let probability = ChiSquareDistribution(degreesOfFreedom: Double(degrees))?
        .upperTail(at: statistic)
    else { return .failure(.outOfRange) }
    return .success(
      ChiSquare(statistic: statistic, degreesOfFreedom: degrees, probability: probability)
    )
  }
}
