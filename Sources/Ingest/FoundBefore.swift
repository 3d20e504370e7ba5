import Synchronization

/// What was found for the headers looked up so far, for all threads; one that is not kept is looked
/// up again.
final class FoundBefore<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct State {
    var values: [Key: Value?] = [:]
    var cells = 0
  }

  private let state = Mutex(State())

  /// Files with headers of their own, or with thousands of columns, must not fill the memory.
  private static var mostCells: Int { 32_768 }

  /// What is found for a key, once for all times that it comes up.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - cells: How many cells it and what is found for it hold; those of a narrow header by default.
  ///   - search: Finds it.
  /// - Returns: What is found; nil where nothing is.
  func value(of key: Key, cells: Int = 16, _ search: () -> Value?) -> Value? {
    if let known = state.withLock({ $0.values[key] }) { return known }
    let found = search()
    state.withLock { state in
      guard state.values[key] == nil, state.cells + cells <= Self.mostCells else { return }
      state.values[key] = .some(found)
      state.cells += cells
    }
    return found
  }

  /// What is found for each of several keys that are looked up together; each, with what is found for
  /// it, is no more than one cell.
  func values(of keys: [Key], _ search: (Key) -> Value) -> [Value] {
    let known = state.withLock { state in keys.map { state.values[$0] } }
    let found = zip(keys, known).map { key, value in (value ?? nil) ?? search(key) }
    guard known.contains(where: { $0 == nil }) else { return found }
    state.withLock { state in
      for place in keys.indices where state.cells < Self.mostCells {
        if known[place] == nil, state.values.updateValue(found[place], forKey: keys[place]) == nil {
          state.cells += 1
        }
      }
    }
    return found
  }
}
