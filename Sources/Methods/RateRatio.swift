internal import Distributions

/// The change of a rate against a base period: the ratio of two rates, exact.
///
/// With `x₀` events in the population (or time) `m₀` of the base and `x₁` in `m₁` of the later period,
/// and `F` the quantile of the F distribution:
/// ```
/// ratio = (x₁/m₁) / (x₀/m₀)
/// lower = (m₀/m₁) x₁/(x₀+1) F(α/2; 2x₁, 2(x₀+1))
/// upper = (m₀/m₁) (x₁+1)/x₀ F(1 − α/2; 2(x₁+1), 2x₀)
/// x₁ | x₀+x₁ ~ Binomial(x₀+x₁, r m₁ / (m₀ + r m₁))       for the underlying ratio r
/// ```
/// The limits are those of Clopper and Pearson for the conditional binomial, turned into ratios.
///
/// Edge cases:
/// - no event in the base: the ratio is the gap `zeroBase`, there is no upper limit, and the lower
///   limit and the test stand.
/// - no event in the later period: ratio and lower limit are exactly 0.
/// - no event at all: only the test stands, and says 1.
/// - a population that is not a positive finite number, a negative count: a gap.
/// - more than ``largestTotal`` events together: a gap.
///
/// Accuracy: see `Documentation/Methods/digits.md`.
///
/// References:
/// - Przyborowski J., Wilenski H., Homogeneity of results in testing samples from Poisson series,
///   Biometrika 31 (1940), 313-323.
/// - Clopper C. J., Pearson E. S., Biometrika 26 (1934), 404-413; as in R's poisson.test.
public struct RateRatio: Hashable, Sendable {
  /// The most events of both periods together.
  public static let largestTotal = BinomialDistribution.largestTrials

  /// The later rate over that of the base.
  public let value: Result<Double, StatisticGap>

  /// The lower limit; nil without any event.
  public let lower: Double?

  /// The upper limit; nil where the base has no event and every larger ratio is compatible.
  public let upper: Double?

  /// The level of the limits.
  public let level: ConfidenceLevel

  /// The ratio that the test supposes.
  public let supposed: Double

  /// The probabilities of the test that the underlying ratio is the supposed one: `atMost` is small
  /// where the later rate is the lower one.
  public let probability: TailProbabilities

  /// The interval, where it has both limits.
  public var interval: Interval? {
    guard let lower, let upper else { return nil }
    return Interval(lower: lower, upper: upper, level: level)
  }

  /// The change of a rate against a base period, or the reason for none.
  ///
  /// - Parameters:
  ///   - later: Events of the later period and the population that they are out of.
  ///   - base: The same of the base period.
  ///   - supposed: The ratio to test, a positive number.
  ///   - level: The two-sided confidence level.
  /// - Returns: The ratio, or the reason why there is none.
  public static func of(
    _ later: (events: Int, population: Double),
    overBase base: (events: Int, population: Double),
    supposed: Double = 1,
    level: ConfidenceLevel = .percent95
  ) -> Result<RateRatio, StatisticGap> {
    for (events, population) in [later, base] {
      guard population.isFinite else { return .failure(.notFinite) }
      guard events >= 0, population >= 0 else { return .failure(.negative) }
      guard population > 0 else { return .failure(.zeroDenominator) }
      guard events <= largestTotal else { return .failure(.countTooLarge(limit: largestTotal)) }
    }
    guard supposed.isFinite else { return .failure(.notFinite) }
    guard supposed > 0 else { return .failure(.negative) }
    guard later.events + base.events <= largestTotal else {
      return .failure(.countTooLarge(limit: largestTotal))
    }
    guard let probability = probabilities(later, base, supposed) else {
      return .failure(.outOfRange)
    }
    let total = later.events + base.events
    let scale = base.population / later.population
    let tail = level.significance / 2
    var (lower, upper): (Double?, Double?)
    if total > 0 {
      lower = later.events == 0 ? 0 : quotient(later.events, base.events + 1, lowerTail: tail)
      guard let limit = lower.map({ $0 * scale }), limit.isFinite else {
        return .failure(.outOfRange)
      }
      lower = limit
    }
    if base.events > 0 {
      upper = quotient(base.events, later.events + 1, lowerTail: tail).map { 1 / $0 * scale }
      guard let upper, upper.isFinite else { return .failure(.outOfRange) }
    }
    let value = Double(later.events) / Double(base.events) * scale
    guard base.events == 0 || value.isFinite else { return .failure(.outOfRange) }
    return .success(
      RateRatio(
        value: base.events == 0 ? .failure(.zeroBase) : .success(value),
        lower: lower,
        upper: upper,
        level: level,
        supposed: supposed,
        probability: probability
      )
    )
  }

  /// `a/b F(tail; 2a, 2b)`; the upper limit is the inverse of that of the exchanged counts.
  private static func quotient(_ a: Int, _ b: Int, lowerTail tail: Double) -> Double? {
    FDistribution(
      numeratorDegreesOfFreedom: 2 * Double(a),
      denominatorDegreesOfFreedom: 2 * Double(b)
    )?.quantile(lowerTail: tail).map { Double(a) / Double(b) * $0 }
  }

  private static func probabilities(
    _ later: (events: Int, population: Double),
    _ base: (events: Int, population: Double),
    _ supposed: Double
  ) -> TailProbabilities? {
    let total = later.events + base.events
    guard total > 0 else { return .certain(true, true) }
    if supposed == 1,
      let one = Int(exactly: later.population), let other = Int(exactly: base.population),
      // Whole numbers up to here make fractions that the distribution takes.
      one <= 500_000_000, other <= 500_000_000
    {
      let share = SimpleFraction(one, of: one + other)
      return ProportionTest.probabilities(later.events, of: total, share: share)
    }
    // Of the rarer side, so that its share keeps its digits.
    let odds = later.population / base.population * supposed
    let isRarer = odds <= 1
    let share = isRarer ? odds / (1 + odds) : 1 / (1 + odds)
    return BinomialDistribution(trials: total, probability: share)
      .flatMap { TailProbabilities($0, seen: isRarer ? later.events : base.events) }
      .map { isRarer ? $0 : $0.mirrored }
  }
}
