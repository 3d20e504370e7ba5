/// The hypergeometric distribution: marked ones among those drawn, without putting back.
///
/// With `K` of `N` marked and `n` drawn, and `b` the mass of the binomial distribution of `n/N`:
/// ```
/// P(k) = C(K, k) C(N−K, n−k) / C(N, n) = b(k; K) b(n−k; N−K) / b(n; N)
/// ```
/// Edge cases: a negative number, more marked or drawn than there are, or more than
/// ``largestPopulation`` give no distribution; where none or all are marked or drawn, one count has
/// probability 1.
///
/// Accuracy: see `Documentation/Methods/digits.md`, exact test of two proportions.
///
/// References: Loader C., Fast and accurate computation of binomial probabilities, 2000 (the form by
/// binomial masses).
public struct HypergeometricDistribution: CountDistribution, Hashable {
  /// The largest population accepted; the tails then still take less than a millisecond.
  public static let largestPopulation = 10_000_000

  /// How many there are.
  public let population: Int

  /// How many of them are marked.
  public let marked: Int

  /// How many of them are drawn.
  public let drawn: Int

  /// Creates the distribution, or nothing when a parameter is outside the domain.
  ///
  /// - Parameters:
  ///   - population: How many there are.
  ///   - marked: How many of them are marked.
  ///   - drawn: How many of them are drawn.
  public init?(population: Int, marked: Int, drawn: Int) {
    guard (0...Self.largestPopulation).contains(population), (0...population).contains(marked),
      (0...population).contains(drawn)
    else { return nil }
    self.population = population
    self.marked = marked
    self.drawn = drawn
  }

  /// The counts that can arise.
  public var counts: ClosedRange<Int> {
    max(0, drawn - (population - marked))...min(marked, drawn)
  }

  /// A count that none is likelier than.
  public var mode: Int {
    let mode = (drawn + 1) * (marked + 1) / (population + 2)
    return min(max(mode, counts.lowerBound), counts.upperBound)
  }

  /// The probability of exactly so many marked ones among those drawn.
  ///
  /// - Parameter count: Any count.
  /// - Returns: The probability, or nil where it cannot be computed.
  public func mass(at count: Int) -> Double? {
    guard counts.contains(count) else { return 0 }
    guard counts.count > 1 else { return 1 }
    let unmarked = population - marked
    guard
      let hits = BinomialDistribution(checked: marked, drawn, of: population).mass(at: count),
      let misses = BinomialDistribution(checked: unmarked, drawn, of: population)
        .mass(at: drawn - count),
      let all = BinomialDistribution(checked: population, drawn, of: population).mass(at: drawn)
    else { return nil }
    return all > 0 ? hits / all * misses : nil
  }

  /// The mass of the next count over that of the one given.
  ///
  /// - Parameter count: A count that can arise, not the last.
  /// - Returns: The quotient.
  public func growth(after count: Int) -> Double {
    let above = Double(marked - count) * Double(drawn - count)
    return above / ((Double(count) + 1) * Double(population - marked - drawn + count + 1))
  }
}
