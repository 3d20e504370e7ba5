import Parallel
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ParallelRangesTests {
  @Test(arguments: [0, 1, 2, 3, 8]) func `results stand in the order of the places`(jobs: Int) {
    for count in [0, 1, 2, 7, 1_000] {
      for size in [1, 2, 3, 7, 2_000] {
        let results = parallelRanges(count, of: size, jobs: jobs) { $0.map { $0 * $0 } }
        #expect(results == (0..<count).map { $0 * $0 })
      }
    }
  }

  @Test(arguments: [1, 2, 3]) func `a range may have any number of results`(jobs: Int) {
    let results = parallelRanges(100, of: 9, jobs: jobs) { range in
      range.flatMap { Array(repeating: $0, count: $0 % 3) }
    }
    #expect(results == (0..<100).flatMap { Array(repeating: $0, count: $0 % 3) })
  }

  @Test(arguments: [0, 1, 2, 3, 8]) func `results are added in the order of the places`(jobs: Int) {
    for count in [0, 1, 2, 7, 1_000] {
      for expecting in [nil, 0, 10_000] {
        let results: [Int] = parallelRanges(count, of: 3, jobs: jobs, expecting: expecting) {
          places,
          list in
          for place in places {
            for _ in 0..<place % 3 { list.append(place) }
          }
        }
        #expect(results == (0..<count).flatMap { Array(repeating: $0, count: $0 % 3) })
      }
    }
  }

  @Test func `ranges do not depend on the threads`() {
    let ranges = [1, 2, 5].map { parallelRanges(10, of: 4, jobs: $0) { [$0] } }
    #expect(ranges == Array(repeating: [0..<4, 4..<8, 8..<10], count: 3))
  }

  @Test func `a range without places is refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = parallelRanges(3, of: 0, jobs: 1) { $0.map(\.self) }
    }
  }
}
