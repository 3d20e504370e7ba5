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
    guard let anticipated = value(path) else { return .failure(.outOfRange) }
    let whole = abs(path.target - path.base.value)
    let gap = path.isMet(by: anticipated) ? 0 : 100 * (abs(path.target - anticipated) / whole)
    guard gap.isFinite else { return .failure(.outOfRange) }
    return .success(EscapAnticipated(anticipated: anticipated, gap: gap))
  }

  /// The weighted line at the deadline, with times and values taken from the base.
  private static func value(_ path: TargetPath) -> Double? {
    let times = path.series.map { ($0.time - path.base.time) / path.span }
    let values = path.series.map { $0.value - path.base.value }
    let weights = path.series.indices.map { Double($0 + 1) }
    let total = weights.reduce(0, +)
    let meanTime = zip(weights, times).reduce(0) { $0 + $1.0 * $1.1 } / total
    let meanValue = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / total
    var (products, squares) = (0.0, 0.0)
    for index in times.indices {
      let distance = times[index] - meanTime
      products += weights[index] * distance * (values[index] - meanValue)
      squares += weights[index] * distance * distance
    }
    let value = path.base.value + meanValue + products / squares * (1 - meanTime)
    return value.isFinite ? value : nil
  }
}
