import Synchronization

/// Changes each element of an array where it stands, several at a time.
///
/// While an element is changed nobody else holds it, so that what it holds is not copied.
///
/// - Parameters:
///   - elements: What is changed.
///   - jobs: The most threads; with one the elements are changed here, one after the other.
///   - change: Changes an element, by that element alone.
package func parallelChange<Element: Sendable>(
  _ elements: inout [Element],
  jobs: Int,
  _ change: @Sendable (inout Element) -> Void
) {
  let count = elements.count
  let threads = min(jobs, count)
  guard threads > 1 else {
    for place in elements.indices { change(&elements[place]) }
    return
  }
  let next = Atomic<Int>(0)
  let places = Mutex<[Element?]>(elements)
  elements = []
  onThreads(threads) {
    while true {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < count, var own = places.withLock({ $0[place].take() }) else { return }
      change(&own)
      let changed = own
      places.withLock { $0[place] = changed }
    }
  }
  elements = places.withLock { $0.compactMap(\.self) }
}
