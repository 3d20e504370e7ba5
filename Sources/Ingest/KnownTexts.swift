import Synchronization
import Tables

/// What was found of texts, for all files and threads: small files have the same texts in them again
/// and again.
final class KnownTexts<Found: Sendable>: Sendable {
  private struct Known {
    var texts = TextCoder()
    /// By the code of the text.
    var found: [Found] = []
  }

  private let known = Mutex(Known())

  /// Files with texts of their own must not fill the memory.
  private static var mostTexts: Int { 32_768 }

  /// Longer texts seldom come up twice.
  private static var longestText: Int { 64 }

  /// What is found of a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - look: Looks at it, where it is not known.
  /// - Returns: What was found of it.
  func value(of text: String, _ look: (String) -> Found) -> Found {
    guard text.utf8.count <= Self.longestText else { return look(text) }
    let before = known.withLock { known in
      known.texts.known(text.utf8.span).map { known.found[Int($0)] }
    }
    if let before { return before }
    let found = look(text)
    known.withLock { known in
      guard known.found.count < Self.mostTexts,
        Int(known.texts.code(of: text.utf8.span)) == known.found.count
      else { return }
      known.found.append(found)
    }
    return found
  }
}
