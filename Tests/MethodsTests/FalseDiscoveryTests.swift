import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(2)))
struct FalseDiscoveryTests {
  @Test func `ten tests have their known q`() throws {
    let p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
    let q = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.74 / 7, 0.216, 0.216, 0.216]
    for (own, expected) in try zip(FalseDiscovery.adjusted(p).get(), q) {
      #expect(relativeError(own, expected) <= 4e-16)
    }
  }

  @Test func `q is at least p, at most 1, and in the order of p`() throws {
    let p = (0..<500).map { Double(($0 * 7_919) % 997) / 997 } + [0, 1, 1, -0.0]
    let q = try FalseDiscovery.adjusted(p).get()
    let pairs = zip(p, q).sorted { $0 < $1 }
    for (probability, adjusted) in pairs {
      #expect(adjusted >= probability && adjusted <= 1)
    }
    for (one, next) in zip(pairs, pairs.dropFirst()) {
      #expect(one.1 <= next.1)
      if one.0 == next.0 { #expect(one.1 == next.1) }
    }
    #expect(try FalseDiscovery.adjusted(p.reversed()).get() == q.reversed())
    #expect(try FalseDiscovery.adjusted([0.3]).get() == [0.3])
    #expect(FalseDiscovery.adjusted([]) == .success([]))
  }

  @Test(arguments: [Double.nan, .infinity, -0.1, 1.000_001, 1e308])
  func `what is no probability is named`(_ bad: Double) {
    #expect(FalseDiscovery.adjusted([0.5, bad, bad]) == .failure(.notAProbability(index: 1)))
    let tests = [0.5, bad].map {
      FalseDiscovery.DiscreteTest(probability: $0, attainable: [0.5, 1])
    }
    #expect(FalseDiscovery.adjusted(tests) == .failure(.notAProbability(index: 1)))
  }

  @Test func `a million tests are done in time`() throws {
    let p = (0..<1_000_000).map { Double(($0 * 7_919) % 1_000_003) / 1_000_003 }
    #expect(try FalseDiscovery.adjusted(p).get().count == p.count)
  }

  /// One commune of five all failing where half fail in the district, and 17 that inspected once.
  static let rare: [FalseDiscovery.DiscreteTest] =
    [FalseDiscovery.DiscreteTest(probability: 1 / 64, attainable: [1 / 64, 7 / 64, 22 / 64, 1])]
    + Array(
      repeating: FalseDiscovery.DiscreteTest(probability: 0.5, attainable: [0.5, 1]),
      count: 17
    )

  @Test(arguments: FalseDiscovery.DiscreteProcedure.allCases)
  func `small tests that cannot speak do not silence one that can`(
    _ procedure: FalseDiscovery.DiscreteProcedure
  ) throws {
    let plain = try FalseDiscovery.adjusted(Self.rare.map(\.probability)).get()
    // The least that this test can attain times 18 is above 0.05: no data could be a discovery.
    #expect(plain[0] == 18 / 64.0)
    let discrete = try FalseDiscovery.adjusted(Self.rare, procedure: procedure).get()
    #expect(discrete[0] == (procedure == .heyse ? 1 / 64.0 : 1 / 63.0))
    #expect(discrete.allSatisfy { (0...1).contains($0) })
    #expect(discrete[1...].allSatisfy { $0 == discrete[1] && $0 >= discrete[0] })
  }

  @Test func `tests that attain every value give Benjamini and Hochberg's q`() throws {
    let p = [0.004, 0.01, 0.01, 0.2, 0.7, 1]
    let tests = p.map { FalseDiscovery.DiscreteTest(probability: $0, attainable: p) }
    let heyse = try FalseDiscovery.adjusted(tests, procedure: .heyse).get()
    for (one, other) in try zip(heyse, FalseDiscovery.adjusted(p).get()) {
      #expect(relativeError(one, other) <= 1e-15)
    }
  }

  @Test func `attainable values that leave out the one attained are a gap`() {
    for attainable in [[], [0.4, 1], [.nan, 0.5], [0.5, 2]] {
      let tests = [FalseDiscovery.DiscreteTest(probability: 0.5, attainable: attainable)]
      #expect(FalseDiscovery.adjusted(tests) == .failure(.notAProbability(index: 0)))
    }
    let largest = FalseDiscovery.largestWork
    let long = FalseDiscovery.DiscreteTest(
      probability: 1,
      attainable: Array(repeating: 1, count: largest / 2 + 1)
    )
    #expect(
      FalseDiscovery.adjusted([long, long])
        == .failure(.tooManyPoints(limit: largest, had: largest + 2))
    )
  }
}
