internal import Distributions

/// Weighted least squares of logarithms of rates on a line that may bend at one of its times.
///
/// The columns are made orthogonal in the weighted product one after the other, each twice, which keeps
/// the digits that normal equations would lose.
struct BentLine: Sendable {
  /// A fitted line.
  struct Fit: Sendable {
    /// The place of the bend among the times; nil for a straight line.
    let bend: Int?

    /// The slope before the bend.
    let slope: Double

    /// What is added to the slope after the bend.
    let turn: Double

    /// The weighted sum of squared residuals, at least that of the rounding of the logarithms.
    let squaredError: Double
  }

  /// The times in order.
  let times: [Double]

  private let span: Double
  private let scaled: [Double]
  private let roots: [Double]
  private let values: [Double]
  private let rounding: Double

  /// Prepares counts in order of time, or nothing when a rate or a span is no finite number.
  init?(_ rows: [TimedCount]) {
    times = rows.map(\.time)
    let first = times.first ?? 0
    span = (times.last ?? 0) - first
    guard span > 0, span.isFinite else { return nil }
    let span = span
    scaled = times.map { ($0 - first) / span }
    let weights = rows.map { $0.count == 0 ? 0.5 : Double($0.count) }
    roots = weights.map { $0.squareRoot() }
    // Two logarithms, because the quotient may leave the range of doubles.
    let logarithms = zip(rows, weights).map { row, weight in
      Exponential.logarithm(of: weight) - Exponential.logarithm(of: row.population)
    }
    let level = logarithms.reduce(0, +) / Double(rows.count)
    values = zip(logarithms, roots).map { ($0 - level) * $1 }
    let largest = logarithms.reduce(1) { max($0, abs($1)) }
    let error = 4 * largest * Double.ulpOfOne
    rounding = weights.reduce(0) { $0 + $1 * error * error }
  }

  /// The line with a bend at a place, or without one; nil where the columns do not differ.
  func fit(bend: Int?) -> Fit? {
    var columns = [roots, zip(scaled, roots).map { $0 * $1 }]
    if let bend {
      let start = scaled[bend]
      columns.append(zip(scaled, roots).map { max(0, $0 - start) * $1 })
    }
    var directions: [[Double]] = []
    var upper = Array(repeating: [0.0, 0.0, 0.0], count: columns.count)
    for (place, column) in columns.enumerated() {
      var rest = column
      for _ in 0..<2 {
        for (earlier, direction) in directions.enumerated() {
          let share = Self.product(direction, rest)
          upper[earlier][place] += share
          rest = zip(rest, direction).map { $0 - share * $1 }
        }
      }
      let length = Self.product(rest, rest).squareRoot()
      guard length > 0, length.isFinite else { return nil }
      upper[place][place] = length
      directions.append(rest.map { $0 / length })
    }
    var residuals = values
    var shares = Array(repeating: 0.0, count: columns.count)
    for _ in 0..<2 {
      for (place, direction) in directions.enumerated() {
        let share = Self.product(direction, residuals)
        shares[place] += share
        residuals = zip(residuals, direction).map { $0 - share * $1 }
      }
    }
    let squared = max(rounding, Self.product(residuals, residuals))
    let turn = bend == nil ? 0 : shares[2] / upper[2][2]
    let slope = (shares[1] - (bend == nil ? 0 : upper[1][2] * turn)) / upper[1][1]
    guard slope.isFinite, turn.isFinite, squared.isFinite, squared > 0 else { return nil }
    return Fit(bend: bend, slope: slope / span, turn: turn / span, squaredError: squared)
  }

  private static func product(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
