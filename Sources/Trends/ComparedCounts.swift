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
    let figure = figure
    guard figure.value != nil, let numerator = figure.numerator,
      let denominator = figure.denominator
    else { return .failure(.because(.noValue)) }
    guard let successes = Int(exactly: numerator), let trials = Int(exactly: denominator),
      successes >= 0, trials > 0, successes <= trials, trials <= Funnel.largestTrials
    else { return .failure(.because(.unsuitable)) }
    return .success(CountOfTrials(successes: successes, trials: trials))
  }

  /// The value, where the figure is whole.
  var wholeValue: Double? { reported == expected ? value : nil }
}

/// Why a unit takes no part.
enum NotCompared: Error {
  case because(ComparisonRow.LeftOut)
}

/// What a row gives to a comparison, in eight bytes.
struct PackedCount: Sendable {
  private let successes: Int32
  /// Number of the reason below 0.
  private let trials: Int32

  init(_ count: Result<CountOfTrials, NotCompared>) {
    switch count {
    case .success(let count):
      (successes, trials) = (Int32(clamping: count.successes), Int32(clamping: count.trials))
    case .failure(.because(let reason)):
      let number = Self.reasons.firstIndex(of: reason) ?? 0
      (successes, trials) = (0, -1 - Int32(clamping: number))
    }
  }

  var result: Result<CountOfTrials, NotCompared> {
    guard trials < 0 else {
      return .success(CountOfTrials(successes: Int(successes), trials: Int(trials)))
    }
    return .failure(.because(Self.reasons[Int(-1 - trials)]))
  }

  private static let reasons = ComparisonRow.LeftOut.allCases
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
