import Plan
import Tables

/// Whether a target holds at a value; nil where it cannot be told.
struct TargetJudge {
  let target: Target
  let direction: Indicator.Direction
  let years: PlanYears

  /// Values of ratios carry rounding of the last bits; a target of 100 must not fail by them.
  private static let tolerance = 1e-9

  /// Whether `value` fulfils the target; `base` is the value of the base year.
  func holds(_ value: Double?, base: Double?) -> Bool? {
    guard let value else { return nil }
    switch target.form {
    case .reach, .keep:
      guard let wanted = target.value else { return nil }
      return direction == .down
        ? value <= wanted + Self.tolerance : value >= wanted - Self.tolerance
    case .keepBase:
      return value >= 100 - Self.tolerance
    case .none:
      return value <= Self.tolerance
    case .fewer:
      guard let base else { return nil }
      // With nothing to reduce, staying at nothing is what can be asked.
      return base <= Self.tolerance ? value <= Self.tolerance : value < base - Self.tolerance
    case .done:
      return value > Self.tolerance
    }
  }

  /// Whether a value that does not yet fulfil a target of the last year is where a straight way
  /// from the base year's value would be; nil where there is no base or nothing left to go.
  func isOnPace(_ value: Double, base: Double?, year: Int) -> Bool? {
    guard let base, let wanted = target.value, years.last > years.base else { return nil }
    let share = Double(year - years.base) / Double(years.last - years.base)
    let due = base + (wanted - base) * share
    return direction == .down ? value <= due + Self.tolerance : value >= due - Self.tolerance
  }

  /// The status of one value in one year, without the years before.
  func status(_ value: Double?, base: Double?, year: Int) -> TargetStatus {
    guard let value, let holds = holds(value, base: base) else { return .undecided }
    // Nothing has become fewer where there was nothing: it stayed so.
    if holds, target.form == .fewer, value <= Self.tolerance, (base ?? 0) <= Self.tolerance {
      return .kept
    }
    if holds { return .reached }
    guard target.when == .byEnd, year < years.last else { return .notReached }
    guard let isOnPace = isOnPace(value, base: base, year: year) else { return .undecided }
    return isOnPace ? .onPace : .behind
  }

  /// Whether the target asks that something stays so.
  var isKept: Bool { target.form == .keep || target.form == .keepBase || target.form == .none }
}
