internal import Methods
internal import Tables

/// Units beside each other in one year: whether they differ at all, and where each of them stands.
struct UnitDifferences {
  private let counts: [CountOfTrials]
  private let scale: Double

  /// - Parameters:
  ///   - counts: Numerator and denominator of each unit that is compared.
  ///   - scale: What a fraction of one is in the indicator's unit.
  init(_ counts: [CountOfTrials], scale: Double) {
    self.counts = counts
    self.scale = scale
  }

  /// Fills in what is said of the units together.
  func fill(_ row: inout ComparisonTestRow) {
    row.compared = counts.count
    if let test = heterogeneity() {
      row.heterogeneityP = test.probability
      row.heterogeneityMethod = test.method
    }
    guard let funnel = try? Funnel.proportions(counts).get(),
      let dispersion = try? funnel.overdispersion.get()
    else { return }
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

  /// Fills in what is said of each unit; rows stand in the order of the counts.
  func fill(_ rows: inout [ComparisonRow], at places: [Int]) {
    let plain = try? Funnel.proportions(counts).get()
    let widened = try? Funnel.proportions(counts, widening: .multiplicative).get()
    let bayes = try? EmpiricalBayes.proportions(counts).get()
    let ranks = try? Ranks.proportions(counts).get()
    let all = counts.reduce(into: (successes: 0, trials: 0)) { sum, unit in
      sum.successes += unit.successes
      sum.trials += unit.trials
    }
    for (index, place) in places.enumerated() {
      let own = counts[index]
      rows[place].funnel = (try? plain?.units[index].get().position)?.rawValue ?? ""
      rows[place].funnelWidened = (try? widened?.units[index].get().position)?.rawValue ?? ""
      rows[place].smoothed = (try? bayes?.units[index].get().smoothed).map { $0 * scale }
      if let rank = try? ranks?.units[index].get() {
        rows[place].rank = rank.rank
        rows[place].rankLower = rank.interval.lower
        rows[place].rankUpper = rank.interval.upper
        rows[place].rankLevel = rank.interval.attained
      }
      let others = (
        successes: all.successes - own.successes, trials: all.trials - own.trials
      )
      guard others.trials > 0 else { continue }
      rows[place].othersNumerator = Double(others.successes)
      rows[place].othersDenominator = Double(others.trials)
      let test = TwoProportionsTest.test((own.successes, own.trials), against: others)
      rows[place].p = try? test.get().probability.twoSided.value
    }
  }
}
