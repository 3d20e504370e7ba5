/// The gap that will be left at the deadline, in the manner of ESCAP's anticipated progress index.
///
/// A straight line is fitted to all values with weights that grow with time, `wᵢ = i/n` for the
/// i-th of n values, and read at the deadline:
/// ```
/// gap = 100 |TV − I_T| / |TV − I₀|      0 where I_T fulfils the target
/// ```
/// **Not as published.** That recent years weigh more, the formula of the gap and the three classes
/// are ESCAP's; its weights and its limits of 10 and 100 could not be read in a source. So the class
/// is shown and has no part in saying whether published rules disagree.
///
/// Edge cases:
/// - a base that fulfils the target: a gap of the statistic, as there is no way to measure by.
/// - two values: the line through them, whatever their weights.
/// - a bounded indicator: the line is not bent, so that it may leave the limits.
///
/// Accuracy: relative error of the anticipated value at most 1e-12 for up to 10,000 values.
///
/// References: as ``EscapStatus``; Bidarbakht-Nia A., A weighted extrapolation method for measuring
/// the SDGs progress, ESCAP Statistics Division working paper 4 (2017).
public struct EscapAnticipated: Hashable, Sendable {
  /// What the target needs.
  public enum Category: String, CaseIterable, Sendable {
    /// It will be met, or nearly: a gap of at most 10.
    case maintain
    /// A gap of at most 100.
    case accelerate
    /// The gap grows.
    case reverse
  }

  /// The value that the line has at the deadline.
  public let anticipated: Double

  /// What will be left of the way, in per cent of the whole of it.
  public let gap: Double

  /// What the target needs, by limits that are not taken from a source.
  public var category: Category {
    if gap <= 10 { return .maintain }
    return gap <= 100 ? .accelerate : .reverse
  }

  /// The gap along a way.
  ///
  /// - Parameter path: The way.
  /// - Returns: The gap, or the reason why there is none.
  public static func along(_ path: TargetPath) -> Result<EscapAnticipated, StatisticGap> {
    guard !path.isMet(by: path.base.value) else { return .failure(.baseMeetsTarget) }
    return value(path).flatMap { anticipated in
      let whole = abs(path.target - path.base.value)
      let gap = path.isMet(by: anticipated) ? 0 : 100 * (abs(path.target - anticipated) / whole)
      guard gap.isFinite else { return .failure(.outOfRange) }
      return .success(EscapAnticipated(anticipated: anticipated, gap: gap))
    }
  }

  /// The weighted line at the deadline.
  private static func value(_ path: TargetPath) -> Result<Double, StatisticGap> {
    LeastSquares.line(
      through: path.series,
      weights: path.series.indices.map { Double($0 + 1) }
    )
    .flatMap { $0.fitted(at: [path.deadline]) }
  }
}
