extension ConditionalTable {
  /// The most events whose tables are summed up.
  private static let mostSummed = 2_000

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
      for sum in layers.indices where !layers[sum].isEmpty {
        let counts = (isLast ? total - sum : 0)...(total - sum)
        guard counts.overlaps(unit.counts) else { continue }
        steps += unit.counts.clamped(to: counts).count * layers[sum].count
        // Before the work is done, not while it is.
        guard steps <= Self.mostSteps else { return nil }
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
