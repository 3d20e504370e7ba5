/// A value of a series with the time at which it holds; a missing year is simply not in the series.
public struct TimedValue: Hashable, Sendable {
  /// The time, in any unit; whole years as a rule.
  public let time: Double

  /// The value.
  public let value: Double

  /// Creates a value at a time.
  public init(time: Double, value: Double) {
    self.time = time
    self.value = value
  }

  /// Creates a value of a year.
  public init(year: Int, value: Double) {
    self.init(time: Double(year), value: value)
  }
}

extension TimedValue {
  /// The fewest points from which a trend is spoken of; two points are a change.
  static let fewestForTrend = 3

  /// The most points for which all pairs are compared: half a million comparisons.
  static let mostForTrend = 1_000

  /// The series in order of time, or the reason why no trend can be sought in it.
  static func ordered(_ series: [TimedValue]) -> Result<[TimedValue], StatisticGap> {
    guard series.count >= fewestForTrend else {
      return .failure(.tooFewPoints(needed: fewestForTrend, had: series.count))
    }
    guard series.count <= mostForTrend else {
      return .failure(.tooManyPoints(limit: mostForTrend, had: series.count))
    }
    guard series.allSatisfy({ $0.time.isFinite && $0.value.isFinite }) else {
      return .failure(.notFinite)
    }
    return inOrder(series).map { .success($0) } ?? .failure(.duplicateTime)
  }

  /// The series in order of time, or nothing where a time stands twice.
  static func inOrder(_ series: [TimedValue]) -> [TimedValue]? {
    // As a rule it is in order, and needs no copy.
    if isRising(series) { return series }
    let ordered = series.sorted { $0.time < $1.time }
    return isRising(ordered) ? ordered : nil
  }

  private static func isRising(_ series: [TimedValue]) -> Bool {
    series.indices.dropFirst().allSatisfy { series[$0 - 1].time < series[$0].time }
  }
}
