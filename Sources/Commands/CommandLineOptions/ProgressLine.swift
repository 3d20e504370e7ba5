import Dispatch
import Foundation
import Synchronization

/// One line on a terminal's standard error that shows how far long work is; nothing elsewhere.
///
/// It is made anew each second, so that one who waits sees that the work goes on.
package final class ProgressLine: Sendable {
  private struct State {
    var text: (@Sendable () -> String)?
    var width = 0
    var isTicking = false
  }

  private let isShown: Bool
  private let state = Mutex(State())
  /// Of its own, since the threads for work may all be taken.
  private let queue = DispatchQueue(label: "progress")

  package init() {
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// Replaces the line by a text that is made now and each second until there is another one.
  ///
  /// - Parameters:
  ///   - isForLongWork: Whether nothing is shown before a second has passed.
  ///   - text: Makes the text.
  package func show(isForLongWork: Bool = false, _ text: @escaping @Sendable () -> String) {
    guard isShown else { return }
    let isFirst = state.withLock { state in
      defer { state.isTicking = true }
      state.text = text
      if !isForLongWork { write(&state) }
      return !state.isTicking
    }
    if isFirst { tick() }
  }

  /// Removes the line.
  package func clear() {
    guard isShown else { return }
    state.withLock { state in
      state.text = nil
      if state.width > 0 { write("\r\(String(repeating: " ", count: state.width))\r") }
      state.width = 0
    }
  }

  private func tick() {
    // Nobody waits for a line that is gone.
    queue.asyncAfter(deadline: .now() + 1) { [weak self] in
      guard let self else { return }
      state.withLock { write(&$0) }
      tick()
    }
  }

  private func write(_ state: inout State) {
    guard let text = state.text?() else { return }
    let padding = String(repeating: " ", count: max(0, state.width - text.count))
    state.width = text.count
    write("\r\(text)\(padding)")
  }

  private func write(_ text: String) {
    // Progress that cannot be shown is no reason to stop.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
