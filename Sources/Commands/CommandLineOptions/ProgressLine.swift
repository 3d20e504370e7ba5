import Foundation
import Synchronization

/// One line on a terminal's standard error that shows how far long work is; nothing elsewhere.
package final class ProgressLine: Sendable {
  private let isShown: Bool
  private let width = Mutex(0)

  package init() {
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// Replaces the line.
  package func show(_ text: String) {
    guard isShown else { return }
    width.withLock { width in
      let padding = String(repeating: " ", count: max(0, width - text.count))
      width = text.count
      write("\r\(text)\(padding)")
    }
  }

  /// Removes the line.
  package func clear() {
    guard isShown else { return }
    width.withLock { width in
      if width > 0 { write("\r\(String(repeating: " ", count: width))\r") }
      width = 0
    }
  }

  private func write(_ text: String) {
    // Progress that cannot be shown is no reason to stop.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
