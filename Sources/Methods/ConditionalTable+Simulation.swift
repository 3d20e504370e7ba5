internal import Distributions

extension ConditionalTable {
  /// The probability among tables drawn at random with the same totals.
  func simulatedProbability(seed: UInt64) -> Heterogeneity.Probability? {
    let masses = relativeMasses()
    let limit = observedWeight(masses) * Self.margin
    var random = RandomSource(seed: seed)
    var unlikely = 0
    for _ in 0..<Heterogeneity.draws {
      guard let weight = drawnWeight(masses, &random) else { return nil }
      if weight <= limit { unlikely += 1 }
    }
    let draws = Double(Heterogeneity.draws)
    let probability = (Double(unlikely) + 1) / (draws + 1)
    return .simulated(
      probability,
      standardError: (probability * (1 - probability) / draws).squareRoot(),
      draws: Heterogeneity.draws
    )
  }

  /// The weight of a random table: one unit after the other, each given what is left.
  private func drawnWeight(_ masses: [RelativeMasses], _ random: inout RandomSource) -> Double? {
    var events = total
    var size = CompensatedSum.of(rows.lazy.map(\.size))
    var weight = 1.0
    for (place, row) in rows.enumerated() {
      var count = events
      if place < rows.count - 1 {
        let drawn =
          law == .multinomial
          ? Self.binomialDraw(events, min(1, row.size / size), &random)
          : Self.hypergeometricDraw(Int(row.size), of: Int(size), marked: events, &random)
        guard let drawn else { return nil }
        count = drawn
      }
      weight *= masses[place].value(at: count)
      events -= count
      size = max(0, size - row.size)
    }
    return weight
  }

  private static func binomialDraw(
    _ trials: Int,
    _ probability: Double,
    _ random: inout RandomSource
  ) -> Int? {
    if trials == 0 || probability <= 0 { return 0 }
    if probability >= 1 { return trials }
    let mode = min(trials, Int(Double(trials + 1) * probability))
    guard
      let mass = BinomialDistribution(trials: trials, probability: probability)?.mass(at: mode)
    else { return nil }
    let odds = probability / (1 - probability)
    return draw(from: mode, mass, in: 0...trials, &random) { count in
      Double(trials - count) / Double(count + 1) * odds
    }
  }

  private static func hypergeometricDraw(
    _ sample: Int,
    of whole: Int,
    marked: Int,
    _ random: inout RandomSource
  ) -> Int? {
    let rest = whole - marked
    if marked == 0 || sample == 0 { return 0 }
    if rest <= 0 { return sample }
    if sample >= whole { return marked }
    let range = max(0, sample - rest)...min(sample, marked)
    let guess = Double(sample + 1) * (Double(marked + 1) / Double(whole + 2))
    let mode = min(range.upperBound, max(range.lowerBound, Int(guess)))
    // The binomial probability cancels out; the sample's share keeps all three masses near their modes.
    let share = Double(sample) / Double(whole)
    guard
      let one = BinomialDistribution(trials: marked, probability: share)?.mass(at: mode),
      let other = BinomialDistribution(trials: rest, probability: share)?.mass(at: sample - mode),
      let both = BinomialDistribution(trials: whole, probability: share)?.mass(at: sample),
      both > 0
    else { return nil }
    return draw(from: mode, one * other / both, in: range, &random) { count in
      Double(marked - count) / Double(count + 1)
        * (Double(sample - count) / Double(rest - sample + count + 1))
    }
  }

  /// A random count by going outwards from the mode until the masses passed exceed a random number.
  private static func draw(
    from mode: Int,
    _ mass: Double,
    in range: ClosedRange<Int>,
    _ random: inout RandomSource,
    ratio: (Int) -> Double
  ) -> Int {
    var rest = random.nextFraction() - mass
    if rest < 0 { return mode }
    var (low, high) = (mode, mode)
    var (below, above) = (mass, mass)
    while low > range.lowerBound || high < range.upperBound {
      if high < range.upperBound {
        above *= ratio(high)
        high += 1
        rest -= above
        if rest < 0 { return high }
      }
      if low > range.lowerBound {
        low -= 1
        below /= ratio(low)
        rest -= below
        if rest < 0 { return low }
      }
      // What is left is rounding: no count has a mass that could use it up.
      if above + below < 1e-18 { break }
    }
    return mode
  }
}
