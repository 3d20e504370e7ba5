import Distributions
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CountDistributionTests {
  private func check(_ distribution: some CountDistribution, upTo last: Int) throws {
    var sum = 0.0
    for count in 0...last {
      let mass = try #require(distribution.mass(at: count))
      sum += mass
      #expect(abs(try #require(distribution.lowerTail(at: count)) - sum) <= 1e-13)
      #expect(abs(try #require(distribution.upperTail(from: count)) - (1 - sum + mass)) <= 1e-13)
      if distribution.counts.contains(count) {
        let twoSided = try #require(distribution.twoSided(at: count))
        let strictly = try #require(distribution.twoSided(at: count, strictly: true))
        #expect(mass <= twoSided * (1 + 1e-12) && strictly < twoSided && twoSided <= 1)
      }
    }
    for outside in [Int.min, -1, Int.max] {
      #expect(distribution.mass(at: outside) == 0)
      #expect(distribution.twoSided(at: outside) == nil)
    }
    #expect(distribution.lowerTail(at: -1) == 0 && distribution.upperTail(from: 0) == 1)
  }

  @Test func `tails are the sums of masses`() throws {
    for probability in [1e-6, 0.1, 0.5, 0.95] {
      try check(#require(BinomialDistribution(trials: 40, probability: probability)), upTo: 40)
    }
    for (marked, drawn) in [(0, 5), (5, 0), (30, 30), (7, 12), (25, 20), (1, 29)] {
      let distribution = HypergeometricDistribution(population: 30, marked: marked, drawn: drawn)
      try check(#require(distribution), upTo: 30)
    }
    for mean in [0, 0.01, 1, 7.5, 20] {
      try check(#require(PoissonDistribution(mean: mean)), upTo: 60)
    }
  }

  @Test func `parameters outside the domain give no distribution`() {
    for mean in [-1, -Double.leastNonzeroMagnitude, .nan, .infinity, 1e308] {
      #expect(PoissonDistribution(mean: mean) == nil)
    }
    for (population, marked, drawn) in [(-1, 0, 0), (5, 6, 1), (5, 1, 6), (5, -1, 1), (.max, 1, 1)]
    {
      let parameters = (population, marked, drawn)
      #expect(
        HypergeometricDistribution(
          population: parameters.0,
          marked: parameters.1,
          drawn: parameters.2
        ) == nil
      )
    }
    for (share, whole) in [(0, 5), (5, 5), (-1, 5), (1, .max)] {
      #expect(BinomialDistribution(trials: 3, share: share, of: whole) == nil)
    }
  }
}
