/// Times as whole numbers on a common grid, from 0 for the first and without a common divisor.
///
/// A time is on the grid of a denominator when it is the double nearest to a whole number of its
/// parts: 2020.1 is taken as 20201 tenths.
struct WholeScores: Sendable {
  /// The parts of a time unit that are tried: halves to eighths, decimals, months, weeks and days.
  private static let denominators: [Double] = [1, 2, 4, 8, 10, 12, 52, 100, 365, 1_000, 10_000]

  /// The scores in the order of the times; the first is 0.
  let values: [Int]

  /// The time between two neighbouring scores.
  let step: Double

  /// Creates the scores of times in ascending order, or nothing when they are on no grid.
  init?(_ times: [Double]) {
    // Below 2⁵² whole numbers and their halves are doubles.
    let limit = 4_503_599_627_370_496.0
    for denominator in Self.denominators {
      let parts = times.map { ($0 * denominator).rounded() }
      guard parts.allSatisfy({ abs($0) < limit }) else { return nil }
      guard zip(parts, times).allSatisfy({ $0 / denominator == $1 }) else { continue }
      let first = Int(parts.first ?? 0)
      let differences = parts.map { Int($0) - first }
      let divisor = max(1, differences.reduce(0, Self.commonDivisor))
      values = differences.map { $0 / divisor }
      step = Double(divisor) / denominator
      return
    }
    return nil
  }

  private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while other != 0 {
      (one, other) = (other, one % other)
    }
    return one
  }
}
