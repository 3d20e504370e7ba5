extension ConditionalTable {
  /// The most events whose tables are summed up.
  private static let mostSummed = 2_000

  /// By how much more than the limit the work must be sure to be before it is given up at once: weights
  /// that differ by less than doubles hold may still turn out to be one.
  private static let certainty = 2

  /// The probability summed up in doubles, or nothing where the work is too large.
  func summedProbability() -> Double? {
    guard total <= Self.mostSummed else { return nil }
    let masses = relativeMasses()
    // By the sum so far.
    var layers: [[Mass]] = Array(repeating: [], count: total + 1)
    layers[0] = [Mass(weight: 1, mass: 1)]
    var steps = 0
    var sums = SumsByKey<UInt64, Mass>()
    for (place, unit) in masses.enumerated() {
      let isLast = place == masses.count - 1
      let likeThis = max(1, masses.count - 1 - place)
      let before = steps
      for sum in layers.indices where !layers[sum].isEmpty {
        let counts = (isLast ? total - sum : 0)...(total - sum)
        guard counts.overlaps(unit.counts) else { continue }
        steps += unit.counts.clamped(to: counts).count * layers[sum].count
        // Before the work is done, not while it is: each further unit but the last is larger, has as
        // many counts or more, and all weights found so far are among those that it goes on from.
        guard steps <= Self.mostSteps,
          (steps - before) * likeThis <= Self.certainty * Self.mostSteps
        else { return nil }
      }
      var next: [[Mass]] = Array(repeating: [], count: total + 1)
      for target in (isLast ? total : 0)...total {
        sums.removeAll()
        let counts = unit.counts.clamped(to: 0...target)
        for sum in (target - counts.upperBound)...(target - counts.lowerBound)
        where unit.counts.contains(target - sum) {
          let factor = unit.value(at: target - sum)
          for state in layers[sum] {
            let weight = state.weight * factor
            // Weights that agree to 30 bits are taken for one: equal but for rounding.
            sums.update((weight.bitPattern + (1 << 21)) >> 22, first: Mass(weight: weight, mass: 0))
            { $0.mass += state.mass * factor }
          }
        }
        next[target] = sums.copied.map(\.value)
      }
      layers = next
    }
    let limit = observedWeight(masses) * Self.margin
    let tables = layers[total].sorted { $0.weight < $1.weight }
    let all = CompensatedSum.of(tables.lazy.map(\.mass))
    guard all > 0 else { return nil }
    return min(1, CompensatedSum.of(tables.lazy.filter { $0.weight <= limit }.map(\.mass)) / all)
  }
}

/// Tables of one weight together.
private struct Mass {
  let weight: Double
  var mass: Double
}
