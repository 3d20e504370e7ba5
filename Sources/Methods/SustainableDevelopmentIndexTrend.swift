/// The arrow that the SDG Index of the SDSN shows beside an indicator.
///
/// The linear annual rate so far, as a ratio to the linear rate that the target needs from the base:
/// ```
/// ratio = [(yᵢ − y₀)/(tᵢ − t₀)] / [(y_T − y₀)/(t_T − t₀)]
/// ```
/// The index applies it to scores from 0 to 100, `100 (x − min)/(max − min)`. Rescaling changes no
/// ratio, so that none is done here; what the scores cut off at their ends is not imitated.
///
/// Edge cases:
/// - a latest value that fulfils the target: on track or maintaining, as published.
/// - a base that fulfils the target and a latest value that does not: decreasing, with no ratio.
///
/// Accuracy: relative error at most 1e-15 of the formula applied to the doubles given.
///
/// References: Sachs J. et al., Sustainable Development Report, methods summary, section on SDG
/// trends; Lafortune G. et al., SDG Index and Dashboards: detailed methodological paper, SDSN 2018.
public struct SustainableDevelopmentIndexTrend: Hashable, Sendable {
  /// The arrows, named by the legend of the index.
  public enum Category: String, CaseIterable, Sendable {
    /// At least the required rate, or the target is fulfilled.
    case onTrack = "on-track-or-maintaining"
    /// At least half of the required rate.
    case moderatelyImproving = "moderately-improving"
    /// From 0 to half of the required rate.
    case stagnating
    /// The wrong way.
    case decreasing
  }

  /// The rate so far, as a ratio to the rate required; or why there is none.
  public let ratio: Result<Double, StatisticGap>

  /// The arrow.
  public let category: Category

  /// The arrow along a way.
  ///
  /// - Parameter path: The way.
  /// - Returns: The arrow, or the reason why there is none.
  public static func along(
    _ path: TargetPath
  ) -> Result<SustainableDevelopmentIndexTrend, StatisticGap> {
    let ratio = LinearPace.along(path).map(\.ratio)
    func trend(_ category: Category) -> Result<SustainableDevelopmentIndexTrend, StatisticGap> {
      .success(SustainableDevelopmentIndexTrend(ratio: ratio, category: category))
    }
    if path.isMet(by: path.latest.value) { return trend(.onTrack) }
    return switch ratio {
    case .success(let value): trend(category(value))
    case .failure(.baseMeetsTarget): trend(.decreasing)
    case .failure(let gap): .failure(gap)
    }
  }

  private static func category(_ ratio: Double) -> Category {
    switch ratio {
    case (1 - TargetPath.rounding)...: .onTrack
    case 0.5...: .moderatelyImproving
    case 0...: .stagnating
    default: .decreasing
    }
  }
}
