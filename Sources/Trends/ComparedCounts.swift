internal import Methods
internal import Plan
internal import Tables

extension IndicatorRow {
  /// Numerator and denominator as whole counts, or why the row takes no part in a comparison.
  ///
  /// A row of which reports are missing would look lower or higher than it is. Counts are no larger
  /// than the methods bear, so that sums of a plan's units cannot overflow.
  func countsToCompare(_ indicator: Indicator) -> Result<CountOfTrials, NotCompared> {
    guard indicator.isProportion, case .ratio = indicator.formula else {
      return .failure(.because(.notAProportion))
    }
    guard reported == expected else { return .failure(.because(.notWhole)) }
    guard value != nil, let numerator, let denominator else { return .failure(.because(.noValue)) }
    guard let successes = Int(exactly: numerator), let trials = Int(exactly: denominator),
      successes >= 0, trials > 0, successes <= trials, trials <= Funnel.largestTrials
    else { return .failure(.because(.unsuitable)) }
    return .success(CountOfTrials(successes: successes, trials: trials))
  }

  /// The value in its year, where the figure is whole.
  var wholePoint: TimedValue? {
    guard reported == expected else { return nil }
    return value.map { TimedValue(year: year, value: $0) }
  }
}

/// Why a unit takes no part.
enum NotCompared: Error {
  case because(ComparisonRow.LeftOut)
}

extension Indicator {
  /// What a fraction of one is in the indicator's unit: 100 for per cent.
  var scale: Double {
    switch formula {
    case .ratio(_, _, let per): Double(per)
    case .units: 100
    case .count: 1
    }
  }
}
