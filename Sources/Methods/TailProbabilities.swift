internal import Distributions

/// A probability that a test gives, as a fraction too where that fits.
public struct TestProbability: Hashable, Sendable {
  /// The probability.
  public let value: Double

  /// The same as a fraction, where numerator and denominator fit 127 binary digits.
  public let exact: ExactProbability?

  init(_ exact: ExactProbability) {
    value = exact.value
    self.exact = exact
  }

  init(_ value: Double) {
    self.value = value
    exact = nil
  }

  /// Whether the probability is within the significance of the level, without rounding if exact.
  public func isSignificant(at level: ConfidenceLevel) -> Bool {
    exact?.isAtMost(oneIn: level.oneIn) ?? (value <= level.significance)
  }
}

/// The probabilities of counts as far from what was supposed as the one seen, or farther.
///
/// *Two-sided* sums all counts that are no likelier than the one seen. The *mid* probabilities take
/// the count seen, and those exactly as likely, by half: they are closer to the level on average,
/// but may exceed it.
///
/// Fractions compare likelihoods without rounding. Doubles take masses within 1e-7 of each other
/// (relative) for equal, as R and scipy do.
///
/// References: Lancaster H. O., Significance tests in discrete distributions, Journal of the
/// American Statistical Association 56 (1961), 223-234 (mid probabilities).
public struct TailProbabilities: Hashable, Sendable {
  /// Of at most the count seen.
  public let atMost: TestProbability

  /// Of at least the count seen.
  public let atLeast: TestProbability

  /// Of a count no likelier than the one seen, on either side.
  public let twoSided: TestProbability

  /// Of less than the count seen, and half of itself.
  public let midAtMost: TestProbability

  /// Of more than the count seen, and half of itself.
  public let midAtLeast: TestProbability

  /// Of a count less likely than the one seen, and half of those as likely.
  public let midTwoSided: TestProbability

  /// Where nothing else than the count seen could have arisen, or could not at all.
  static func certain(_ atMost: Bool, _ atLeast: Bool) -> TailProbabilities {
    let fraction = { (isCertain: Bool) in
      TestProbability(ExactProbability(isCertain ? 1 : 0, of: 1))
    }
    let half = TestProbability(ExactProbability(1, of: 2))
    let isSeen = atMost && atLeast
    return TailProbabilities(
      atMost: fraction(atMost),
      atLeast: fraction(atLeast),
      twoSided: fraction(isSeen),
      midAtMost: isSeen ? half : fraction(atMost),
      midAtLeast: isSeen ? half : fraction(atLeast),
      midTwoSided: isSeen ? half : fraction(false)
    )
  }

  /// The same of the contrary count.
  var mirrored: TailProbabilities {
    TailProbabilities(
      atMost: atLeast,
      atLeast: atMost,
      twoSided: twoSided,
      midAtMost: midAtLeast,
      midAtLeast: midAtMost,
      midTwoSided: midTwoSided
    )
  }

  private init(
    atMost: TestProbability,
    atLeast: TestProbability,
    twoSided: TestProbability,
    midAtMost: TestProbability,
    midAtLeast: TestProbability,
    midTwoSided: TestProbability
  ) {
    self.atMost = atMost
    self.atLeast = atLeast
    self.twoSided = twoSided
    self.midAtMost = midAtMost
    self.midAtLeast = midAtLeast
    self.midTwoSided = midTwoSided
  }

  /// From the whole number of arrangements of each count.
  init(weights: [Int128], seen index: Int) {
    let all = weights.reduce(0, +)
    let own = weights[index]
    let below = weights[..<index].reduce(0, +)
    let (lessLikely, asLikely) = Self.unlikely(weights, own)
    let whole = { TestProbability(ExactProbability($0, of: all)) }
    let mid = { TestProbability(ExactProbability(2 * $0 + $1, of: 2 * all)) }
    self.init(
      atMost: whole(below + own),
      atLeast: whole(all - below),
      twoSided: whole(lessLikely + asLikely),
      midAtMost: mid(below, own),
      midAtLeast: mid(all - below - own, own),
      midTwoSided: mid(lessLikely, asLikely)
    )
  }

  /// The two-sided probability alone, from the whole number of arrangements of each count.
  static func twoSided(weights: [Int128], seen index: Int) -> TestProbability {
    let (lessLikely, asLikely) = unlikely(weights, weights[index])
    return TestProbability(ExactProbability(lessLikely + asLikely, of: weights.reduce(0, +)))
  }

  /// The arrangements of the counts less likely than one, and of those exactly as likely.
  private static func unlikely(
    _ weights: [Int128],
    _ own: Int128
  ) -> (lessLikely: Int128, asLikely: Int128) {
    (
      weights.reduce(0) { $1 < own ? $0 + $1 : $0 },
      weights.reduce(0) { $1 == own ? $0 + $1 : $0 }
    )
  }

  /// From a distribution in doubles; nothing where it has no value.
  init?(_ distribution: some CountDistribution, seen count: Int) {
    guard
      let own = distribution.mass(at: count),
      let below = distribution.lowerTail(at: count - 1),
      let atMost = distribution.lowerTail(at: count),
      let atLeast = distribution.upperTail(from: count),
      let above = distribution.upperTail(from: count + 1),
      let twoSided = distribution.twoSided(at: count),
      let lessLikely = distribution.twoSided(at: count, strictly: true)
    else { return nil }
    self.init(
      atMost: TestProbability(atMost),
      atLeast: TestProbability(atLeast),
      twoSided: TestProbability(twoSided),
      midAtMost: TestProbability(below + own / 2),
      midAtLeast: TestProbability(above + own / 2),
      midTwoSided: TestProbability((twoSided + lessLikely) / 2)
    )
  }
}
