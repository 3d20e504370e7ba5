/// The usual numbers that describe a list of values.
///
/// With `m` the mean, `d = x − m` and the values in order for `x(1) ≤ … ≤ x(n)`:
/// ```
/// variance = Σ d² / (n − 1)      sd = √variance      lag 1 = Σ d(i) d(i−1) / Σ d²
/// quantile of p (type 7) = x at (n − 1) p + 1, between two values by straight line
/// MAD = median of |x − median|, as it is: not multiplied by 1.4826
/// ```
///
/// Edge cases:
/// - no value, NaN, infinities: a gap.
/// - one value: no variance, standard deviation or lag 1; the others are that value, and MAD is 0.
/// - all values equal: standard deviation 0, no lag 1.
/// - a variance or standard deviation beyond the largest double: a gap of its own.
/// - order matters to lag 1 alone. Missing values are the caller's to leave out; lag 1 then takes
///   the values before and after a hole for neighbours, so that a series with holes should not be
///   asked for it.
///
/// Accuracy: mean, variance, standard deviation and lag 1 to the last two bits of what the values
/// as doubles give (sums in pairs of doubles, of deviations from the mean).
///
/// References:
/// - Chan T. F., Golub G. H., LeVeque R. J., Algorithms for computing the sample variance: analysis
///   and recommendations, The American Statistician 37 (1983), 242-247 (the two-pass algorithm).
/// - Hyndman R. J., Fan Y., Sample quantiles in statistical packages, The American Statistician 50
///   (1996), 361-365 (definitions 6, 7 and 8).
/// - NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.12 (lag 1) and 1.3.5.6 (MAD).
public struct Description: Hashable, Sendable {
  /// A definition of quantiles between the values, by its number in Hyndman and Fan.
  public enum QuantileType: Int, CaseIterable, Sendable {
    /// Between the mean positions of the values: Minitab, SPSS.
    case type6 = 6
    /// From the least to the greatest value in equal steps: R, numpy, Excel.
    case type7 = 7
    /// About median-unbiased whatever the distribution.
    case type8 = 8
  }

  /// The number of values.
  public let count: Int

  /// The arithmetic mean.
  public let mean: Double

  /// The variance, with one less than the count below the line.
  public let variance: Result<Double, StatisticGap>

  /// The standard deviation.
  public let standardDeviation: Result<Double, StatisticGap>

  /// The correlation of each value with the one before it.
  public let lagOneAutocorrelation: Result<Double, StatisticGap>

  /// The median.
  public let median: Double

  /// The median of the distances from the median, not multiplied by 1.4826.
  public let medianAbsoluteDeviation: Result<Double, StatisticGap>

  /// The smallest value.
  public let minimum: Double

  /// The greatest value.
  public let maximum: Double

  /// The value below which a quarter lies.
  public let firstQuartile: Double

  /// The value above which a quarter lies.
  public let thirdQuartile: Double

  /// How the quartiles were made.
  public let quantileType: QuantileType

  /// Describes values in the order in which they were observed.
  ///
  /// - Parameters:
  ///   - values: The values, without the missing ones.
  ///   - quantileType: The definition of the quartiles.
  /// - Returns: The description, or the reason why there is none.
  public static func of(
    _ values: [Double],
    quantileType: QuantileType = .type7
  ) -> Result<Description, StatisticGap> {
    guard !values.isEmpty else { return .failure(.tooFewPoints(needed: 1, had: 0)) }
    guard values.allSatisfy(\.isFinite) else { return .failure(.notFinite) }
    return .success(Description(values, values.sorted(), quantileType))
  }

  /// The quantile of values in any order, or the reason why there is none.
  ///
  /// - Parameters:
  ///   - probability: The share of values below it, from 0 to 1.
  ///   - values: The values, without the missing ones.
  ///   - type: The definition.
  /// - Returns: The quantile, or the reason why there is none.
  public static func quantile(
    of probability: Double,
    in values: [Double],
    type: QuantileType = .type7
  ) -> Result<Double, StatisticGap> {
    guard !values.isEmpty else { return .failure(.tooFewPoints(needed: 1, had: 0)) }
    guard values.allSatisfy(\.isFinite), !probability.isNaN else { return .failure(.notFinite) }
    guard (0...1).contains(probability) else { return .failure(.outOfRange) }
    return .success(quantile(probability, values.sorted(), type))
  }

