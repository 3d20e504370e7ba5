internal import Distributions

/// Progress as the United Nations' SDG Progress Chart of 2023 measures it.
///
/// ```
/// CAGR = (v_t/v_b)^(1/(t−b)) − 1      v_e = v_t (1 + CAGR)^(T−t)      q = (v_e − v_b) / (v_T − v_b)
/// ```
/// A latest value that fulfils the target is met, whatever the trend; so is one within one point of
/// a target of 0 % or 100 %.
///
/// Edge cases:
/// - base 0: a gap, as nothing grows from it. A target of 0 is a target like any other.
/// - a base that fulfils the target and a latest value that does not: a gap. The formula would call
///   the way back to a lower target "on track".
/// - a sign that changes: a gap.
///
/// Accuracy: relative error of q at most 1e-12 where the values differ by more than a part in a
/// thousand.
///
/// References: United Nations Statistics Division, The Sustainable Development Goals Progress Chart
/// 2023, technical note, as quoted by Eustat, Medición del progreso, its exceptions 1, 2 and 5.
public struct UnitedNationsProgress: Hashable, Sendable {
  /// The classes of the chart.
  public enum Category: String, CaseIterable, Sendable {
    /// Target met, or q at least 0.95.
    case metOrOnTrack = "met-or-on-track"
    /// q at least 0.1: fair progress, but acceleration needed.
    case fair = "fair-progress"
    /// q below 0.1.
    case stagnationOrRegression = "stagnation-or-regression"
  }

  /// The expected share of the way by the deadline, or why there is none.
  public let quotient: Result<Double, StatisticGap>

  /// The class.
  public let category: Category

  /// The progress along a way.
  ///
  /// - Parameter path: The way.
  /// - Returns: The progress, or the reason why there is none.
  public static func along(_ path: TargetPath) -> Result<UnitedNationsProgress, StatisticGap> {
    let quotient = quotient(path)
    if path.isMet(by: path.latest.value) || isNearEnd(path) {
      return .success(UnitedNationsProgress(quotient: quotient, category: .metOrOnTrack))
    }
    return quotient.map { value in
      UnitedNationsProgress(quotient: quotient, category: category(value))
    }
  }

  private static func quotient(_ path: TargetPath) -> Result<Double, StatisticGap> {
    let base = path.base.value
    let latest = path.latest.value
    guard !path.isMet(by: base) else { return .failure(.baseMeetsTarget) }
    guard base != 0 else { return .failure(.zeroBase) }
    guard latest == 0 || base.sign == latest.sign else { return .failure(.signChange) }
    guard let rate = Growth.rate(from: base, to: latest, over: path.elapsed),
      let change = Growth.change(at: rate, over: path.deadline - path.latest.time)
    else { return .failure(.outOfRange) }
    // v_e − v_b, without subtracting what was first added.
    let expected = (latest - base) + latest * change
    let quotient = expected / (path.target - base)
    return quotient.isFinite ? .success(quotient) : .failure(.outOfRange)
  }

  /// Whether the value is within one point of a target of 0 % or 100 %.
  private static func isNearEnd(_ path: TargetPath) -> Bool {
    guard path.limits == 0...100, path.target == 0 || path.target == 100 else { return false }
    return abs(path.latest.value - path.target) <= 1 + TargetPath.rounding
  }

  private static func category(_ quotient: Double) -> Category {
    switch quotient {
    case 0.95...: .metOrOnTrack
    case 0.1...: .fair
    default: .stagnationOrRegression
    }
  }
}
