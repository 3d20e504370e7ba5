internal import Methods
internal import Tables

/// Units beside each other in one year: whether they differ at all, and where each of them stands.
struct UnitDifferences {
  private let counts: [CountOfTrials]
  private let scale: Double
  /// Funnels with limits as chance makes them, and widened where units vary more.
  private let funnels: (plain: Funnel, widened: Funnel)?

  /// - Parameters:
  ///   - counts: Numerator and denominator of each unit that is compared.
  ///   - scale: What a fraction of one is in the indicator's unit.
  init(_ counts: [CountOfTrials], scale: Double) {
    self.counts = counts
    self.scale = scale
    let funnels = try? Funnel.proportions(counts, widenings: [.none, .multiplicative]).get()
    self.funnels = funnels.map { ($0[0], $0[1]) }
  }

  /// Fills in what is said of the units together.
  func fill(_ row: inout ComparisonTestRow) {
    row.compared = counts.count
    if let test = heterogeneity() {
      row.heterogeneityP = test.probability
      row.heterogeneityMethod = test.method
    }
    guard let dispersion = try? funnels?.plain.overdispersion.get() else { return }
    row.dispersion = dispersion.dispersion
    row.dispersionThreshold = dispersion.threshold
  }

  /// Up to so many trials of all units together the exact test is quick.
  private static let fewTrials = 150

  /// The probability that units differ as much by chance alone, exact for small counts.
  private func heterogeneity() -> (probability: Double, method: String)? {
    let approximate = try? Heterogeneity.approximately(counts).get()
    let isSmall = counts.reduce(0) { $0 + $1.trials } <= Self.fewTrials
    if let approximate, approximate.isGood, !isSmall {
      return (approximate.test.probability, "chi-square")
    }
    guard case .success(let test) = Heterogeneity.proportions(counts) else { return nil }
    switch test.probability {
    case .success(.exact(let probability)): return (probability.value, "exact")
    case .success(.summed(let probability)): return (probability, "summed")
    case .success(.simulated(let probability, _, _)): return (probability, "simulated")
    case .failure: return approximate.map { ($0.test.probability, "chi-square") }
    }
  }

  /// What is said of each unit, in the order of the counts.
  func standings() -> [UnitStanding] {
    let bayes = try? EmpiricalBayes.proportions(counts).get()
    let ranks = try? Ranks.proportions(counts).get()
    let all = counts.reduce(into: (successes: 0, trials: 0)) { sum, unit in
      sum.successes += unit.successes
      sum.trials += unit.trials
    }
    var tests = RecurringTwoProportions()
    return counts.indices.map { index in
      let own = counts[index]
      var standing = UnitStanding()
      standing.funnel = try? funnels?.plain.units[index].get().position
      standing.funnelWidened = try? funnels?.widened.units[index].get().position
      standing.smoothed = (try? bayes?.units[index].get().smoothed).map { $0 * scale }
      if let rank = try? ranks?.units[index].get() { standing.fill(rank) }
      let others = CountOfTrials(
        successes: all.successes - own.successes,
        trials: all.trials - own.trials
      )
      guard others.trials > 0 else { return standing }
      standing.othersNumerator = Double(others.successes)
      standing.othersDenominator = Double(others.trials)
      standing.probability = try? tests.twoSided(own, against: others).get().value
      return standing
    }
  }
}
