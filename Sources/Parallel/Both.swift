import Synchronization

/// The results of two functions that do not need each other.
///
/// - Parameters:
///   - jobs: The most threads; with one they are called here, the first one first.
///   - first: Works out the first result.
///   - second: Works out the second.
/// - Returns: Both results.
package func both<First: Sendable, Second: Sendable>(
  jobs: Int,
  _ first: @Sendable () -> First,
  _ second: @Sendable () -> Second
) -> (First, Second) {
  guard jobs > 1 else { return (first(), second()) }
  let results = Mutex<(first: First?, second: Second?)>((nil, nil))
  let next = Atomic<Int>(0)
  onThreads(2) {
    while true {
      switch next.wrappingAdd(1, ordering: .relaxed).oldValue {
      case 0:
        let own = first()
        results.withLock { $0.first = own }
      case 1:
        let own = second()
        results.withLock { $0.second = own }
      default: return
      }
    }
  }
  guard case (let one?, let other?) = results.withLock({ ($0.first, $0.second) }) else {
    preconditionFailure("both have been called")
  }
  return (one, other)
}
