import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct JoinpointTests {
  private func series(_ counts: [Int], in population: Double = 10_000) -> [TimedCount] {
    counts.enumerated().map {
      TimedCount(year: 2_011 + $0.offset, count: $0.element, population: population)
    }
  }

  private let bent = [102, 98, 101, 99, 80, 65, 50, 41, 33, 26]

  @Test func `a clear bend is found at its year`() throws {
    let both = try Joinpoint.find(in: series(bent)).get()
    #expect(both.chosen == both.bent)
    #expect(both.bent.joinpoint == 2_014)
    #expect(both.bent.segments.count == 2 && both.straight.segments.count == 1)
    #expect(try #require(both.bent.segments.last).annualPercentChange < -15)
    #expect(both.partialRSquared > 0.9)
  }

  @Test func `a straight or constant series has no joinpoint`() throws {
    let powers = (0..<10).map { 1 << $0 }
    for counts in [powers, Array(repeating: 50, count: 10), [9, 12, 8, 11, 10, 9, 12, 8]] {
      let both = try Joinpoint.find(in: series(counts)).get()
      #expect(both.chosen == both.straight)
      #expect(both.straight.bic.isFinite && both.bent.weightedBIC.isFinite)
    }
    let doubling = try Joinpoint.find(in: series(powers)).get().straight.segments
    #expect(try abs(#require(doubling.first).annualPercentChange - 100) <= 1e-10)
  }

  @Test func `the weighted criterion lies between the two it weighs`() throws {
    let both = try Joinpoint.find(in: series(bent)).get()
    #expect(both.bent.weightedBIC >= both.bent.bic)
    // The harsher one has one more ln(n)/n: ln(10)/10.
    #expect(both.bent.weightedBIC <= both.bent.bic + 0.230_258_509_3)
    #expect(both.straight.weightedBIC == both.straight.bic)
  }

  @Test func `order, shift and population scale change nothing`() throws {
    let base = try Joinpoint.find(in: series(bent)).get()
    #expect(try Joinpoint.find(in: series(bent).reversed()).get() == base)
    let scaled = try Joinpoint.find(in: series(bent, in: 0.01)).get()
    #expect(relativeError(scaled.bent.weightedBIC, base.bent.weightedBIC) <= 1e-11)
    #expect(scaled.bent.joinpoint == base.bent.joinpoint)
    let moved = series(bent).map {
      TimedCount(time: $0.time - 2_011, count: $0.count, population: $0.population)
    }
    let shifted = try Joinpoint.find(in: moved).get()
    #expect(shifted.bent.weightedBIC == base.bent.weightedBIC)
    #expect(shifted.bent.joinpoint == 3)
  }

  @Test func `zero counts are halves and counted`() throws {
    let both = try Joinpoint.find(in: series([0, 2, 0, 1, 0, 3, 1, 0])).get()
    #expect(both.zeroCounts == 4)
    #expect(both.bent.weightedBIC.isFinite)
  }

  @Test func `six points or fewer are not searched`() {
    for count in 0...6 {
      let result = Joinpoint.find(in: series(Array(repeating: 5, count: count)))
      #expect(result == .failure(.tooFewPoints(needed: 7, had: count)))
    }
  }

  @Test func `rates that make no lines are gaps`() {
    let seven = [5, 6, 7, 8, 9, 10, 11]
    #expect(Joinpoint.find(in: series(seven, in: 0)) == .failure(.zeroDenominator))
    #expect(Joinpoint.find(in: series(seven, in: -1)) == .failure(.negative))
    #expect(Joinpoint.find(in: series(seven, in: .nan)) == .failure(.notFinite))
    #expect(Joinpoint.find(in: series(seven) + series([5])) == .failure(.duplicateTime))
    let long = series(Array(repeating: 5, count: 1_001))
    #expect(Joinpoint.find(in: long) == .failure(.tooManyPoints(limit: 1_000, had: 1_001)))
    let far = (0..<7).map { TimedCount(time: Double($0 - 3) * 5e307, count: 5, population: 5) }
    #expect(Joinpoint.find(in: far) == .failure(.outOfRange))
  }

  @Test func `hostile counts and populations end in numbers or a gap`() {
    let counts = [0, 1, 2_000_000, Int.max, 3, 0, 7, 1]
    let populations = [1e-300, 1, 1e300, 5, 1e150, 2, 1e-8, 3]
    for shift in 0..<8 {
      let series = (0..<8).map {
        TimedCount(
          time: Double($0) / 1e3,
          count: counts[($0 + shift) % 8],
          population: populations[$0]
        )
      }
      if case .success(let both) = Joinpoint.find(in: series) {
        #expect(both.bent.weightedBIC.isFinite && (0...1).contains(both.partialRSquared))
      }
    }
    let long = series((0..<200).map { 50 + ($0 * 7) % 11 })
    #expect(throws: Never.self) { try Joinpoint.find(in: long).get() }
  }
}
