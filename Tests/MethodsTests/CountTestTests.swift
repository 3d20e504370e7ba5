import Distributions
import Methods
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CountTestTests {
  private func isNear(_ one: TestProbability, _ other: TestProbability) -> Bool {
    one.exact == other.exact && abs(one.value - other.value) <= 1e-13 * max(one.value, other.value)
  }

  private func mirrors(_ one: TailProbabilities, _ other: TailProbabilities) -> Bool {
    isNear(one.atMost, other.atLeast) && isNear(one.atLeast, other.atMost)
      && isNear(one.twoSided, other.twoSided) && isNear(one.midAtMost, other.midAtLeast)
      && isNear(one.midTwoSided, other.midTwoSided)
  }

  @Test func `all of eighteen against 95 of a hundred is a fraction`() throws {
    let test = try ProportionTest.test(16, of: 18, against: 0.95).get()
    let exact = try #require(test.probability.atLeast.exact)
    #expect(exact.denominator.isMultiple(of: 20))
    #expect(try ProportionTest.test(18, of: 18, against: 1).get().probability.twoSided.value == 1)
    #expect(try ProportionTest.test(17, of: 18, against: 1).get().probability.twoSided.value == 0)
    #expect(try ProportionTest.test(0, of: 18, against: 0).get().probability.twoSided.value == 1)
    #expect(try ProportionTest.test(1, of: 18, against: 0).get().probability.atLeast.value == 0)
    // A target that is nothing simple, and one that no fraction comes near.
    for target in [0.123_456_789_012, 1e-300, Double.leastNonzeroMagnitude, 1 - 0x1p-53] {
      let result = try ProportionTest.test(3, of: 18, against: target).get()
      #expect(result.probability.twoSided.exact == nil)
      #expect((0...1).contains(result.probability.twoSided.value))
    }
  }

  @Test(arguments: [1, 2, 5, 18, 60, 500])
  func `the complement has the mirrored test`(_ trials: Int) throws {
    for (target, complement) in [(0.25, 0.75), (0.95, 0.05), (0.5, 0.5), (0.1171875, 0.8828125)] {
      for successes in stride(from: 0, through: trials, by: max(1, trials / 30)) {
        let one = try ProportionTest.test(successes, of: trials, against: target).get()
        let other = try ProportionTest.test(trials - successes, of: trials, against: complement)
          .get()
        #expect(mirrors(one.probability, other.probability))
      }
    }
  }

  /// A rejection at 5 % happens at most so often; mid probabilities lie below the full ones.
  @Test func `the two-sided level is kept`() throws {
    for trials in 1...30 {
      for target in [0.5, 0.95, 0.137] {
        let masses = try #require(BinomialDistribution(trials: trials, probability: target))
        var rejected = 0.0
        for successes in 0...trials {
          let test = try ProportionTest.test(successes, of: trials, against: target).get()
          #expect(test.probability.midTwoSided.value < test.probability.twoSided.value)
          if test.probability.twoSided.isSignificant(at: .percent95) {
            rejected += try #require(masses.mass(at: successes))
          }
        }
        #expect(rejected <= 0.05 + 1e-12)
      }
    }
  }

  @Test func `exchanging rows and columns keeps Fisher's test`() throws {
    for first in 1...7 {
      for second in 1...7 {
        for one in 0...first {
          for other in 0...second {
            let test = try TwoProportionsTest.test((one, first), against: (other, second)).get()
            let swapped = try TwoProportionsTest.test((other, second), against: (one, first)).get()
            #expect(mirrors(test.probability, swapped.probability))
            let failures = try TwoProportionsTest.test(
              (first - one, first),
              against: (second - other, second)
            ).get()
            #expect(mirrors(test.probability, failures.probability))
            let successes = one + other
            guard successes > 0, successes < first + second else {
              #expect(test.probability.twoSided.value == 1)
              continue
            }
            let turned = try TwoProportionsTest.test(
              (one, successes),
              against: (first - one, first + second - successes)
            ).get()
            #expect(turned.probability == test.probability)
          }
        }
      }
    }
  }

  @Test func `large margins are doubles with the same symmetry`() throws {
    for (one, first, other, second) in [
      (600_000, 2_000_000, 602_000, 2_000_000), (12, 1_999_999, 40, 2_000_000),
      (150, 300, 180, 300), (0, 5_000_000, 5_000_000, 5_000_000),
    ] {
      let test = try TwoProportionsTest.test((one, first), against: (other, second)).get()
      let swapped = try TwoProportionsTest.test((other, second), against: (one, first)).get()
      #expect(test.probability.twoSided.exact == nil)
      let (left, right) = (test.probability, swapped.probability)
      #expect(abs(left.twoSided.value - right.twoSided.value) <= 1e-11 * left.twoSided.value)
      #expect(abs(left.atMost.value - right.atLeast.value) <= 1e-11 * left.atMost.value)
    }
  }

  @Test func `counts of two million trials are tested in time`() throws {
    for successes in [0, 1, 999_000, 1_000_000, 2_000_000] {
      for target in [1e-9, 0.5, 0.95, 0.999_999_99] {
        let test = try ProportionTest.test(successes, of: 2_000_000, against: target).get()
        #expect((0...1).contains(test.probability.twoSided.value))
      }
    }
  }

  @Test func `a rate's tails add to one and its own mass`() throws {
    for expected in [1e-300, 0.125, 3, 17.5, 1_000, 1e7] {
      for events in [0, 1, 3, 20, 990, 10_000_000] {
        let test = try RateTest.test(events, against: expected).get().probability
        let mass = try #require(PoissonDistribution(mean: expected)?.mass(at: events))
        #expect(abs(test.atMost.value + test.atLeast.value - 1 - mass) <= 1e-12)
        #expect(test.twoSided.value <= 1)
      }
    }
    #expect(try RateTest.test(0, against: 0).get().probability.twoSided.value == 1)
    #expect(try RateTest.test(1, against: 0).get().probability.twoSided.value == 0)
  }

  @Test func `hostile numbers are gaps`() {
    let numbers = [Int.min, -1, 0, 1, 18, 2_000_000, 10_000_001, .max]
    let doubles = [
      -Double.infinity, -1, -0.0, 0, .leastNonzeroMagnitude, 0.5, 1, 1e308, .infinity, .nan,
    ]
    for one in numbers {
      for other in numbers {
        for target in doubles {
          if case .success(let test) = ProportionTest.test(one, of: other, against: target) {
            #expect((0...1).contains(test.probability.twoSided.value))
          }
        }
        if case .success(let test) = TwoProportionsTest.test((one, other), against: (1, other)) {
          #expect((0...1).contains(test.probability.midTwoSided.value))
        }
      }
      for expected in doubles {
        if case .success(let test) = RateTest.test(one, against: expected) {
          #expect((0...1).contains(test.probability.midTwoSided.value))
        }
      }
    }
    #expect(ProportionTest.test(1, of: 0, against: 0.5) == .failure(.zeroDenominator))
    #expect(ProportionTest.test(2, of: 1, against: 0.5) == .failure(.numeratorAboveDenominator))
    #expect(ProportionTest.test(1, of: 1, against: .nan) == .failure(.notFinite))
    #expect(ProportionTest.test(1, of: 1, against: -1) == .failure(.negative))
    #expect(RateTest.test(-1, against: 1) == .failure(.negative))
  }
}
