/// Signs that letters were lost before a file was saved: nobody can tell which they were.
public struct LostLetters: Sendable, Equatable {
  /// How many words have lost letters.
  public var words: Int
  /// Line of the first, from 1.
  public var line: Int

  /// Looks for letters that a program could not write.
  ///
  /// Programs write `?` or U+FFFD for what the code page lacks (`Ph??ng`), and PDF readers leave
  /// letters out (`Đ NG`). One `?` among letters may be a slip, and three or more words with one are
  /// none.
  ///
  /// - Parameter utf8: A text in UTF-8.
  public init?(in utf8: [UInt8]) {
    let bytes = utf8.span
    var (line, words, first) = (1, 0, 0)
    var index = 0
    /// Whether the word that is being read has been counted.
    var isCounted = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
        line += 1
        isCounted = false
      } else if byte == UInt8(ascii: "?") || byte == 0xEF || Self.isLoneEnd(bytes, index) {
        if !isCounted, byte != 0xEF || Self.isReplacement(bytes, index),
          byte != UInt8(ascii: "?") || Self.isInWord(bytes, index)
        {
          if words == 0 { first = line }
          words += 1
          isCounted = true
        }
      } else if !Self.isLetter(byte) {
        isCounted = false
      }
      index += 1
    }
    guard words >= Self.least else { return nil }
    (self.words, self.line) = (words, first)
  }

  private static let least = 3

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  /// U+FFFD.
  private static func isReplacement(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD
  }

  /// A question mark that a letter follows, or other question marks do.
  private static func isInWord(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let before = index > 0 && isLetter(bytes[index - 1])
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return isLetter(next) || (before && next == UInt8(ascii: "?"))
  }

  /// `ng` alone, which ends a syllable and is none; `NH` alone is an abbreviation.
  private static func isLoneEnd(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard bytes[index] | 0x20 == UInt8(ascii: "n"), index > 0, index + 1 < bytes.count else {
      return false
    }
    let next = index + 2 < bytes.count ? bytes[index + 2] : 0x20
    return bytes[index + 1] | 0x20 == UInt8(ascii: "g") && bytes[index - 1] == 0x20
      && !isLetter(next) && next != UInt8(ascii: ".")
  }
}
