import Dispatch
import Parallel
import Synchronization
import Testing

/// What runs side by side may do so from within.
@Suite(.timeLimit(.minutes(1)))
struct NestedTests {
  @Test(arguments: [1, 2, 3, 8]) func `results are the same from within`(jobs: Int) {
    for _ in 0..<50 {
      let (one, other) = both(jobs: jobs) {
        parallelMap(20, jobs: jobs) { place in
          parallelMap(place, jobs: jobs) { $0 }.reduce(0, +)
        }
      } _: {
        both(jobs: jobs) {
          parallelMap(100, jobs: jobs) { $0 }
        } _: {
          jobs
        }
      }
      #expect(one == (0..<20).map { (0..<$0).reduce(0, +) })
      #expect(other.0 == Array(0..<100) && other.1 == jobs)
    }
  }

  /// Each of two places waits until the other has begun, which one thread alone could not do.
  @Test func `threads are shared from within`() {
    let begun = Mutex(0)
    let (met, _) = both(jobs: 2) {
      parallelMap(2, jobs: 2) { _ in
        begun.withLock { $0 += 1 }
        let end = DispatchTime.now().uptimeNanoseconds + 30_000_000_000
        while begun.withLock({ $0 }) < 2, DispatchTime.now().uptimeNanoseconds < end {}
        return begun.withLock { $0 } == 2
      }
    } _: {
      0
    }
    #expect(met == [true, true])
  }

  @Test func `nobody waits for threads that do not come`() {
    // More than there are threads to give.
    let all = parallelMap(64, jobs: 64) { place in
      parallelMap(8, jobs: 8) { inner in parallelMap(4, jobs: 4) { $0 + inner + place } }
    }
    #expect(all.flatMap { $0.flatMap(\.self) }.count == 64 * 8 * 4)
    #expect(all[63][7] == [70, 71, 72, 73])
  }
}
