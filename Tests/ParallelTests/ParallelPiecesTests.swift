import Parallel
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ParallelPiecesTests {
  @Test(arguments: [0, 1, 2, 3, 8, 64]) func `pieces are taken in their order`(jobs: Int) {
    for count in [0, 1, 2, 3, 100, 1_000] {
      var taken: [Int] = []
      parallelPieces(count, jobs: jobs) { place in
        // Some take longer, so that those behind them have to wait.
        place % 7 == 0 ? (0..<2_000).reduce(place) { $0 &+ $1 &* 0 } : place
      } _: { piece in
        taken.append(piece)
      }
      #expect(taken == Array(0..<count))
    }
  }

  @Test(arguments: [1, 2, 8]) func `no two are taken at a time`(jobs: Int) {
    let taking = Mutex(false)
    var overlaps = 0
    parallelPieces(500, jobs: jobs) {
      $0
    } _: { _ in
      let isFree = taking.withLock { taking in
        defer { taking = true }
        return !taking
      }
      if !isFree { overlaps += 1 }
      taking.withLock { $0 = false }
    }
    #expect(overlaps == 0)
  }

  @Test(arguments: [2, 8]) func `pieces may be made within other ones`(jobs: Int) {
    let sums = parallelMap(8, jobs: jobs) { outer in
      var sum = 0
      parallelPieces(50, jobs: jobs) {
        $0 * outer
      } _: {
        sum += $0
      }
      return sum
    }
    #expect(sums == (0..<8).map { $0 * 1_225 })
  }
}
