/// An interval for an unknown quantity, with the level asked for and the one attained.
public struct Interval: Hashable, Sendable {
  /// The lower limit, part of the interval.
  public let lower: Double

  /// The upper limit, part of the interval.
  public let upper: Double

  /// The confidence level asked for.
  public let level: ConfidenceLevel

  /// The level that the interval really has, where the method can tell; never below the one asked.
  public let attained: Double?

  /// Creates an interval.
  public init(lower: Double, upper: Double, level: ConfidenceLevel, attained: Double? = nil) {
    self.lower = lower
    self.upper = upper
    self.level = level
    self.attained = attained
  }

  /// Whether the value lies in the interval, its limits included.
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }
}
