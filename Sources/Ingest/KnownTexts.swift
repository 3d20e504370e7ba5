import Synchronization
import Tables

/// What was found of texts, for all files and threads: small files have the same texts in them again
/// and again.
final class KnownTexts<Found: Sendable>: Sendable {
  private let known = Mutex(FoundTexts<Found>())

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
    if let before = known.withLock({ $0.value(of: text.utf8.span) }) { return before }
    let found = look(text)
    known.withLock { $0.keep(found, of: text) }
    return found
  }
}

/// What was found of texts, as many as there is room for.
struct FoundTexts<Found: Sendable>: Sendable {
  private var texts = TextCoder()
  /// By the code of the text.
  private var found: [Found] = []

  /// Files with texts of their own must not fill the memory.
  private static var most: Int { 32_768 }

  /// What was found of a text; nil where it is not known.
  func value(of text: Span<UInt8>) -> Found? { texts.known(text).map { found[Int($0)] } }

  /// Keeps what was found of a text, unless that is known or there is no room.
  mutating func keep(_ value: Found, of text: String) {
    guard found.count < Self.most, Int(texts.code(of: text.utf8.span)) == found.count else {
      return
    }
    found.append(value)
  }
}
