internal import Distributions

/// The normal approximation to the distribution of Kendall's S, with ties and continuity.
///
/// ```
/// var = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18      z = (|S| − 1) / √var
/// ```
///
/// References: Kendall M. G., Rank Correlation Methods, 4th ed., Griffin 1970, chapter 4.
struct KendallNormal: Sendable {
  /// The number of pairs of different values, the largest S.
  let pairs: Int

  /// The variance of S.
  let variance: Double

  private var deviation: Double { variance.squareRoot() }

  /// Creates the approximation for groups of equal values, or nothing when all are equal.
  ///
  /// - Parameter groups: The sizes of the groups, 1 for a value that stands alone.
  init?(groups: [Int]) {
    let count = groups.reduce(0, +)
    guard groups.count > 1, count <= TimedValue.mostForTrend else { return nil }
    let weight = { (size: Int) in size * (size - 1) * (2 * size + 5) }
    let eighteenths = groups.reduce(weight(count)) { $0 - weight($1) }
    variance = Double(eighteenths) / 18
    pairs = groups.reduce(count * (count - 1) / 2) { $0 - $1 * ($1 - 1) / 2 }
  }

  /// The probability that S lies at least as far from zero as given.
  func twoSided(_ statistic: Int) -> Double? {
    if statistic == 0 { return 1 }
    let distance = Double(statistic.magnitude) - 1
    return StandardNormal.upperTail(at: distance / deviation).map { min(1, 2 * $0) }
  }

  /// The smallest S of the right parity whose two-sided probability is within the significance.
  func critical(_ level: ConfidenceLevel) -> Int? {
    guard let z = StandardNormal.quantile(upperTail: level.significance / 2) else { return nil }
    let smallest = Int((z * deviation + 1).rounded(.up))
    let critical = smallest + abs((pairs - smallest) % 2)
    return critical <= pairs ? critical : nil
  }
}
