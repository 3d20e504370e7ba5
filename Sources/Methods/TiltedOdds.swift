internal import Distributions

/// Log-odds on a line over time, `ηᵢ = a + b uᵢ` with `uᵢ = (tᵢ − first)/span`, fitted by Newton's
/// method to successes and failures.
///
/// Steps are taken in the level at the weighted mean time and in the slope, which the information keeps
/// apart, and are halved while the likelihood falls; it is concave, so that this ends at its top.
struct TiltedOdds: Sendable {
  /// The time from the first row to the last.
  let span: Double

  /// The slope for `u`.
  private(set) var slope = 0.0

  /// The weighted sum of squares of `u`, the inverse of the slope's variance.
  private(set) var information = 0.0

  /// Pearson's χ² of the counts.
  private(set) var pearson = 0.0

  private let times: [Double]
  private let hits: [Double]
  private let misses: [Double]
  private var level = 0.0
  private var likelihood = -Double.infinity

  /// The step that Newton's method takes next.
  private var step = (level: 0.0, slope: 0.0)

  /// Prepares rows in order of time.
  init(_ rows: [TimedTrials], span: Double) {
    self.span = span
    let first = rows.first?.time ?? 0
    times = rows.map { ($0.time - first) / span }
    hits = rows.map { Double($0.successes) }
    misses = rows.map { Double($0.trials - $0.successes) }
    level = Exponential.logarithm(of: hits.reduce(0, +) / misses.reduce(0, +))
    measure()
  }

  /// The line at the top of the likelihood, or nil where it was not found.
  func solved() -> TiltedOdds? {
    var current = self
    var smallest = Double.infinity
    let stepsAtMost = 200
    for _ in 0..<stepsAtMost {
      let size = abs(current.step.level) + abs(current.step.slope)
      guard size.isFinite else { return nil }
      // At the rounding error steps stop shrinking.
      let scale = 1 + abs(current.level) + abs(current.slope)
      if size == 0 || (size <= 1e-10 * scale && size >= smallest) { return current }
      smallest = size
      guard let next = current.climbed() else { return nil }
      current = next
    }
    return nil
  }

  /// One step, halved until the likelihood does not fall by more than rounding.
  private func climbed() -> TiltedOdds? {
    let halvingsAtMost = 60
    var factor = 1.0
    for _ in 0..<halvingsAtMost {
      var next = self
      next.level += factor * step.level
      next.slope += factor * step.slope
      next.measure()
      if next.likelihood >= likelihood - 1e-9 * abs(likelihood) { return next }
      factor /= 2
    }
    return nil
  }

  /// Works out likelihood, information, χ² and the next step at the present line.
  private mutating func measure() {
    var weights: [Double] = []
    var excesses: [Double] = []
    weights.reserveCapacity(times.count)
    excesses.reserveCapacity(times.count)
    likelihood = 0
    pearson = 0
    for index in times.indices {
      let line = level + slope * times[index]
      // The exponential of the negative side, so that neither share loses its digits.
      let power = Exponential.value(of: -abs(line))
      let rare = power / (1 + power)
      let common = 1 / (1 + power)
      let (hit, miss) = line > 0 ? (common, rare) : (rare, common)
      let trials = hits[index] + misses[index]
      let weight = trials * (rare * common)
      let excess = hits[index] * miss - misses[index] * hit
      weights.append(weight)
      excesses.append(excess)
      let tail = Exponential.logarithm(of: 1 + power)
      likelihood -= (line > 0 ? misses[index] : hits[index]) * abs(line) + trials * tail
      if weight > 0 { pearson += excess / weight * excess }
    }
    let sum = weights.reduce(0, +)
    let mean = zip(weights, times).reduce(0) { $0 + $1.0 / sum * $1.1 }
    information = zip(weights, times).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    let tilt = zip(excesses, times).reduce(0) { $0 + $1.0 * ($1.1 - mean) } / information
    step = (excesses.reduce(0, +) / sum - tilt * mean, tilt)
  }
}
