import Parallel
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ParallelMapTests {
  @Test(arguments: [0, 1, 2, 3, 8]) func `results stand in the order of their places`(jobs: Int) {
    for count in [0, 1, 2, 7, 1_000] {
      #expect(parallelMap(count, jobs: jobs) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
  }

  @Test func `each place is worked out once, those without a value too`() {
    let calls = Mutex(0)
    let results = parallelMap(500, jobs: 4) { place -> Int? in
      calls.withLock { $0 += 1 }
      return place.isMultiple(of: 2) ? place : nil
    }
    #expect(calls.withLock { $0 } == 500)
    #expect(results == (0..<500).map { $0.isMultiple(of: 2) ? $0 : nil })
  }
}
