internal import Distributions

/// The distribution of one case over the rows of a series, tilted by a slope.
///
/// ```
/// pᵢ ∝ nᵢ e^(b uᵢ)        uᵢ = (tᵢ − first)/span, from 0 to 1
/// ```
/// The mean of `u` under `p` rises with `b`, so that the slope at which it equals the mean time of the
/// cases is found by steps of Newton's method inside a bracket that only shrinks.
struct TiltedTimes: Sendable {
  /// The time from the first row to the last.
  let span: Double

  /// The slope for `u`.
  private(set) var slope = 0.0

  private let times: [Double]
  private let counts: [Double]
  private let logarithms: [Double]
  private let total: Double
  private var shares: [Double] = []
  private var mean = 0.0
  private var variance = 0.0

  /// Prepares rows in order of time, or nothing when their counts sum to nothing finite.
  init?(_ rows: [TimedCount], first: Double, span: Double) {
    self.span = span
    times = rows.map { ($0.time - first) / span }
    counts = rows.map { Double($0.count) }
    total = counts.reduce(0, +)
    let largest = rows.reduce(0) { max($0, $1.population) }
    logarithms = rows.map { Exponential.logarithm(of: $0.population / largest) }
    guard total > 0, logarithms.allSatisfy(\.isFinite) else { return nil }
  }

  /// The inverse of the variance of the slope, without over-dispersion.
  var information: Double { total * variance }

  /// Pearson's χ² of the counts.
  var pearson: Double {
    zip(counts, shares).reduce(0) { sum, row in
      let expected = total * row.1
      let excess = row.0 - expected
      return expected > 0 ? sum + excess / expected * excess : sum
    }
  }

  /// The distribution at the slope that fits the cases, or nil where none was found.
  func solved() -> TiltedTimes? {
    var current = self
    current.tilt(to: 0)
    guard var bracket = current.bracket() else { return nil }
    current.tilt(to: max(bracket.lowerBound, min(bracket.upperBound, 0)))
    // Bisection alone would need some 60 steps; Newton's steps need a few.
    let stepsAtMost = 200
    var smallest = Double.infinity
    for _ in 0..<stepsAtMost {
      let score = current.score
      if score == 0 { return current }
      bracket =
        score > 0
        ? current.slope...bracket.upperBound : bracket.lowerBound...current.slope
      var next = current.slope + score / current.variance
      if !(next > bracket.lowerBound && next < bracket.upperBound) {
        next = bracket.lowerBound + (bracket.upperBound - bracket.lowerBound) / 2
      }
      let step = abs(next - current.slope)
      // At the rounding error steps stop shrinking.
      if step <= 1e-10 * max(1, abs(next)), step >= smallest { return current }
      if next == current.slope { return current }
      smallest = step
      current.tilt(to: next)
    }
    return current
  }

  /// What the mean time of the cases exceeds the tilted one by.
  private var score: Double {
    // Taken from the tilted mean, so that near the root only small numbers are added.
    zip(counts, times).reduce(0) { $0 + $1.0 / total * ($1.1 - mean) }
  }

  /// An interval that holds the root.
  private func bracket() -> ClosedRange<Double>? {
    var trial = self
    var width = 1.0
    // Doubling passes the largest slope whose weights a double can tell apart.
    let doublingsAtMost = 80
    for _ in 0..<doublingsAtMost {
      trial.tilt(to: -width)
      let low = trial.score
      trial.tilt(to: width)
      let high = trial.score
      guard low.isFinite, high.isFinite else { return nil }
      if low >= 0, high <= 0 { return -width...width }
      width *= 2
    }
    return nil
  }

  private mutating func tilt(to slope: Double) {
    self.slope = slope
    let powers = zip(logarithms, times).map { $0 + slope * $1 }
    let largest = powers.reduce(-Double.infinity, max)
    let weights = powers.map { Exponential.value(of: $0 - largest) }
    let sum = weights.reduce(0, +)
    shares = weights.map { $0 / sum }
    // A second pass takes off the rounding error of the mean.
    let rough = zip(shares, times).reduce(0) { $0 + $1.0 * $1.1 }
    mean = zip(shares, times).reduce(rough) { $0 + $1.0 * ($1.1 - rough) }
    variance = zip(shares, times).reduce(0) { sum, row in
      let distance = row.1 - mean
      return sum + row.0 * distance * distance
    }
  }
}
