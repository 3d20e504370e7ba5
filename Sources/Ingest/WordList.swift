import VietnameseText

/// Words of the plan that mark a row, matched with their accents, or without where the cell has
/// none: `Cộng` is not `Công`.
struct WordList: Sendable {
  /// A word as it was folded.
  private struct Word {
    let key: NameKey
    let syllables: Int

    init(_ key: NameKey) {
      self.key = key
      syllables = key.folded.split(separator: " ").count
    }

    /// Whether a key goes on after the word.
    func begins(_ other: NameKey) -> Bool {
      let (own, whole) = (key.folded.utf8.span, other.folded.utf8.span)
      guard whole.count > own.count, whole[own.count] == 0x20 else { return false }
      for index in own.indices where own[index] != whole[index] { return false }
      return true
    }
  }

  private let accented: [Word]
  private let plain: [Word]
  /// First letters of the words, without accents.
  private let initials: Set<String>
  /// By byte of ASCII whether a text that begins with it may begin with one of the words.
  private let mayBegin: [Bool]

  /// Whether a digit stands in one of the words.
  var hasDigits: Bool {
    plain.contains { $0.key.folded.utf8.contains { (0x30...0x39).contains($0) } }
  }

  init(_ words: [String]) {
    let words = words.filter { !NameKey($0).isEmpty }
    accented = words.map { Word(NameKey.accented($0)) }
    plain = words.map { Word(NameKey($0)) }
    let initials = Set(plain.compactMap { $0.key.folded.unicodeScalars.first.map { String($0) } })
    self.initials = initials
    mayBegin = (UInt8(0)..<0x80).map { byte in
      let sign = String(Unicode.Scalar(byte))
      return !sign.unicodeScalars.contains { $0.properties.isAlphabetic || $0.value < 0x3A }
        || byte < 0x30 || initials.contains(NameKey(sign).folded)
    }
  }

  /// Whether the text is one of the words or goes on after one of at least so many syllables.
  func begins(_ text: String, syllables: Int) -> Bool {
    matches(text) { key, word in
      word.syllables >= syllables && word.begins(key) || key == word.key
    }
  }

  /// What follows one of the words, folded; nil where the text begins with none or ends with it.
  func rest(of text: String) -> String? {
    var rest: String?
    _ = matches(text) { key, word in
      guard word.begins(key) else { return false }
      let length = word.key.folded.utf8.count + 1
      rest = NameKey(String(Substring(key.folded.utf8.dropFirst(length)))).folded
      return true
    }
    return rest
  }

  /// Whether the text is one of the words of so many syllables, and nothing else.
  func isWord(_ text: String, syllables: ClosedRange<Int>) -> Bool {
    matches(text) { key, word in key == word.key && syllables.contains(word.syllables) }
  }

  private func matches(_ text: String, _ isMatch: (NameKey, Word) -> Bool) -> Bool {
    if let first = text.utf8.first, first < 0x80, !mayBegin[Int(first)] { return false }
    let text = text.headOfCell
    // Most cells begin otherwise; one letter is folded sooner than the whole.
    if let first = text.unicodeScalars.first, first.properties.isAlphabetic || first.value < 0x3A,
      first.value >= 0x30, !initials.contains(NameKey(String(first)).folded)
    {
      return false
    }
    let key = NameKey.accented(text)
    if accented.contains(where: { isMatch(key, $0) }) { return true }
    return key == NameKey(text) && plain.contains { isMatch(key, $0) }
  }
}

extension String {
  /// The beginning of a cell: all that is looked at for headers and words, which are shorter.
  var headOfCell: String {
    utf8.count <= 256 ? self : String(unicodeScalars.prefix(256))
  }
}
