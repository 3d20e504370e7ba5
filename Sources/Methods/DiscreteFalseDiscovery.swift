/// Adjusted probabilities of many tests that can each attain only a few p-values, as exact tests of
/// small counts do.
///
/// With `F_k(t)` the largest p-value not above `t` that test `k` can attain (0 where there is none),
/// and `p(1) ≤ … ≤ p(m)`:
/// ```
/// step-down   q(i) = max { Σ_k F_k(p(j)) / (1 − F_k(p(j))) / j : j ≤ i }, at most 1
/// Heyse       q(i) = min { Σ_k F_k(p(j)) / j : j ≥ i }, at most 1
/// ```
/// Benjamini and Hochberg put `m p(j)` for the sum, as if each test could attain each value. Tests
/// that cannot reach `p(j)` add nothing here: 18 communes of which 15 can never fall below 0.2 are
/// at p = 0.01 no more than three tests.
///
/// The step-down procedure keeps the false discovery rate at or below α for independent tests (proved
/// by Döhler, Durand and Roquain); Heyse's is usually a little stronger and can exceed α in
/// constructed cases. Either q may lie below its p where the other tests attain little.
///
/// Edge cases:
/// - no test: no q.
/// - a p-value that is NaN or outside 0 … 1: a gap that names the first such test, from 0.
/// - attainable p-values that are none, NaN or outside 0 … 1, or do not include the test's own
///   p-value within a relative 1e-9: the same gap.
/// - more than ``largestWork`` tests times attainable values: a gap.
///
/// Accuracy: relative error at most 1e-13 against fractions and R's step functions.
///
/// References:
/// - Döhler S., Durand G., Roquain E., New FDR bounds for discrete and heterogeneous tests, Electronic
///   Journal of Statistics 12 (2018), 1867-1900: procedure HSD; section 1 on Heyse's.
/// - Heyse J. F., A false discovery rate procedure for categorical data, in: Bhattacharjee M. and
///   others (eds.), Recent Advances in Biostatistics, World Scientific 2011, 43-58.
extension FalseDiscovery {
  /// A test of small counts: its p-value, and all p-values that it could have had.
  public struct DiscreteTest: Hashable, Sendable {
    /// The p-value found.
    public let probability: Double

    /// The p-values that the test can attain, in any order.
    public let attainable: [Double]

    /// Creates a test.
    ///
    /// - Parameters:
    ///   - probability: The p-value found.
    ///   - attainable: The p-values that the test can attain, in any order.
    public init(probability: Double, attainable: [Double]) {
      self.probability = probability
      self.attainable = attainable
    }
  }

  /// How the adjusted probability uses the attainable ones.
  public enum DiscreteProcedure: String, CaseIterable, Sendable {
    /// Proved to keep its rate for independent tests.
    case stepDown = "step-down"
    /// Heyse's, the direct analogue of Benjamini and Hochberg.
    case heyse
  }

  /// The most pairs of a test and an attainable value that are worked through.
  public static let largestWork = 10_000_000

  /// The adjusted probabilities of tests with few attainable values, in their order, or the reason
  /// for none.
  ///
  /// - Parameters:
  ///   - tests: The tests, each with the values that it can attain.
  ///   - procedure: How to adjust.
  /// - Returns: The q of each test, or the reason why there are none.
  public static func adjusted(
    _ tests: [DiscreteTest],
    procedure: DiscreteProcedure = .stepDown
  ) -> Result<[Double], StatisticGap> {
    var values = 0
    for (index, test) in tests.enumerated() {
      guard isValid(test) else { return .failure(.notAProbability(index: index)) }
      values += test.attainable.count
      guard values <= largestWork else {
        return .failure(.tooManyPoints(limit: largestWork, had: values))
      }
    }
    let order = tests.indices.sorted { tests[$0].probability < tests[$1].probability }
    let sums = sums(tests, at: order.map { tests[$0].probability }, procedure)
    var ordered = sums.enumerated().map { place, sum in min(1, sum / Double(place + 1)) }
    switch procedure {
    case .stepDown:
      // Tests of one p-value share one sum, so that the first of them speaks for all.
      for place in ordered.indices.dropFirst() {
        ordered[place] = max(ordered[place], ordered[place - 1])
      }
    case .heyse:
      for place in ordered.indices.dropLast().reversed() {
        ordered[place] = min(ordered[place], ordered[place + 1])
      }
    }
    var adjusted = ordered
    for (place, index) in order.enumerated() {
      adjusted[index] = ordered[place]
    }
    return .success(adjusted)
  }

  private static func isValid(_ test: DiscreteTest) -> Bool {
    let own = test.probability
    guard (0...1).contains(own) else { return false }
    guard test.attainable.allSatisfy({ (0...1).contains($0) }) else { return false }
    return test.attainable.contains { abs($0 - own) <= margin * own }
  }

  /// Values within this relative distance are taken for one: rounding, not another outcome.
  private static let margin = 1e-9

  /// The sum over all tests of their distribution at each p-value, in rising order of these.
  private static func sums(
    _ tests: [DiscreteTest],
    at ordered: [Double],
    _ procedure: DiscreteProcedure
  ) -> [Double] {
    // Each test is a staircase; its steps, at the places where it climbs, are summed up in one pass.
    var rises = Array(repeating: CompensatedSum(), count: ordered.count)
    for test in tests {
      var before = 0.0
      for value in test.attainable.sorted() {
        let height = procedure == .heyse || value >= 1 ? value : value / (1 - value)
        let place = firstPlace(in: ordered, notBelow: value * (1 - margin))
        // A test that surely ends at its value makes any sum from there on as large as can be.
        let step = value >= 1 && procedure == .stepDown ? Double.infinity : height - before
        if place < ordered.count { rises[place].add(step) }
        before = height
      }
    }
    var sum = CompensatedSum()
    var isUnbounded = false
    return rises.map { rise in
      if rise.value.isFinite { sum.add(rise.value) } else { isUnbounded = true }
      return isUnbounded ? .infinity : max(0, sum.value)
    }
  }

  private static func firstPlace(in ordered: [Double], notBelow value: Double) -> Int {
    var (low, high) = (0, ordered.count)
    while low < high {
      let middle = low + (high - low) / 2
      if ordered[middle] >= value { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
