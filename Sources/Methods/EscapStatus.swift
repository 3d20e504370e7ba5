/// ESCAP's current status index: the share of the way that is behind, in tenths.
///
/// ```
/// P = 10 D (I_cv − I₀) / |TV − I₀|       expected by now = 10 (t − t₀)/(t_T − t₀)
/// ```
/// `D` is +1 where up is good and −1 where down is. Negative is regress. For an indicator of parity,
/// whose target may be missed on both sides, `P = 10 − 10 |TV − I_cv| / |TV − I₀|`.
///
/// Edge cases: base equal to the target: a gap, in both forms.
///
/// Accuracy: relative error at most 1e-15 of the formula applied to the doubles given.
///
/// References: United Nations Economic and Social Commission for Asia and the Pacific, Progress
/// assessment methodology, data.unescap.org; Bidarbakht-Nia A., Tracking progress towards the SDGs:
/// measuring the otherwise ambiguous progress, ESCAP Statistics Division working paper 5 (2017).
public struct EscapStatus: Hashable, Sendable {
  /// Where the index stands beside the mark of what is expected by now.
  public enum Category: String, CaseIterable, Sendable {
    /// At the mark or beyond it.
    case asExpected = "as-expected"
    /// Between 0 and the mark.
    case belowExpected = "below-expected"
    /// Below 0.
    case regressed
  }

  /// The index: 0 at the base, 10 at the target.
  public let index: Double

  /// Where the index would be by now at an even pace.
  public let expected: Double

  /// Where the index stands beside the mark.
  public var category: Category {
    if index < 0 { return .regressed }
    return index >= expected * (1 - TargetPath.rounding) ? .asExpected : .belowExpected
  }

  /// The status along a way.
  ///
  /// - Parameters:
  ///   - path: The way.
  ///   - isParity: Whether the target can be missed on both sides.
  /// - Returns: The status, or the reason why there is none.
  public static func along(
    _ path: TargetPath,
    isParity: Bool = false
  ) -> Result<EscapStatus, StatisticGap> {
    let whole = abs(path.target - path.base.value)
    guard whole > 0 else { return .failure(.baseMeetsTarget) }
    let index =
      isParity
      ? 10 - 10 * (abs(path.target - path.latest.value) / whole)
      : 10 * (path.direction.sign * path.made / whole)
    guard index.isFinite else { return .failure(.outOfRange) }
    return .success(EscapStatus(index: index, expected: 10 * (path.elapsed / path.span)))
  }
}
