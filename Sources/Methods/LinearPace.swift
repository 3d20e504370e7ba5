/// The progress made, as a ratio to the progress due by now on a straight line to the target.
///
/// With base `y₀` at `t₀`, latest value `yᵢ` at `tᵢ`, target `y_T` due at `t_T`:
/// ```
/// due = y₀ + (y_T − y₀) (tᵢ − t₀)/(t_T − t₀)        ratio = (yᵢ − y₀) / (due − y₀)
/// ```
/// 1 and more is on pace, between 0 and 1 behind, below 0 away from the target. The ratio is the
/// same for a coverage and for the gap to its whole, `y → L − y`, which no growth rate is; and for
/// any change of units, `y → a + b y`.
///
/// Edge cases:
/// - a base that already fulfils the target: a gap, as nothing is due; whether the target is kept or
///   lost is then the question, see ``TargetProgress``.
/// - at the deadline `due` is the target.
/// - a base of 0, a target of 0 and negative values are values like any other.
///
/// Accuracy: relative error at most 1e-15 for the ratio and 2e-15 for the value due, of the formula
/// applied to the doubles given.
///
/// References: none is needed for a straight line; what it is compared with stands in
/// `Documentation/Methods/progress.md`.
public struct LinearPace: Hashable, Sendable {
  /// Where the latest value stands on the way.
  public enum Standing: String, CaseIterable, Sendable {
    /// At least where the straight line is.
    case onPace = "on-pace"
    /// Short of the line.
    case behind
    /// Farther from the target than the base.
    case movingAway = "moving-away"
  }

  /// The progress made as a ratio to the progress due.
  public let ratio: Double

  /// Where the straight line is at the time of the latest value.
  public let due: Double

  /// Where the latest value stands.
  public var standing: Standing {
    if ratio < 0 { return .movingAway }
    return ratio >= 1 - TargetPath.rounding ? .onPace : .behind
  }

  /// The pace along a way.
  ///
  /// - Parameter path: The way.
  /// - Returns: The pace, or the reason why there is none.
  public static func along(_ path: TargetPath) -> Result<LinearPace, StatisticGap> {
    guard !path.isMet(by: path.base.value) else { return .failure(.baseMeetsTarget) }
    let share = path.elapsed / path.span
    let wanted = (path.target - path.base.value) * share
    let ratio = path.made / wanted
    guard ratio.isFinite else { return .failure(.outOfRange) }
    // The line ends in the target itself, not in what rounding makes of it.
    let due = path.latest.time == path.deadline ? path.target : path.base.value + wanted
    return .success(LinearPace(ratio: ratio, due: due))
  }
}
