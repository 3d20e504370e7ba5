internal import Distributions

/// The rank of each unit among all, with how sure it is.
///
/// With Jeffreys' prior, a unit's proportion given `x` of `n` is `Beta(x + ½, n − x + ½)`, its rate given
/// `x` events in `n` is `Gamma(x + ½) / n`. Units independent, with densities `f` and distributions `F`,
/// ```
/// P(rank of i is k) = ∫ f_i(θ) P(exactly k − 1 of the others are below θ) dθ
/// ```
/// where the number below `θ` is a sum of independent yes-or-no's of probabilities `F_j(θ)`. Nothing is
/// simulated: the integral is a sum over equally spaced points of `log(θ/(1 − θ))` or `log θ`, so that
/// the same counts have the same ranks on every run, to the last digits. Rank 1 is the lowest value.
///
/// The interval is the ranks left when ranks of probability at most α/2 are cut off at either end; its
/// level is at least the one asked for. With the counts of communes it is wide, which is the finding.
///
/// Edge cases:
/// - a unit without size, with a negative count or more successes than trials: a gap for that unit,
///   and the others are ranked among themselves.
/// - fewer than two units to rank: a gap.
/// - equal counts and sizes: equal distributions of ranks; equal values share the mean of their ranks.
/// - more than ``largestUnits`` units, or so large and so small ones together that the sum would take
///   more than a few seconds: a gap.
///
/// Accuracy: absolute error of probabilities at most 3e-14 against 30-digit integrals up to 1,000 trials,
/// 1e-13 up to 20,000 events.
///
/// References:
/// - Goldstein H., Spiegelhalter D. J., League tables and their limitations, Journal of the Royal
///   Statistical Society A 159 (1996), 385-443: ranks with intervals.
/// - Laird N. M., Louis T. A., Empirical Bayes ranking methods, Journal of Educational Statistics 14
///   (1989), 29-46: expected ranks.
/// - Poisson S. D., Recherches sur la probabilité des jugements, Paris 1837: sums of unequal trials.
public struct Ranks: Hashable, Sendable {
  /// The rank of a unit.
  public struct Unit: Hashable, Sendable {
    /// The unit's own proportion or rate.
    public let value: Double
    /// The rank of that value; equal values share the mean of their ranks.
    public let rank: Double
    /// The expected rank, given how little the counts tell.
    public let expected: Double
    /// The least and the greatest rank of the interval, with its attained level.
    public let interval: Interval
    /// The probability of each rank, from the first to the last.
    public let probabilities: [Double]
  }

  /// The most trials of a unit.
  public static let largestTrials = 999_999

  /// The most units that are ranked.
  public static let largestUnits = 200

  /// The units in the order given, each with its rank or the reason for none.
  public let units: [Result<Unit, StatisticGap>]

  /// Ranks proportions from the lowest, or tells why they cannot be ranked.
  ///
  /// - Parameters:
  ///   - counts: Each unit's successes among trials.
  ///   - level: The level of the intervals.
  /// - Returns: The ranks, or the reason why there are none.
  public static func proportions(
    _ counts: [CountOfTrials],
    level: ConfidenceLevel = .percent95
  ) -> Result<Ranks, StatisticGap> {
    let values = counts.map { count in
      count.proportion.flatMap { value in
        count.trials <= largestTrials
          ? .success(value)
          : .failure(.countTooLarge(limit: largestTrials))
      }
    }
    return rank(values, level) { index in
      LogScaleDistribution(
        alpha: Double(counts[index].successes) + 0.5,
        beta: Double(counts[index].trials - counts[index].successes) + 0.5
      )
    }
  }

  /// Ranks rates from the lowest, or tells why they cannot be ranked.
  ///
  /// - Parameters:
  ///   - counts: Each unit's events in its population.
  ///   - level: The level of the intervals.
  /// - Returns: The ranks, or the reason why there are none.
  public static func rates(
    _ counts: [CountInPopulation],
    level: ConfidenceLevel = .percent95
  ) -> Result<Ranks, StatisticGap> {
    let values = counts.map { count in
      count.rate.flatMap { value in
        count.events <= PoissonRate.largestCount
          ? .success(value) : .failure(.countTooLarge(limit: PoissonRate.largestCount))
      }
    }
    return rank(values, level) { index in
      LogScaleDistribution(
        shape: Double(counts[index].events) + 0.5,
        rate: counts[index].population
      )
    }
  }

  private static func rank(
    _ values: [Result<Double, StatisticGap>],
    _ level: ConfidenceLevel,
    distribution: (Int) -> LogScaleDistribution?
  ) -> Result<Ranks, StatisticGap> {
    let used = values.indices.filter { (try? values[$0].get()) != nil }
    guard used.count >= 2 else { return .failure(.tooFewPoints(needed: 2, had: used.count)) }
    guard used.count <= largestUnits else {
      return .failure(.tooManyPoints(limit: largestUnits, had: used.count))
    }
    let distributions = used.compactMap(distribution)
    guard distributions.count == used.count else { return .failure(.outOfRange) }
    return RankSum(distributions).probabilities().map { probabilities in
      let own = used.compactMap { try? values[$0].get() }
      let ranks = midRanks(own)
      var units = values.map { $0.flatMap { _ in Result<Unit, StatisticGap>.failure(.outOfRange) } }
      for (place, index) in used.enumerated() {
        units[index] = .success(
          unit(own[place], rank: ranks[place], probabilities[place], level)
        )
      }
      return Ranks(units: units)
    }
  }

  private static func unit(
    _ value: Double,
    rank: Double,
    _ probabilities: [Double],
    _ level: ConfidenceLevel
  ) -> Unit {
    // What is within rounding of the tail counts as within it, so that equal units do not depend on
    // the last bit.
    let tail = level.significance / 2 + 1e-12
    func cut(_ probabilities: some Sequence<Double>) -> Int {
      var sum = 0.0
      return probabilities.prefix { probability in
        sum += probability
        return sum <= tail
      }.count
    }
    let lower = cut(probabilities)
    let upper = max(lower, probabilities.count - 1 - cut(probabilities.reversed()))
    let expected = CompensatedSum.of(probabilities.enumerated().map { Double($0 + 1) * $1 })
    return Unit(
      value: value,
      rank: rank,
      expected: expected,
      interval: Interval(
        lower: Double(lower + 1),
        upper: Double(upper + 1),
        level: level,
        attained: min(1, CompensatedSum.of(probabilities[lower...upper]))
      ),
      probabilities: probabilities
    )
  }

  private static func midRanks(_ values: [Double]) -> [Double] {
    values.map { own in
      let below = values.count { $0 < own }
      let equal = values.count { $0 == own }
      return Double(below) + (Double(equal) + 1) / 2
    }
  }
}
