import Synchronization

/// The results of a function at each place, in the order of the places.
///
/// Threads take one place after the other; which takes which cannot be told from the results.
///
/// - Parameters:
///   - count: How many places there are, from 0 on.
///   - jobs: The most threads; with one the function is called here.
///   - result: What is worked out at a place, from that place alone.
/// - Returns: One result for each place.
package func parallelMap<Result: Sendable>(
  _ count: Int,
  jobs: Int,
  _ result: @Sendable (Int) -> Result
) -> [Result] {
  let threads = min(jobs, count)
  guard threads > 1 else { return (0..<count).map(result) }
  let next = Atomic<Int>(0)
  let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
  onThreads(threads) {
    while true {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < count else { return }
      let own = result(place)
      results.withLock { $0[place] = own }
    }
  }
  return results.withLock { $0.compactMap(\.self) }
}