  private init(_ values: [Double], _ sorted: [Double], _ type: QuantileType) {
    count = values.count
    minimum = sorted[0]
    maximum = sorted[sorted.count - 1]
    let scale = BinaryScale(magnitude: max(abs(minimum), abs(maximum)))
    let moments = Moments(values, scale)
    // Rounding must not lift the mean of equal values above them.
    mean = min(maximum, max(minimum, scale.restored(moments.mean.high)))
    let single = StatisticGap.tooFewPoints(needed: 2, had: 1)
    if values.count == 1 {
      (variance, standardDeviation) = (.failure(single), .failure(single))
      lagOneAutocorrelation = .failure(single)
    } else {
      let spread = moments.squares / Double(values.count - 1)
      variance = Self.finite(scale.restored(spread, power: 2))
      standardDeviation = Self.finite(scale.restored(spread.squareRoot()))
      lagOneAutocorrelation =
        minimum == maximum ? .failure(.allEqual) : .success(moments.products / moments.squares)
    }
    median = Self.quantile(0.5, sorted, .type7)
    firstQuartile = Self.quantile(0.25, sorted, type)
    thirdQuartile = Self.quantile(0.75, sorted, type)
    quantileType = type
    medianAbsoluteDeviation = Self.finite(Self.medianDistance(from: median, sorted))
  }

  private static func finite(_ value: Double) -> Result<Double, StatisticGap> {
    value.isFinite ? .success(value) : .failure(.outOfRange)
  }

  /// The sums of scaled values.
  private struct Moments {
    let mean: DoubleDouble
    private(set) var squares = 0.0
    private(set) var products = 0.0

    init(_ values: [Double], _ scale: BinaryScale) {
      let factor = scale.factor
      var total = DoubleDouble.zero
      for value in values {
        total = total + value * factor
      }
      let mean = total / DoubleDouble(Double(values.count))
      self.mean = mean
      var squares = DoubleDouble.zero
      var products = DoubleDouble.zero
      var before = 0.0
      for value in values {
        let deviation = (-mean + value * factor).high
        squares += DoubleDouble.product(deviation, deviation)
        products += DoubleDouble.product(deviation, before)
        before = deviation
      }
      self.squares = squares.high
      self.products = products.high
    }
  }

  private static func quantile(
    _ probability: Double,
    _ sorted: [Double],
    _ type: QuantileType
  ) -> Double {
    let count = Double(sorted.count)
    let place =
      switch type {
      case .type6: (count + 1) * probability - 1
      case .type7: (count - 1) * probability
      case .type8: (count + 1 / 3.0) * probability + 1 / 3.0 - 1
      }
    let bounded = min(count - 1, max(0, place))
    let lower = Int(bounded.rounded(.down))
    let share = bounded - bounded.rounded(.down)
    guard share > 0, lower + 1 < sorted.count else { return sorted[lower] }
    return between(sorted[lower], sorted[lower + 1], share)
  }

  private static func between(_ lower: Double, _ upper: Double, _ share: Double) -> Double {
    let step = upper - lower
    guard step.isFinite else { return lower * (1 - share) + upper * share }
    return min(upper, lower + share * step)
  }

  /// The median of the distances from a point, found by walking outwards from it.
  private static func medianDistance(from centre: Double, _ sorted: [Double]) -> Double {
    var above = sorted.count / 2
    while above > 0, sorted[above - 1] >= centre { above -= 1 }
    while above < sorted.count, sorted[above] < centre { above += 1 }
    var below = above - 1
    var last = 0.0
    var beforeLast = 0.0
    for _ in 0...(sorted.count / 2) {
      let down = below >= 0 ? centre - sorted[below] : .infinity
      let up = above < sorted.count ? sorted[above] - centre : .infinity
      beforeLast = last
      if below >= 0, down <= up || above >= sorted.count {
        last = down
        below -= 1
      } else {
        last = up
        above += 1
      }
    }
    return sorted.count % 2 == 1 ? last : between(beforeLast, last, 0.5)
  }
}
