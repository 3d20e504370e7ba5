/// One stratum, such as an age group, of a population to be standardised indirectly.
public struct ReferenceStratum: Hashable, Sendable {
  /// The number of events in the stratum.
  public let events: Int

  /// The population of the stratum.
  public let population: Double

  /// The events of the stratum in the reference.
  public let referenceEvents: Double

  /// The population of the stratum in the reference.
  public let referencePopulation: Double

  /// Creates a stratum.
  public init(
    events: Int,
    population: Double,
    referenceEvents: Double,
    referencePopulation: Double
  ) {
    self.events = events
    self.population = population
    self.referenceEvents = referenceEvents
    self.referencePopulation = referencePopulation
  }
}

/// The events observed over those that reference rates would give.
///
/// With `x`, `n` events and population of a stratum, `r`, `m` those of the reference, `O = Σx`, and
/// `l`, `u` the Poisson limits of the count `O`:
/// ```
/// expected E = Σ n r/m
/// ratio      = O/E             limits l/E, u/E
/// rate       = O/E · Σr/Σm     limits l/E · Σr/Σm, u/E · Σr/Σm
/// ```
/// the rate times the scale. The reference is taken as known without error. Two ratios of unlike
/// populations are not to be compared with each other, only each with the reference.
///
/// Edge cases:
/// - no stratum, a stratum whose reference has no population, nothing expected: a gap.
/// - events in a stratum without population: a gap; without events it adds nothing.
/// - a negative number; NaN or infinity: a gap.
/// - whatever gives the Poisson limits of the total a gap.
///
/// Accuracy: see `Documentation/Methods/digits.md`.
///
/// References:
/// - Breslow N. E., Day N. E., Statistical Methods in Cancer Research, volume II, IARC 1987, section
///   2.3 (the standardised mortality ratio and its limits).
/// - Association of Public Health Observatories, Technical Briefing 3, 2008.
public struct IndirectStandardisation: Hashable, Sendable {
  /// The events of all strata.
  public let observed: Int

  /// The events that the reference rates would give.
  public let expected: Double

  /// The events observed over those expected.
  public let ratio: Double

  /// The interval of the ratio.
  public let interval: Interval

  /// The rate of the reference times the ratio.
  public let rate: Double

  /// The interval of the rate.
  public let rateInterval: Interval

  /// Which Poisson limits the intervals are made from.
  public let method: PoissonRate.Method

  /// The ratio of observed to expected events, or the reason for none.
  ///
  /// - Parameters:
  ///   - strata: The strata, in any order.
  ///   - scale: How many of the population the standardised rate is for.
  ///   - method: Which Poisson limits to make the intervals from.
  ///   - level: The two-sided confidence level.
  /// - Returns: The ratio, or the reason why there is none.
  public static func ratio(
    of strata: [ReferenceStratum],
    per scale: Double,
    method: PoissonRate.Method = .exact,
    level: ConfidenceLevel = .percent95
  ) -> Result<IndirectStandardisation, StatisticGap> {
    guard !strata.isEmpty else { return .failure(.tooFewPoints(needed: 1, had: 0)) }
    if let gap = gap(strata, scale) { return .failure(gap) }
    var observed = 0
    for stratum in strata {
      let sum = observed.addingReportingOverflow(stratum.events)
      guard !sum.overflow else { return .failure(.countTooLarge(limit: .max)) }
      observed = sum.partialValue
    }
    let sum = { (part: (ReferenceStratum) -> Double) in
      strata.reduce(DoubleDouble.zero) { $0 + part($1) }.high
    }
    let expected = sum { $0.population * ($0.referenceEvents / $0.referencePopulation) }
    let reference = sum(\.referenceEvents) / sum(\.referencePopulation) * scale
    guard expected.isFinite, reference.isFinite else { return .failure(.outOfRange) }
    guard expected > 0 else { return .failure(.zeroDenominator) }
    return PoissonRate.interval(for: observed, in: expected, per: 1, method: method, level: level)
      .flatMap { ratio in
        let rate = Interval(
          lower: ratio.interval.lower * reference,
          upper: ratio.interval.upper * reference,
          level: level
        )
        guard rate.upper.isFinite else { return .failure(.outOfRange) }
        return .success(
          IndirectStandardisation(
            observed: observed,
            expected: expected,
            ratio: ratio.value,
            interval: ratio.interval,
            rate: ratio.value * reference,
            rateInterval: rate,
            method: method
          )
        )
      }
  }

  private static func gap(_ strata: [ReferenceStratum], _ scale: Double) -> StatisticGap? {
    for stratum in strata {
      let numbers = [
        stratum.population, stratum.referenceEvents, stratum.referencePopulation, scale,
      ]
      guard numbers.allSatisfy(\.isFinite) else { return .notFinite }
      guard stratum.events >= 0, scale > 0, numbers.allSatisfy({ $0 >= 0 }) else {
        return .negative
      }
      guard stratum.referencePopulation > 0, stratum.population > 0 || stratum.events == 0 else {
        return .zeroDenominator
      }
    }
    return nil
  }
}
