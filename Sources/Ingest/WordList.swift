import VietnameseText

/// Words of the plan that mark a row, matched with their accents, or without where the cell has
/// none: `Cộng` is not `Công`.
struct WordList: Sendable {
  private let accented: [NameKey]
  private let plain: [NameKey]

  init(_ words: [String]) {
    let words = words.filter { !NameKey($0).isEmpty }
    accented = words.map { NameKey.accented($0) }
    plain = words.map { NameKey($0) }
  }

  /// Whether the text is one of the words.
  func contains(_ text: String) -> Bool { matches(text) { key, word in key == word } }

  /// Whether the text is one of the words or goes on after one of at least so many syllables.
  func begins(_ text: String, syllables: Int) -> Bool {
    matches(text) { key, word in
      key == word
        || (word.folded.split(separator: " ").count >= syllables
          && key.folded.hasPrefix(word.folded + " "))
    }
  }

  private func matches(_ text: String, _ isMatch: (NameKey, NameKey) -> Bool) -> Bool {
    let key = NameKey.accented(text)
    if accented.contains(where: { isMatch(key, $0) }) { return true }
    return key == NameKey(text) && plain.contains { isMatch(key, $0) }
  }
}
