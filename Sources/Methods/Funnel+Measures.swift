extension Funnel {
  /// The funnel of proportions, or the reason for none.
  ///
  /// - Parameters:
  ///   - counts: Each unit's successes among trials.
  ///   - centre: The proportion to compare with; nil for that of all units together.
  ///   - widening: How to widen the limits for over-dispersion.
  ///   - interpolation: How limits lie between whole counts.
  /// - Returns: The funnel, or the reason why there is none.
  public static func proportions(
    _ counts: [CountOfTrials],
    centre: Double? = nil,
    widening: Widening = .none,
    interpolation: Interpolation = .eachTail
  ) -> Result<Funnel, StatisticGap> {
    proportions(
      counts,
      centre: centre,
      widenings: [widening],
      interpolation: interpolation
    ).map { $0[0] }
  }

  /// Funnels of the same proportions that differ in how limits are widened, or the reason for none.
  ///
  /// Limits are worked out once for all of them, which takes the most time.
  ///
  /// - Parameters:
  ///   - counts: Each unit's successes among trials.
  ///   - centre: The proportion to compare with; nil for that of all units together.
  ///   - widenings: How to widen the limits for over-dispersion.
  ///   - interpolation: How limits lie between whole counts.
  /// - Returns: A funnel for each widening in their order, or the reason why there is none.
  public static func proportions(
    _ counts: [CountOfTrials],
    centre: Double? = nil,
    widenings: [Widening],
    interpolation: Interpolation = .eachTail
  ) -> Result<[Funnel], StatisticGap> {
    if let centre {
      guard centre.isFinite else { return .failure(.notFinite) }
      guard (0...1).contains(centre) else { return .failure(.outOfRange) }
    }
    // Many units are of one size, and limits depend on nothing else.
    var known: [Int: Result<FunnelLimits, StatisticGap>] = [:]
    let sizes = counts.map { Double($0.trials) }
    return make(
      .proportion,
      values: counts.map(\.proportion),
      counts: counts.map { Double($0.successes) },
      sizes: sizes,
      centre: centre,
      widenings: widenings
    ) { index, share, rest in
      let trials = counts[index].trials
      guard trials <= largestTrials else {
        return .failure(.countTooLarge(limit: largestTrials))
      }
      if let limits = known[trials] { return limits }
      let limits = proportionLimits(trials, share, rest, interpolation)
      known[trials] = limits
      return limits
    }
  }

  /// The funnel of rates, or the reason for none.
  ///
  /// - Parameters:
  ///   - counts: Each unit's events in its population.
  ///   - scale: How many of the population the rates are for.
  ///   - centre: The rate to compare with, for as many; nil for that of all units together.
  ///   - widening: How to widen the limits for over-dispersion.
  ///   - interpolation: How limits lie between whole counts.
  /// - Returns: The funnel, or the reason why there is none.
  public static func rates(
    _ counts: [CountInPopulation],
    per scale: Double = 1,
    centre: Double? = nil,
    widening: Widening = .none,
    interpolation: Interpolation = .eachTail
  ) -> Result<Funnel, StatisticGap> {
    guard scale.isFinite else { return .failure(.notFinite) }
    guard scale > 0 else { return .failure(.negative) }
    // A population of so many scales has a rate per one scale.
    let scaled = counts.map {
      CountInPopulation(events: $0.events, population: $0.population / scale)
    }
    return poisson(.rate, scaled, centre, widening, interpolation)
  }

  /// The funnel of observed over expected events, or the reason for none.
  ///
  /// - Parameters:
  ///   - counts: Each unit's observed events, with the expected ones as their population.
  ///   - centre: The ratio to compare with; nil for that of all units together.
  ///   - widening: How to widen the limits for over-dispersion.
  ///   - interpolation: How limits lie between whole counts.
  /// - Returns: The funnel, or the reason why there is none.
  public static func ratios(
    _ counts: [CountInPopulation],
    centre: Double? = 1,
    widening: Widening = .none,
    interpolation: Interpolation = .eachTail
  ) -> Result<Funnel, StatisticGap> {
    poisson(.ratio, counts, centre, widening, interpolation)
  }

  private static func poisson(
    _ measure: Measure,
    _ counts: [CountInPopulation],
    _ centre: Double?,
    _ widening: Widening,
    _ interpolation: Interpolation
  ) -> Result<Funnel, StatisticGap> {
    if let centre {
      guard centre.isFinite else { return .failure(.notFinite) }
      guard centre >= 0 else { return .failure(.negative) }
    }
    return make(
      measure,
      values: counts.map(\.rate),
      counts: counts.map { Double($0.events) },
      sizes: counts.map(\.population),
      centre: centre,
      widenings: [widening]
    ) { index, rate, _ in
      let size = counts[index].population
      guard rate > 0 else { return .success(FunnelLimits(all: 0)) }
      guard rate * size <= largestExpected else {
        return .failure(.countTooLarge(limit: Int(largestExpected)))
      }
      guard let limits = CountTails(mean: rate * size)?.limits(interpolation) else {
        return .failure(.outOfRange)
      }
      return .success(limits.map { $0 / size })
    }.map { $0[0] }
  }

  private static func proportionLimits(
    _ trials: Int,
    _ share: Double,
    _ rest: Double,
    _ interpolation: Interpolation
  ) -> Result<FunnelLimits, StatisticGap> {
    if share <= 0 { return .success(FunnelLimits(all: 0)) }
    if rest <= 0 { return .success(FunnelLimits(all: 1)) }
    let size = Double(trials)
    // The rarer of successes and failures is counted: 1 − p would lose the digits of a p near 1.
    if share <= 0.5 {
      guard let limits = CountTails(trials: trials, probability: share)?.limits(interpolation)
      else {
        return .failure(.noConvergence)
      }
      return .success(limits.map { $0 / size })
    }
    let mirrored = CountTails(trials: trials, probability: rest)?.limits(.eachTail)
    guard let mirrored else { return .failure(.noConvergence) }
    let shift = interpolation == .eachTail ? 0.0 : 1
    return .success(
      FunnelLimits(
        lower95: (size - mirrored.upper95) / size,
        upper95: (size - mirrored.lower95 - shift) / size,
        lower998: (size - mirrored.upper998) / size,
        upper998: (size - mirrored.lower998 - shift) / size
      )
    )
  }

  private static func make(
    _ measure: Measure,
    values: [Result<Double, StatisticGap>],
    counts: [Double],
    sizes: [Double],
    centre stated: Double?,
    widenings: [Widening],
    limits: (Int, Double, Double) -> Result<FunnelLimits, StatisticGap>
  ) -> Result<[Funnel], StatisticGap> {
    guard values.count <= largestUnits else {
      return .failure(.tooManyPoints(limit: largestUnits, had: values.count))
    }
    let used = values.indices.filter { (try? values[$0].get()) != nil }
    guard !used.isEmpty else { return .failure(.tooFewPoints(needed: 1, had: 0)) }
    let count = CompensatedSum.of(used.lazy.map { counts[$0] })
    let size = CompensatedSum.of(used.lazy.map { sizes[$0] })
    guard count.isFinite, size.isFinite else { return .failure(.outOfRange) }
    let centre = stated ?? count / size
    // Failures are counted over all, so that the share of few keeps its digits.
    let rest = stated.map { 1 - $0 } ?? max(0, size - count) / size
    let variance = measure == .proportion ? centre * rest : centre
    let dispersion = FunnelDispersion.of(
      used.compactMap { try? values[$0].get() },
      sizes: used.map { sizes[$0] },
      centre: centre,
      variance: variance
    )
    let plain = values.indices.map { index in
      values[index].flatMap { value in limits(index, centre, rest).map { (value, $0) } }
    }
    let ceiling = measure == .proportion ? 1 : Double.infinity
    return .success(
      widenings.map { widening in
        let factors = widening.factors(dispersion, sizes: sizes, variance: variance)
        return Funnel(
          measure: measure,
          centre: centre,
          units: plain.indices.map { index in
            plain[index].flatMap { value, limits in
              let factor = factors(index)
              return unit(value, limits) { limit in
                let moved = factor > 1 ? centre + factor * (limit - centre) : limit
                return min(ceiling, max(0, moved))
              }
            }
          },
          overdispersion: dispersion,
          widening: widening
        )
      }
    )
  }

  private static func unit(
    _ value: Double,
    _ limits: FunnelLimits,
    widened: (Double) -> Double
  ) -> Result<Unit, StatisticGap> {
    let limits = limits.map(widened)
    guard limits.upper998.isFinite else { return .failure(.outOfRange) }
    return .success(Unit(value: value, limits: limits, position: limits.position(of: value)))
  }
}
