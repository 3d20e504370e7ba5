/// The distribution of `T = Σ tᵢxᵢ` over all choices of `X` successes among `N` trials.
///
/// A choice with `xᵢ` of the `nᵢ` trials at each time is one of `Π C(nᵢ, xᵢ)`; these products are
/// summed by time, by the successes so far and by T so far. Where half or more of the trials are
/// successes, the failures are chosen instead, which is the same and less work: a series near 100 %
/// is as easy as one near 0 %.
///
/// References: Mehta C. R., Patel N. R., Senchaudhuri P., Exact stratified linear rank tests for
/// ordered categorical and binary data, Journal of Computational and Graphical Statistics 1 (1992),
/// 21-40.
struct TrendArrangements: Sendable {
  private let trials: [Int]
  private let scores: [Int]
  private let chosen: [Int]
  private let total: Int
  private let all: Int

  /// Prepares the distribution, or nothing where it would take too much work.
  ///
  /// - Parameters:
  ///   - rows: The counts in order of time.
  ///   - scores: Their times as ascending whole numbers, the first 0.
  init?(_ rows: [TimedTrials], _ scores: [Int]) {
    let successes = rows.reduce(0) { $0 + $1.successes }
    all = rows.reduce(0) { $0 + $1.trials }
    let isRare = successes <= all - successes
    total = isRare ? successes : all - successes
    trials = rows.map(\.trials)
    chosen = rows.map { isRare ? $0.successes : $0.trials - $0.successes }
    self.scores = scores
    let count = Double(total)
    var products = 0.0
    for (score, trials) in zip(scores, trials) {
      let states = Double(score) * count * (count + 1) / 2 + count + 1
      products += states * (min(Double(trials), count) + 1)
      guard products <= CochranArmitage.mostProducts else { return nil }
    }
  }

  /// The probability of a T at least as far from its expectation as the one seen.
  var twoSided: (value: Double, fraction: ExactProbability?) {
    if let choices = Self.binomials(all, upTo: total)?.last,
      let whole = Self.whole(trials, upTo: total)
    {
      let ends = sums(whole, zero: 0)
      let extreme = tails(ends, zero: 0)
      let fraction = ExactProbability(extreme, of: choices)
      return (fraction.value, fraction)
    }
    let ends = sums(Self.shares(trials, upTo: total, of: all), zero: 0)
    let everything = ends.reduce(0, +)
    return (min(1, tails(ends, zero: 0) / everything), nil)
  }

  /// What falls on each value of T when all successes are chosen.
  private func sums<Number: Numeric>(_ weights: [[Number]], zero: Number) -> [Number] {
    // At s, what falls on each T with s successes so far; T is at most s · the latest score.
    var states: [[Number]] = [[1]]
    var rest = all
    for (index, score) in scores.enumerated() {
      rest -= trials[index]
      let choices = weights[index]
      let most = min(total, states.count - 1 + choices.count - 1)
      var next: [[Number]] = (0...most).map { successes in
        // States from which the total cannot be reached any more stay empty.
        let isUseful = total - successes <= rest
        return isUseful ? Array(repeating: zero, count: successes * score + 1) : []
      }
      for (before, sums) in states.enumerated() where !sums.isEmpty {
        for (added, ways) in choices.enumerated() where before + added <= most {
          let after = before + added
          guard !next[after].isEmpty else { continue }
          for (sum, count) in sums.enumerated() {
            next[after][sum + added * score] += count * ways
          }
        }
      }
      states = next
    }
    return states.last ?? []
  }

  /// What falls on values of T at least as far from the expectation as the one seen.
  private func tails<Number: Numeric>(_ ends: [Number], zero: Number) -> Number {
    // |N·T − X·Σtn| compares T − E without rounding.
    let expected = zip(scores, trials).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
    let centre = Int128(total) * expected
    let seen = zip(scores, chosen).reduce(Int128(0)) { $0 + Int128($1.0) * Int128($1.1) }
    let distance = (Int128(all) * seen - centre).magnitude
    return ends.enumerated().reduce(zero) { sum, end in
      (Int128(all) * Int128(end.offset) - centre).magnitude >= distance ? sum + end.element : sum
    }
  }

  /// `C(n, 0), C(n, 1), …` as whole numbers, or nil when one reaches 2¹²⁵.
  private static func binomials(_ trials: Int, upTo most: Int) -> [Int128]? {
    var result: [Int128] = [1]
    var current: Int128 = 1
    for successes in 0..<min(most, trials) {
      let (product, overflow) = current.multipliedReportingOverflow(by: Int128(trials - successes))
      guard !overflow else { return nil }
      current = product / Int128(successes + 1)
      guard current < 1 << 125 else { return nil }
      result.append(current)
    }
    return result
  }

  private static func whole(_ trials: [Int], upTo most: Int) -> [[Int128]]? {
    var result: [[Int128]] = []
    for trials in trials {
      guard let binomials = binomials(trials, upTo: most) else { return nil }
      result.append(binomials)
    }
    return result
  }

  /// For each time `C(n, x) θˣ`, which leaves probabilities given X as they are, with
  /// `θ = X/(N − X)` and divided by the sum, so that nothing overflows and the middle is not lost.
  private static func shares(_ trials: [Int], upTo most: Int, of all: Int) -> [[Double]] {
    let odds = Double(most) / Double(all - most)
    return trials.map { trials in
      let top = min(trials, most)
      let mode = min(top, Int((Double(trials) + 1) * (Double(most) / Double(all))))
      var weights = Array(repeating: 1.0, count: top + 1)
      for count in stride(from: mode, to: top, by: 1) {
        weights[count + 1] =
          weights[count] * odds * Double(trials - count) / Double(count + 1)
      }
      for count in stride(from: mode, to: 0, by: -1) {
        weights[count - 1] =
          weights[count] / odds * (Double(count) / Double(trials - count + 1))
      }
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum }
    }
  }
}
