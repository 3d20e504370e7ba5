/// The distribution of the sum of Kendall's S over independent units, by convolution.
///
/// ```
/// S = Σ Sᵤ = pairs − 2k        k = Σ kᵤ        count(k) = convolution of the units' counts
/// ```
/// Whole numbers of 128 bits carry it where the product of all arrangements stays below 2¹²⁵
/// (18 units of 5 different values: 2¹²⁴·³); otherwise probabilities in doubles do. These are never
/// negative and are only added and multiplied, so that no digits cancel.
struct RegionalDistribution: Sendable {
  /// The most products of two terms that a convolution may take.
  static let mostProducts = 50_000_000

  /// The number of pairs of different values in all units, the largest S.
  let pairs: Int

  /// The number of all arrangements, where it was carried as a whole number.
  private let arrangements: Int128?

  /// At `k`, the number of arrangements with at most `k` inversions, where whole.
  private let cumulative: [Int128]

  /// At `k`, the probability of at most `k` inversions, where not whole.
  private let probabilities: [Double]

  /// Creates the distribution for the units' groups of equal values, or nothing where it would take
  /// too much work or a unit has no exact distribution.
  ///
  /// - Parameter units: For each unit the sizes of its groups of equal values.
  init?(units: [[Int]]) {
    // Of many units few differ in their ties. In a fixed order, so that the order of the units cannot
    // move the last digit.
    let patterns = Dictionary(units.map { ($0, 1) }, uniquingKeysWith: +)
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var parts: [KendallDistribution] = []
    var products = 0
    var length = 1
    for (groups, count) in patterns {
      guard let part = KendallDistribution(groups: groups) else { return nil }
      for _ in 0..<count {
        products += length * part.counts.count
        length += part.pairs
        guard products <= Self.mostProducts else { return nil }
        parts.append(part)
      }
    }
    pairs = length - 1
    if let all = Self.product(parts) {
      arrangements = all
      cumulative = Self.runningSums(
        parts.reduce([1]) { Self.convolution($0, $1.counts, zero: 0) },
        zero: 0
      )
      probabilities = []
    } else {
      arrangements = nil
      cumulative = []
      var sum = [1.0]
      var part = 0
      for (_, count) in patterns {
        let share = parts[part].counts.map { Double($0) / Double(parts[part].arrangements) }
        for _ in 0..<count { sum = Self.convolution(sum, share, zero: 0) }
        part += count
      }
      probabilities = Self.runningSums(sum, zero: 0)
    }
  }

  /// The probability that S lies at least as far from zero as given.
  func twoSided(_ statistic: Int) -> (value: Double, exact: ExactProbability?) {
    let distance = Int(clamping: statistic.magnitude)
    if distance == 0 { return (1, ExactProbability(1, of: 1)) }
    if distance > pairs { return (0, ExactProbability(0, of: 1)) }
    let inversions = (pairs - distance) / 2
    guard let arrangements else { return (min(1, 2 * probabilities[inversions]), nil) }
    let exact = ExactProbability(2 * cumulative[inversions], of: arrangements)
    return (exact.value, exact)
  }

  private static func product(_ parts: [KendallDistribution]) -> Int128? {
    let bound: Int128 = 1 << 125
    var all: Int128 = 1
    for part in parts {
      let (product, overflow) = all.multipliedReportingOverflow(by: part.arrangements)
      guard !overflow, product < bound else { return nil }
      all = product
    }
    return all
  }

  private static func convolution<Number: Numeric>(
    _ long: [Number],
    _ short: [Number],
    zero: Number
  ) -> [Number] {
    var result = Array(repeating: zero, count: long.count + short.count - 1)
    for (offset, factor) in short.enumerated() {
      for (index, term) in long.enumerated() {
        result[index + offset] += term * factor
      }
    }
    return result
  }

  private static func runningSums<Number: AdditiveArithmetic>(
    _ terms: [Number],
    zero: Number
  ) -> [Number] {
    var sum = zero
    return terms.map { term in
      sum += term
      return sum
    }
  }
}
