/// One stratum, such as an age group, of a population to be standardised directly.
public struct StandardStratum: Hashable, Sendable {
  /// The number of events in the stratum.
  public let events: Int

  /// The population of the stratum.
  public let population: Double

  /// The population of the stratum in the standard, in any unit.
  public let standard: Double

  /// Creates a stratum.
  public init(events: Int, population: Double, standard: Double) {
    self.events = events
    self.population = population
    self.standard = standard
  }
}

/// The rate that a standard population would have with the rates of the strata.
///
/// With `x`, `n` events and population of a stratum, `w` its standard population, `X = Σx`, and `l`,
/// `u` the Poisson limits of the count `X`:
/// ```
/// rate     = Σ (w x/n) / Σw
/// variance = Σ x (w/n)² / (Σw)²
/// limits   = rate + √(variance / X) (l − X),  rate + √(variance / X) (u − X)
/// ```
/// each times the scale (the variance times its square). Dobson and others take the exact Poisson
/// limits; Byar's, as Public Health England does, are the choice `byar`.
///
/// Edge cases:
/// - no stratum, a stratum without population, a standard of zero in all: a gap.
/// - a negative count, population or standard; NaN or infinity: a gap.
/// - fewer than ``fewestEvents`` events together: the rate stands, the interval is a gap. PHE gives
///   neither; a rate of few events is still what was seen.
/// - a lower limit below 0, which weights far apart can give: 0.
///
/// Accuracy: see `Documentation/Methods/digits.md`.
///
/// References:
/// - Dobson A. J., Kuulasmaa K., Eberle E., Scherer J., Confidence intervals for weighted sums of
///   Poisson parameters, Statistics in Medicine 10 (1991), 457-462.
/// - Association of Public Health Observatories, Technical Briefing 3: Commonly used public health
///   statistics and their confidence intervals, 2008 (the least of ten events and Byar's limits).
public struct DirectStandardisation: Hashable, Sendable {
  /// The fewest events that give an interval.
  public static let fewestEvents = 10

  /// The events of all strata.
  public let events: Int

  /// The standardised rate.
  public let value: Double

  /// The variance of the rate, from Poisson counts in the strata.
  public let variance: Double

  /// The interval of the rate, or the reason for none.
  public let interval: Result<Interval, StatisticGap>

  /// Which Poisson limits the interval is made from.
  public let method: PoissonRate.Method

  /// How many of the population the rate is for.
  public let scale: Double

  /// The standardised rate, or the reason for none.
  ///
  /// - Parameters:
  ///   - strata: The strata, in any order.
  ///   - scale: How many of the population the rate is for.
  ///   - method: Which Poisson limits to make the interval from.
  ///   - level: The two-sided confidence level.
  /// - Returns: The rate, or the reason why there is none.
  public static func rate(
    of strata: [StandardStratum],
    per scale: Double,
    method: PoissonRate.Method = .exact,
    level: ConfidenceLevel = .percent95
  ) -> Result<DirectStandardisation, StatisticGap> {
    guard !strata.isEmpty else { return .failure(.tooFewPoints(needed: 1, had: 0)) }
    guard scale.isFinite,
      strata.allSatisfy({ $0.population.isFinite && $0.standard.isFinite })
    else { return .failure(.notFinite) }
    guard scale > 0,
      strata.allSatisfy({ $0.events >= 0 && $0.population >= 0 && $0.standard >= 0 })
    else { return .failure(.negative) }
    guard strata.allSatisfy({ $0.population > 0 }) else { return .failure(.zeroDenominator) }
    var events = 0
    for stratum in strata {
      let sum = events.addingReportingOverflow(stratum.events)
      guard !sum.overflow else { return .failure(.countTooLarge(limit: .max)) }
      events = sum.partialValue
    }
    let whole = strata.reduce(DoubleDouble.zero) { $0 + $1.standard }.high
    guard whole.isFinite else { return .failure(.outOfRange) }
    guard whole > 0 else { return .failure(.zeroDenominator) }
    var (rate, variance) = (DoubleDouble.zero, DoubleDouble.zero)
    for stratum in strata {
      let weight = stratum.standard / whole / stratum.population * scale
      let part = weight * Double(stratum.events)
      rate = rate + part
      variance = variance + weight * part
    }
    guard rate.high.isFinite, variance.high.isFinite else { return .failure(.outOfRange) }
    return .success(
      DirectStandardisation(
        events: events,
        value: rate.high,
        variance: variance.high,
        interval: interval(rate.high, variance.high, events, method, level),
        method: method,
        scale: scale
      )
    )
  }

  private static func interval(
    _ rate: Double,
    _ variance: Double,
    _ events: Int,
    _ method: PoissonRate.Method,
    _ level: ConfidenceLevel
  ) -> Result<Interval, StatisticGap> {
    guard events >= fewestEvents else {
      return .failure(.tooFewEvents(needed: fewestEvents, had: events))
    }
    return PoissonRate.interval(for: events, in: 1, per: 1, method: method, level: level)
      .flatMap { total in
        let factor = (variance / total.value).squareRoot()
        let lower = max(0, rate + factor * (total.interval.lower - total.value))
        let upper = rate + factor * (total.interval.upper - total.value)
        guard lower.isFinite, upper.isFinite else { return .failure(.outOfRange) }
        return .success(Interval(lower: lower, upper: upper, level: level))
      }
  }
}
