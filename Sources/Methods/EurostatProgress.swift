internal import Distributions

/// Progress by growth rates, as Eurostat, Statistics Canada and Open SDG publish it.
///
/// ```
/// CAGRₐ = (yᵢ/y₀)^(1/(tᵢ−t₀)) − 1     CAGRᵣ = (y_T/y₀)^(1/(t_T−t₀)) − 1     R = d s CAGRₐ / |CAGRᵣ|
/// ```
/// `d` is +1 where up is good and −1 where down is; `s` is −1 for a negative base. Once the latest
/// value fulfils the target it is achieved, whatever R is.
///
/// The answer depends on what is counted: a coverage from 60 to 90 and a gap from 40 to 10 are one
/// thing and get different R. It stands beside ``LinearPace`` for comparison.
///
/// Edge cases:
/// - base 0, target 0: gaps. Open SDG puts 0.001 for the zero; another number gives another class.
/// - base and target equal and the latest value worse: a gap, where Open SDG divides by zero.
/// - a sign that changes: a gap.
///
/// Accuracy: relative error of R at most 1e-12 where base, latest value and target differ by more
/// than a part in a thousand.
///
/// References:
/// - Open SDG, Progress measurement methodology, docs/progress-methodology.md, and sdg-build,
///   sdg/ProgressMeasure.py, methodology 2 and get_score.
/// - Eurostat, Sustainable development in the European Union, monitoring report, annex on methods.
public struct EurostatProgress: Hashable, Sendable {
  /// The classes, named as Open SDG names them.
  public enum Category: String, CaseIterable, Sendable {
    /// The latest value fulfils the target.
    case targetAchieved = "target-achieved"
    /// R at least 0.95.
    case substantial = "substantial-progress"
    /// R at least 0.6.
    case moderate = "moderate-progress"
    /// R at least 0.
    case limited = "limited-progress"
    /// R below 0.
    case deterioration
  }

  /// The ratio of the observed to the required growth rate, or why there is none.
  public let ratio: Result<Double, StatisticGap>

  /// The class.
  public let category: Category

  /// Open SDG's score, from −5 to 5.
  public let score: Double

  /// The progress along a way.
  ///
  /// - Parameter path: The way.
  /// - Returns: The progress, or the reason why there is none.
  public static func along(_ path: TargetPath) -> Result<EurostatProgress, StatisticGap> {
    let ratio = ratio(path)
    if path.isMet(by: path.latest.value) {
      return .success(EurostatProgress(ratio: ratio, category: .targetAchieved, score: 5))
    }
    return ratio.map { value in
      EurostatProgress(ratio: ratio, category: category(value), score: score(value))
    }
  }

  private static func ratio(_ path: TargetPath) -> Result<Double, StatisticGap> {
    let base = path.base.value
    guard base != 0 else { return .failure(.zeroBase) }
    guard path.target != 0 else { return .failure(.zeroTarget) }
    guard base.sign == path.target.sign,
      path.latest.value == 0 || base.sign == path.latest.value.sign
    else { return .failure(.signChange) }
    guard
      let actual = Growth.rate(from: base, to: path.latest.value, over: path.elapsed),
      let required = Growth.rate(from: base, to: path.target, over: path.span)
    else { return .failure(.outOfRange) }
    guard required != 0 else { return .failure(.baseMeetsTarget) }
    let sign: Double = base < 0 ? -1 : 1
    let ratio = sign * path.direction.sign * actual / abs(required)
    return ratio.isFinite ? .success(ratio) : .failure(.outOfRange)
  }

  private static func category(_ ratio: Double) -> Category {
    switch ratio {
    case 0.95...: .substantial
    case 0.6...: .moderate
    case 0...: .limited
    default: .deterioration
    }
  }

  /// Two straight lines that meet near (0.6, 0); the constants are the published ones.
  private static func score(_ ratio: Double) -> Double {
    ratio >= 0.6 ? min(7.1429 * ratio - 4.2857, 5) : max(4.1667 * ratio - 2.5, -5)
  }
}
