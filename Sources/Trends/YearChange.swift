internal import Methods
internal import Tables

/// The change of a proportion since the year before, with the probability of one as large by chance.
///
/// The two years are taken as independent. Where the same things are counted in both they are not,
/// and the test then finds too little rather than too much. Where units vary more than chance makes
/// them, a figure moves more than chance makes it too: the interval is as much wider as the limits of
/// the funnel are.
struct YearChange: Sendable {
  let difference: Double
  let lower: Double
  let upper: Double
  let probability: Double

  /// Nil where there is no such change.
  ///
  /// - Parameters:
  ///   - earlier: Numerator and denominator of the year before.
  ///   - later: The same of the year.
  ///   - widening: How much wider than by chance alone the interval is, 1 or more.
  ///   - scale: What a fraction of one is in the indicator's unit.
  ///   - tests: Tests of other changes.
  init?(
    from earlier: CountOfTrials,
    to later: CountOfTrials,
    widening: Double,
    scale: Double,
    _ tests: inout RecurringTwoProportions
  ) {
    let first = (earlier.successes, earlier.trials)
    let second = (later.successes, later.trials)
    guard case .success(let change) = ProportionChange.between(first, and: second),
      case .success(let test) = tests.twoSided(later, against: earlier)
    else { return nil }
    let middle = change.change.difference
    difference = middle * scale
    lower = max(-1, middle - widening * (middle - change.interval.lower)) * scale
    upper = min(1, middle + widening * (change.interval.upper - middle)) * scale
    probability = test.value
  }

  func fill(_ row: inout ComparisonRow) {
    row.change = difference
    row.changeLower = lower
    row.changeUpper = upper
    row.changeP = probability
  }

  func fill(_ row: inout ComparisonTestRow) {
    row.change = difference
    row.changeLower = lower
    row.changeUpper = upper
    row.changeP = probability
  }
}
