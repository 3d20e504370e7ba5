import Parallel
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ParallelChangeTests {
  @Test(arguments: [0, 1, 2, 3, 8]) func `each element is changed in its place`(jobs: Int) {
    for count in [0, 1, 2, 7, 1_000] {
      var elements = (0..<count).map { [$0] }
      parallelChange(&elements, jobs: jobs) { $0.append($0[0] * $0[0]) }
      #expect(elements == (0..<count).map { [$0, $0 * $0] })
    }
  }

  @Test(arguments: [1, 4]) func `elements may be changed within a change`(jobs: Int) {
    var elements = (0..<50).map { Array(0..<$0) }
    parallelChange(&elements, jobs: jobs) { parallelChange(&$0, jobs: jobs) { $0 += 1 } }
    #expect(elements == (0..<50).map { Array(1..<($0 + 1)) })
  }
}
