/// The exact distribution of Kendall's S when every order of the values is equally likely.
///
/// With group sizes `m₁, m₂, …` of equal values, `n` in all, the number of arrangements with `k`
/// inversions is the coefficient of `qᵏ` in the Gaussian multinomial
/// ```
/// [n]q! / ([m₁]q! [m₂]q! …)      and      S = pairs − 2k
/// ```
/// where `pairs` counts the pairs of different values. Times must differ from each other.
///
/// All arithmetic is on 128-bit whole numbers. The coefficients stay not negative and sum to the
/// multinomial coefficient, which is checked to be below 2¹²⁵, so that nothing can overflow; this
/// admits every series up to 33 points and longer ones with many ties.
///
/// References:
/// - Mann H. B., Nonparametric tests against trend, Econometrica 13 (1945), 245-259.
/// - MacMahon P. A., Two applications of general theorems in combinatory analysis, Proceedings of
///   the London Mathematical Society (2) 15 (1916), 314-321: inversions of a multiset.
struct KendallDistribution: Sendable {
  /// The most values for which the polynomial is worked out, whatever their ties.
  static let mostValues = 100

  /// The number of pairs of different values, the largest S.
  let pairs: Int

  /// The number of distinct arrangements.
  let arrangements: Int128

  /// At `k`, the number of arrangements with exactly `k` inversions.
  let counts: [Int128]

  /// At `k`, the number of arrangements with at most `k` inversions.
  private let cumulative: [Int128]

  /// Creates the distribution for groups of equal values, or nothing where it would overflow.
  ///
  /// - Parameter groups: The sizes of the groups, 1 for a value that stands alone.
  init?(groups: [Int]) {
    guard let arrangements = Self.multinomial(groups) else { return nil }
    var counts: [Int128] = [1]
    var size = 0
    for group in groups {
      counts = Self.multiply(counts, byGaussianBinomial: size, group)
      size += group
    }
    var running: Int128 = 0
    cumulative = counts.map { count in
      running += count
      return running
    }
    pairs = counts.count - 1
    self.counts = counts
    self.arrangements = arrangements
  }

  /// Creates the distribution for so many different values, or nothing where it would overflow.
  init?(untied count: Int) {
    guard count <= Self.mostValues else { return nil }
    self.init(groups: Array(repeating: 1, count: max(0, count)))
  }

  /// The probability that S lies at least as far from zero as given.
  func twoSided(_ statistic: Int) -> ExactProbability {
    let distance = Int(clamping: statistic.magnitude)
    if distance == 0 { return ExactProbability(1, of: 1) }
    if distance > pairs { return ExactProbability(0, of: 1) }
    // S and −S are equally likely; one tail is k ≤ (pairs − |S|)/2.
    return ExactProbability(2 * cumulative[(pairs - distance) / 2], of: arrangements)
  }

  /// The smallest two-sided probability that any order of these values can give.
  var smallest: ExactProbability {
    twoSided(pairs)
  }

  /// The smallest S of the right parity whose two-sided probability is within the significance.
  func critical(_ level: ConfidenceLevel) -> Int? {
    // Largest S first: the probability only grows on the way down.
    stride(from: pairs, to: 0, by: -2)
      .prefix { twoSided($0).isAtMost(oneIn: level.oneIn) }
      .last
  }

  private static func multinomial(_ groups: [Int]) -> Int128? {
    let bound: Int128 = 1 << 125
    guard groups.allSatisfy({ (1...mostValues).contains($0) }) else { return nil }
    guard groups.count <= mostValues, groups.reduce(0, +) <= mostValues else { return nil }
    var result: Int128 = 1
    var size: Int128 = 0
    for group in groups {
      for step in 1...Int128(group) {
        size += 1
        // result · size / step is whole at each step: a binomial times what stood before.
        let (product, overflow) = result.multipliedReportingOverflow(by: size)
        guard !overflow else { return nil }
        result = product / step
        guard result < bound else { return nil }
      }
    }
    return result
  }

  /// Multiplies by `[size + group choose group]q`, factor by factor.
  private static func multiply(
    _ polynomial: [Int128],
    byGaussianBinomial size: Int,
    _ group: Int
  ) -> [Int128] {
    var result = polynomial
    for step in 1...group {
      // · (1 − q^(size + step)), then / (1 − q^step). Between the two a coefficient is the
      // difference of two that are below the bound; after both it is a count again.
      let power = size + step
      result.append(contentsOf: repeatElement(0, count: power))
      for index in stride(from: result.count - 1, through: power, by: -1) {
        result[index] -= result[index - power]
      }
      for index in stride(from: step, to: result.count, by: 1) {
        result[index] += result[index - step]
      }
      result.removeLast(step)
    }
    return result
  }
}
