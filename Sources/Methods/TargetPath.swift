/// The way from a base to a target that is due at a time: what every rule of progress is asked.
///
/// Edge cases:
/// - the base is the earliest value; values after the deadline are left out.
/// - fewer than 2 values by the deadline, more than 10,000, NaN, infinities, one time twice: a gap.
/// - a deadline at or before the time of the base: a gap.
/// - no direction given: that from the base to the target; a gap where they are equal.
public struct TargetPath: Hashable, Sendable {
  /// The side of the target that is good.
  public enum Direction: String, CaseIterable, Sendable {
    /// At the target or above it.
    case up
    /// At the target or below it.
    case down

    /// +1 where up is good, −1 where down is.
    var sign: Double { self == .up ? 1 : -1 }
  }

  /// The most values, which must be put in order.
  public static let mostValues = 10_000

  /// The values by the deadline, in order of time.
  public let series: [TimedValue]

  /// The earliest value.
  public let base: TimedValue

  /// The latest value by the deadline.
  public let latest: TimedValue

  /// The value to reach.
  public let target: Double

  /// The time by which to reach it.
  public let deadline: Double

  /// The side of the target that is good.
  public let direction: Direction

  /// The least and the greatest value that there can be, such as 0 and 100 of a percentage.
  public let limits: ClosedRange<Double>?

  /// Lays the way out, from values in any order.
  ///
  /// - Parameters:
  ///   - target: The value to reach.
  ///   - deadline: The time by which to reach it.
  ///   - series: The values with their times, the base among them.
  ///   - direction: The side of the target that is good; nil for the side that faces away from the
  ///     base.
  ///   - limits: The least and the greatest value that there can be.
  /// - Returns: The way, or the reason why there is none.
  public static func to(
    _ target: Double,
    by deadline: Double,
    through series: [TimedValue],
    direction: Direction? = nil,
    limits: ClosedRange<Double>? = nil
  ) -> Result<TargetPath, StatisticGap> {
    guard target.isFinite, deadline.isFinite else { return .failure(.notFinite) }
    guard series.count <= mostValues else {
      return .failure(.tooManyPoints(limit: mostValues, had: series.count))
    }
    guard series.allSatisfy({ $0.time.isFinite && $0.value.isFinite }) else {
      return .failure(.notFinite)
    }
    let ordered = series.sorted { $0.time < $1.time }
    guard zip(ordered, ordered.dropFirst()).allSatisfy({ $0.time < $1.time }) else {
      return .failure(.duplicateTime)
    }
    guard let base = ordered.first else { return .failure(.tooFewPoints(needed: 2, had: 0)) }
    guard base.time < deadline else { return .failure(.deadlineNotAfterBase) }
    let due = ordered.prefix { $0.time <= deadline }
    guard due.count > 1, let latest = due.last else {
      return .failure(.tooFewPoints(needed: 2, had: due.count))
    }
    guard (target - base.value).isFinite, (latest.value - base.value).isFinite,
      (deadline - base.time).isFinite
    else { return .failure(.outOfRange) }
    guard let direction = direction ?? side(of: target, from: base.value) else {
      return .failure(.unknownDirection)
    }
    return .success(
      TargetPath(
        series: Array(due),
        base: base,
        latest: latest,
        target: target,
        deadline: deadline,
        direction: direction,
        limits: limits
      )
    )
  }

  private static func side(of target: Double, from base: Double) -> Direction? {
    if target > base { return .up }
    return target < base ? .down : nil
  }

  /// Whether a value fulfils the target, but for the rounding of its last bits.
  ///
  /// - Parameter value: A value.
  /// - Returns: Whether it is at the target or on its good side.
  public func isMet(by value: Double) -> Bool {
    let slack = Self.rounding * max(abs(value), abs(target))
    return direction == .up ? value >= target - slack : value <= target + slack
  }

  /// The time from the base to the latest value.
  var elapsed: Double { latest.time - base.time }

  /// The time from the base to the deadline.
  var span: Double { deadline - base.time }

  /// The change from the base to the latest value, without that which is only rounding.
  var made: Double {
    let made = latest.value - base.value
    return abs(made) <= Self.rounding * max(abs(latest.value), abs(base.value)) ? 0 : made
  }

  /// Values that differ by less, relatively, are taken to be equal: quotients carry such dust.
  static let rounding = 1e-12
}
