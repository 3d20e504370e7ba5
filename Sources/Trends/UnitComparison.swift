package import Methods
package import Plan
package import Tables

/// The member units beside each other, for one indicator and year, and over the years before.
///
/// Only whole figures are compared: a unit of which reports are missing is listed without a place.
package struct UnitComparison: Sendable {
  /// One unit among the others.
  package struct Unit: Sendable {
    package let row: IndicatorRow
    /// Values of the years asked for, where the unit's figure is whole.
    package let values: [TimedValue]
    /// Raw proportion drawn towards that of all units, as a fraction of one.
    package fileprivate(set) var smoothed: Double?
    /// Where the unit lies in the funnel around all units.
    package fileprivate(set) var position: Funnel.Position?
    /// The same with limits widened for over-dispersion.
    package fileprivate(set) var widenedPosition: Funnel.Position?
    /// Numerator and denominator of all other units that are compared.
    package fileprivate(set) var others: CountOfTrials?
    /// Probability of a difference as large between this unit and all others by chance alone.
    package fileprivate(set) var probability: Double?
    /// The same adjusted for the number of units, as a false discovery rate.
    package fileprivate(set) var adjusted: Double?
  }

  package let indicator: Indicator
  package let year: Int
  /// The row of the plan's unit.
  package let overall: IndicatorRow?
  package private(set) var units: [Unit]
  /// Whether the units differ at all; nil for what is no proportion.
  package private(set) var heterogeneity: Result<Heterogeneity, StatisticGap>?
  /// Whether the units rise or fall together over the years.
  package let together: Result<RegionalKendall, StatisticGap>

  /// - Parameters:
  ///   - plan: The plan.
  ///   - indicator: The indicator, computed for member units.
  ///   - rows: Rows of all indicators.
  ///   - years: First and last year of the series; units are compared in the last.
  ///   - only: Codes of the units that are listed; nil for all. All are compared in either case.
  package init(
    _ plan: Plan,
    _ indicator: Indicator,
    _ rows: [IndicatorRow],
    years: ClosedRange<Int>,
    only: Set<String>? = nil
  ) {
    self.indicator = indicator
    year = years.upperBound
    let own = rows.filter { $0.indicator == indicator.id && years.contains($0.year) }
    let series = Dictionary(grouping: own, by: \.unit)
    overall = own.first { $0.unit == plan.unit && $0.year == years.upperBound }
    units = own.filter { $0.unit != plan.unit && $0.year == years.upperBound }.map { row in
      Unit(row: row, values: Self.values(series[row.unit] ?? []))
    }
    together = RegionalKendall.test(units.map(\.values))
    if indicator.isProportion, case .ratio = indicator.formula { compare() }
    if let only { units.removeAll { !only.contains($0.row.unit) } }
  }

  private static func values(_ rows: [IndicatorRow]) -> [TimedValue] {
    rows.filter { $0.reported == $0.expected }.compactMap { row in
      row.value.map { TimedValue(year: row.year, value: $0) }
    }
  }

  private mutating func compare() {
    let places = units.indices.filter { units[$0].counts != nil }
    let counts = places.compactMap { units[$0].counts }
    heterogeneity = Heterogeneity.proportions(counts)
    let plain = try? Funnel.proportions(counts).get()
    let widened = try? Funnel.proportions(counts, widening: .multiplicative).get()
    let bayes = try? EmpiricalBayes.proportions(counts).get()
    var probabilities: [(place: Int, value: Double)] = []
    let all = counts.reduce(into: (successes: 0, trials: 0)) { sum, unit in
      sum.successes += unit.successes
      sum.trials += unit.trials
    }
    for (index, place) in places.enumerated() {
      units[place].position = try? plain?.units[index].get().position
      units[place].widenedPosition = try? widened?.units[index].get().position
      units[place].smoothed = try? bayes?.units[index].get().smoothed
      let rest = CountOfTrials(
        successes: all.successes - counts[index].successes,
        trials: all.trials - counts[index].trials
      )
      units[place].others = rest
      let pair = Heterogeneity.proportions([counts[index], rest])
      guard let probability = try? pair.get().probability.get().value else { continue }
      units[place].probability = probability
      probabilities.append((place, probability))
    }
    guard let adjusted = try? FalseDiscovery.adjusted(probabilities.map(\.value)).get() else {
      return
    }
    for (index, probability) in probabilities.enumerated() {
      units[probability.place].adjusted = adjusted[index]
    }
  }
}

extension UnitComparison.Unit {
  /// Numerator and denominator as whole counts, where the figure is whole and no larger than the
  /// methods bear; so many sums of them cannot overflow.
  package var counts: CountOfTrials? {
    guard row.reported == row.expected, let numerator = row.numerator.flatMap(Int.init(exactly:)),
      let denominator = row.denominator.flatMap(Int.init(exactly:)), numerator >= 0,
      denominator > 0, numerator <= denominator, denominator <= Funnel.largestTrials
    else { return nil }
    return CountOfTrials(successes: numerator, trials: denominator)
  }
}
