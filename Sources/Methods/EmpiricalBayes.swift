/// Rates or proportions of units, each drawn towards the mean of all by how little it knows.
///
/// With `x` events, `n` population and raw `p = x/n` of each of `m` units, `b = Σx/Σn`,
/// `s² = Σ n(p − b)² / Σn` and `n̄ = Σn/m`:
/// ```
/// Poisson    a = max(0, s² − b/n̄)             w = a / (a + b/n)
/// binomial   a = max(0, s² − b(1 − b)/n̄)      w = a / (a + (b(1 − b) − s²)/n)
/// smoothed = b + w (p − b)                    w = 0 where a = 0
/// ```
/// The binomial weight is Martuzzi and Elliott's `ρ`, its numerator and denominator divided by `n`.
/// As printed it leaves 0 … 1 where units differ less than chance alone would make them, and pushes
/// estimates away from the mean; its numerator below 0 means a = 0, so that all get the mean.
///
/// Edge cases:
/// - a unit without population, with a negative count, or with more successes than trials: a gap
///   for that unit, which takes no part in the mean; the others stand.
/// - no unit that counts: each has its gap, and there is no result.
/// - no event anywhere, or all successes: smoothed and raw are the mean.
/// - one unit: its smoothed value is its raw value, which is the mean.
///
/// Accuracy: relative error at most 1e-12 against 40-digit values and spdep 1.2-7.
///
/// References:
/// - Marshall R. J., Mapping disease and mortality rates using empirical Bayes estimators, Applied
///   Statistics 40 (1991), 283-294: the global estimator.
/// - Martuzzi M., Elliott P., Empirical Bayes estimation of small area prevalence of non-rare
///   conditions, Statistics in Medicine 15 (1996), 1867-1873.
public struct EmpiricalBayes: Hashable, Sendable {
  /// What the counts are taken to be.
  public enum Model: String, CaseIterable, Sendable {
    /// Events of a population, few of many.
    case poisson
    /// Successes among trials, of any share.
    case binomial
  }

  /// The two values of a unit.
  public struct Unit: Hashable, Sendable {
    /// The unit's own rate or proportion.
    public let raw: Double

    /// The rate or proportion drawn towards the mean.
    public let smoothed: Double

    /// How much the unit's own value counts, from 0 to 1.
    public let weight: Double
  }

  /// The units in the order given, each with its values or the reason for none.
  public let units: [Result<Unit, StatisticGap>]

  /// The mean of all units: all events over all population.
  public let mean: Double

  /// The model of the counts.
  public let model: Model

  /// The smoothed proportions of units by the binomial model, or the reason for none.
  ///
  /// - Parameter counts: Each unit's successes among trials.
  /// - Returns: The units' values, or the reason why there are none.
  public static func proportions(
    _ counts: [CountOfTrials]
  ) -> Result<EmpiricalBayes, StatisticGap> {
    smooth(
      raw: counts.map(\.proportion),
      counts: counts.map { Double($0.successes) },
      sizes: counts.map { Double($0.trials) },
      model: .binomial
    )
  }

  /// The smoothed rates of units by the Poisson model, per one of the population, or the reason for
  /// none.
  ///
  /// - Parameter counts: Each unit's events in its population.
  /// - Returns: The units' values, or the reason why there are none.
  public static func rates(_ counts: [CountInPopulation]) -> Result<EmpiricalBayes, StatisticGap> {
    smooth(
      raw: counts.map(\.rate),
      counts: counts.map { Double($0.events) },
      sizes: counts.map(\.population),
      model: .poisson
    )
  }

  private static func smooth(
    raw: [Result<Double, StatisticGap>],
    counts: [Double],
    sizes: [Double],
    model: Model
  ) -> Result<EmpiricalBayes, StatisticGap> {
    var count = CompensatedSum()
    var size = CompensatedSum()
    var used = 0
    for index in raw.indices where (try? raw[index].get()) != nil {
      count.add(counts[index])
      size.add(sizes[index])
      used += 1
    }
    guard used > 0 else { return .failure(.tooFewPoints(needed: 1, had: 0)) }
    let mean = count.value / size.value
    var spread = CompensatedSum()
    for index in raw.indices {
      guard let own = try? raw[index].get() else { continue }
      spread.add(sizes[index] / size.value * (own - mean) * (own - mean))
    }
    guard size.value.isFinite, mean.isFinite, spread.value.isFinite else {
      return .failure(.outOfRange)
    }
    let chance = model == .poisson ? mean : mean * (1 - mean)
    // No proportions have a larger variance than all or nothing, but for rounding.
    let within = model == .poisson ? mean : max(0, chance - spread.value)
    let between = spread.value - chance / (size.value / Double(used))
    let units = raw.indices.map { index in
      raw[index].map { own in
        let weight = between > 0 ? between / (between + within / sizes[index]) : 0
        return Unit(raw: own, smoothed: mean + weight * (own - mean), weight: weight)
      }
    }
    return .success(EmpiricalBayes(units: units, mean: mean, model: model))
  }
}
