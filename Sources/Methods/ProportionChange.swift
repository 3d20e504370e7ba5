/// The change of a proportion from one year to another, with Newcombe's interval.
///
/// With `p`, `l`, `u` each year's proportion and Wilson limits, 1 the earlier and 2 the later:
/// ```
/// d = p₂ − p₁
/// lower = d − √((p₂ − l₂)² + (u₁ − p₁)²)      upper = d + √((u₂ − p₂)² + (p₁ − l₁)²)
/// ```
/// The interval takes the two years as independent. Where the same units stand in both years it
/// does not know their pairing and is, as a rule, too wide.
///
/// Edge cases: whatever gives a proportion no interval, a gap for the year where it first arises.
///
/// Accuracy: absolute error at most 1e-15 against statsmodels 0.15.0.
///
/// References: Newcombe R. G., Interval estimation for the difference between independent
/// proportions: comparison of eleven methods, Statistics in Medicine 17 (1998), 873-890, method 10.
public struct ProportionChange: Hashable, Sendable {
  /// How the interval is made.
  public enum Method: String, Sendable {
    /// Newcombe's hybrid of the two Wilson intervals.
    case newcombe
  }

  /// The earlier year.
  public let earlier: Proportion

  /// The later year.
  public let later: Proportion

  /// The difference and the relative change of the two proportions.
  public let change: YearlyChange

  /// The interval of the difference.
  public let interval: Interval

  /// How the interval was made.
  public let method: Method

  /// The change between two proportions.
  ///
  /// - Parameters:
  ///   - earlier: Successes and trials of the earlier year; nil when there are none.
  ///   - later: Successes and trials of the later year; nil when there are none.
  ///   - level: The two-sided confidence level.
  /// - Returns: The change, or the reason why there is none.
  public static func between(
    _ earlier: (successes: Int, trials: Int)?,
    and later: (successes: Int, trials: Int)?,
    level: ConfidenceLevel = .percent95
  ) -> Result<ProportionChange, StatisticGap> {
    guard let earlier else { return .failure(.missingEarlier) }
    guard let later else { return .failure(.missingLater) }
    return Proportion.interval(for: earlier.successes, in: earlier.trials, level: level)
      .flatMap { first in
        Proportion.interval(for: later.successes, in: later.trials, level: level)
          .flatMap { second in between(first, and: second, level) }
      }
  }

  private static func between(
    _ earlier: Proportion,
    and later: Proportion,
    _ level: ConfidenceLevel
  ) -> Result<ProportionChange, StatisticGap> {
    YearlyChange.between(earlier.value, and: later.value).map { change in
      let below = length(
        later.value - later.interval.lower,
        earlier.interval.upper - earlier.value
      )
      let above = length(
        later.interval.upper - later.value,
        earlier.value - earlier.interval.lower
      )
      return ProportionChange(
        earlier: earlier,
        later: later,
        change: change,
        interval: Interval(
          lower: max(-1, change.difference - below),
          upper: min(1, change.difference + above),
          level: level
        ),
        method: .newcombe
      )
    }
  }

  private static func length(_ one: Double, _ other: Double) -> Double {
    (one * one + other * other).squareRoot()
  }
}
