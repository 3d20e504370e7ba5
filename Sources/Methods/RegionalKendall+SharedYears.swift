internal import Distributions

extension RegionalKendall {
  /// What is said of a common trend where the units share their years, without the probability for
  /// independent units: of thousands of units that takes far longer than all the rest.
  public struct SharedYears: Hashable, Sendable {
    /// The sum of Kendall's S over the units.
    public let statistic: Int

    /// The probability with the covariances between units, or why there is none.
    ///
    /// An approximation made for ten years and more; with fewer prefer ``permuted``.
    public let adjusted: Result<Adjusted, StatisticGap>

    /// The years, where few enough to go through all their orders.
    private let years: Result<YearPermutation, StatisticGap>

    /// The share of all orders of whole years with an |S| at least as large, or why there is none.
    ///
    /// Each order is the same for all units; up to nine years are gone through, when asked.
    public var permuted: Result<ExactProbability, StatisticGap> {
      years.flatMap { years in
        years.twoSided(statistic).map { .success($0) } ?? .failure(.noConvergence)
      }
    }

    init(_ units: SpeakingUnits) {
      statistic = units.statistic
      var holders: [Double: Int] = [:]
      for unit in units.series {
        for point in unit { holders[point.time, default: 0] += 1 }
      }
      let shared = holders.count { $0.value == units.series.count }
      var gap: StatisticGap?
      if shared < TimedValue.fewestForTrend { gap = .yearsNotShared }
      if holders.count > TimedValue.mostForTrend {
        gap = .tooManyPoints(limit: TimedValue.mostForTrend, had: holders.count)
      }
      if let gap {
        (adjusted, years) = (.failure(gap), .failure(gap))
        return
      }
      let years = YearPermutation(units.series, times: holders.keys.sorted())
      let variance = years.variance
      let probability = RegionalKendall.normal(statistic, deviation: variance.squareRoot())
      adjusted =
        probability.map { .success(Adjusted(variance: variance, probability: $0)) }
        ?? .failure(.noConvergence)
      let most = YearPermutation.mostYears
      let tooMany = StatisticGap.tooManyPoints(limit: most, had: holders.count)
      self.years = holders.count > most ? .failure(tooMany) : .success(years)
    }
  }

  /// Tests units that share their years for a common trend.
  ///
  /// - Parameter units: For each unit its values with their times, in any order.
  /// - Returns: What ``test(_:)`` says of units that share their years, or the reason for no test.
  public static func sharedYears(_ units: [[TimedValue]]) -> Result<SharedYears, StatisticGap> {
    SpeakingUnits.among(units).map { SharedYears($0) }
  }

  /// The units that have something to say, in order of time.
  struct SpeakingUnits {
    private(set) var series: [[TimedValue]] = []
    private(set) var statistic = 0

    /// The sizes of the groups of equal values of each.
    var groups: [[Int]] { series.map { MannKendall.groups($0) } }

    /// The units that have something to say, or the reason why there is no test.
    static func among(_ units: [[TimedValue]]) -> Result<SpeakingUnits, StatisticGap> {
      if let gap = gap(in: units) { return .failure(gap) }
      var speaking = SpeakingUnits()
      for unit in units {
        guard let ordered = TimedValue.inOrder(unit) else { return .failure(.duplicateTime) }
        guard ordered.contains(where: { $0.value != ordered[0].value }) else { continue }
        speaking.series.append(ordered)
        speaking.statistic += MannKendall.statistic(ordered).statistic
      }
      return speaking.series.isEmpty ? .failure(.allEqual) : .success(speaking)
    }

    private static func gap(in units: [[TimedValue]]) -> StatisticGap? {
      let longest = units.reduce(0) { max($0, $1.count) }
      guard longest > 1 else { return .tooFewPoints(needed: 2, had: longest) }
      guard longest <= TimedValue.mostForTrend else {
        return .tooManyPoints(limit: TimedValue.mostForTrend, had: longest)
      }
      let comparisons = units.reduce(0) { $0 + $1.count * $1.count / 2 }
      guard comparisons <= mostComparisons else {
        return .tooManyPoints(limit: mostComparisons, had: comparisons)
      }
      let isFinite = units.allSatisfy { unit in
        unit.allSatisfy { $0.time.isFinite && $0.value.isFinite }
      }
      return isFinite ? nil : .notFinite
    }
  }

  static func normal(_ statistic: Int, deviation: Double) -> Double? {
    if statistic == 0 { return 1 }
    let distance = Double(statistic.magnitude) - 1
    return StandardNormal.upperTail(at: distance / deviation).map { min(1, 2 * $0) }
  }
}
