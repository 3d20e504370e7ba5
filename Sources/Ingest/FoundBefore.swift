import Synchronization

/// What was found for the headers looked up so far, for all threads; one that is not kept is looked
/// up again.
final class FoundBefore<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value?]>([:])

  /// Files with headers of their own must not fill the memory.
  private static var most: Int { 2_048 }

  /// What is found for a key, once for all times that it comes up.
  func value(of key: Key, _ search: () -> Value?) -> Value? {
    if let known = values.withLock({ $0[key] }) { return known }
    let found = search()
    values.withLock { if $0.count < Self.most { $0[key] = .some(found) } }
    return found
  }
}
