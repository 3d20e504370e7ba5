import Methods
import Plan
import Tables

/// Whether a target holds at a value; nil where it cannot be told.
struct TargetJudge {
  let target: Target
  let indicator: Indicator
  let years: PlanYears
  /// Whether the figure says yes or no of one unit, so that it has no pace and no case to add.
  let isYesOrNo: Bool

  /// Values of ratios carry rounding of the last bits; a target of 100 must not fail by them.
  private static let tolerance = 1e-9

  /// Whether `value` fulfils the target; `base` is the value of the base year.
  func holds(_ value: Double?, base: Double?) -> Bool? {
    guard let value else { return nil }
    switch target.form {
    case .reach, .keep:
      guard let wanted = target.value else { return nil }
      return indicator.direction == .down
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

  /// Whether a year is before the one in which the target is due.
  func isBeforeDue(_ year: Int) -> Bool { target.when == .byEnd && year < years.last }

  /// The status of one value in one year, without the years before.
  func status(_ value: Double?, base: Double?, year: Int) -> TargetStatus {
    guard let value, let holds = holds(value, base: base) else { return .undecided }
    // Nothing has become fewer where there was nothing: it stayed so.
    if holds, target.form == .fewer, value <= Self.tolerance, (base ?? 0) <= Self.tolerance {
      return .kept
    }
    if holds { return .reached }
    guard isBeforeDue(year) else { return .notReached }
    switch target.form {
    case .keep, .keepBase, .done: return .notReached
    case .fewer: return value > (base ?? value) + Self.tolerance ? .movingAway : .notReached
    case .reach, .none: break
    }
    if isYesOrNo { return .notReached }
    // However far away the base was: a finite value has gone all of such a way.
    if base == .infinity, isDown { return .onPace }
    return switch pace(value, base: base, year: year) {
    case .success(let pace): TargetStatus(pace.standing)
    // What held in the base year and does not any more has no way to go; the years tell it lost.
    case .failure(.baseMeetsTarget): .notReached
    case .failure: .undecided
    }
  }

  /// The status of what is missing if nothing limits it.
  func unbounded(_ year: Int) -> TargetStatus {
    isBeforeDue(year) && (hasPath || target.form == .fewer) ? .movingAway : .notReached
  }

  /// The pace of a value that does not yet fulfil a target of the last year.
  func pace(_ value: Double, base: Double?, year: Int) -> Result<LinearPace, StatisticGap> {
    guard let base else { return .failure(.missingEarlier) }
    return path([
      TimedValue(year: years.base, value: base), TimedValue(year: year, value: value),
    ]).flatMap(LinearPace.along)
  }

  /// The way to a target of the last year along values, the base year's first.
  func path(_ series: [TimedValue]) -> Result<TargetPath, StatisticGap> {
    // Only such targets name the value to which the way leads.
    guard let wanted = target.form == .none ? 0 : target.value else {
      return .failure(.unknownDirection)
    }
    return TargetPath.to(
      wanted,
      by: Double(years.last),
      through: series,
      direction: isDown ? .down : .up,
      limits: indicator.isProportion ? 0...100 : nil
    )
  }

  private var isDown: Bool { target.form == .none || indicator.direction == .down }

  /// Whether the target asks for a way to a value in the last year.
  var hasPath: Bool {
    target.when == .byEnd && (target.form == .reach || target.form == .none) && !isYesOrNo
  }

  /// Whether a status can rest on the base year's value.
  var needsBase: Bool { hasPath || target.form == .fewer }

  /// Whether the target asks that something stays so.
  var isKept: Bool { target.form == .keep || target.form == .keepBase || target.form == .none }

  /// Whether a target of the last year that held once can be lost before it.
  var canBeLost: Bool { target.when == .byEnd && (target.form == .reach || target.form == .fewer) }
}

extension TargetStatus {
  init(_ standing: LinearPace.Standing) {
    switch standing {
    case .onPace: self = .onPace
    case .behind: self = .behind
    case .movingAway: self = .movingAway
    }
  }

  /// The order of answers while figures are missing, from the worst on.
  var rank: Int {
    let order: [TargetStatus] = [
      .undecided, .notReached, .lost, .movingAway, .behind, .onPace, .reached, .kept,
    ]
    return order.firstIndex(of: self) ?? 0
  }

  /// What one case must not change for the status to be told: on the way, too slow, or away.
  var side: Int? {
    switch self {
    case .reached, .kept, .onPace: 0
    case .behind: 1
    case .movingAway: 2
    default: nil
    }
  }
}
