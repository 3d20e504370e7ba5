/// Sen's slopes of many series, with what depends only on how many points they have worked out once.
public struct RecurringSenSlope: Sendable {
  private let level: ConfidenceLevel
  private var known: [Int: SenSlope.Limits] = [:]

  /// Nothing is worked out yet.
  ///
  /// - Parameter level: The two-sided confidence level.
  public init(level: ConfidenceLevel = .percent95) {
    self.level = level
  }

  /// Estimates the slope of a series as ``SenSlope/estimate(_:level:)`` does.
  ///
  /// - Parameter series: The values with their times, in any order.
  /// - Returns: The estimate, or the reason why there is none.
  public mutating func estimate(_ series: [TimedValue]) -> Result<SenSlope, StatisticGap> {
    SenSlope.estimate(series, level) { points in
      if let limits = known[points] { return limits }
      let limits = SenSlope.limits(for: points, level)
      known[points] = limits
      return limits
    }
  }
}
