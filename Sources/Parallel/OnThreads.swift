import Dispatch
import Synchronization

/// Calls a function here and on other threads that are free, and returns when all calls have.
///
/// The calls share out what is to be done among themselves. A thread that comes too late calls nothing,
/// so that nobody waits for one that has not begun: this can be called from within itself, where
/// `concurrentPerform` would keep to one thread.
///
/// - Parameters:
///   - count: The most threads, this one among them.
///   - work: What each of them calls once.
func onThreads(_ count: Int, _ work: @Sendable () -> Void) {
  guard count > 1 else { return work() }
  withoutActuallyEscaping(work) { work in
    let shared = SharedWork(work)
    for _ in 1..<count { DispatchQueue.global().async { shared.join() } }
    work()
    shared.close()
  }
}

/// A function that threads may call until it is closed.
private final class SharedWork: Sendable {
  private let work: Mutex<(@Sendable () -> Void)?>
  private let calls = DispatchGroup()

  init(_ work: @escaping @Sendable () -> Void) { self.work = Mutex(work) }

  func join() {
    if call() { calls.leave() }
  }

  /// Calls the function, if it is not too late; nothing holds it any more when this returns.
  @inline(never)
  private func call() -> Bool {
    let work = work.withLock { work in
      if work != nil { calls.enter() }
      return work
    }
    guard let work else { return false }
    work()
    return true
  }

  /// Lets nobody begin any more, and waits for those who have.
  func close() {
    work.withLock { $0 = nil }
    calls.wait()
  }
}
