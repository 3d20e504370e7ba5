/// Pieces of a text in UTF-8 that normalisation form C may change, found while it is checked.
///
/// A piece goes from one character of ASCII to the next: such a character is moved over by nothing
/// and composes with nothing before it.
struct ChangingPieces {
  /// In the order of the text, none within another; not more than there is room for.
  private(set) var ranges: [Range<Int>] = []
  /// Place from which further ones are to be looked for again; nil where there are none.
  private(set) var rest: Int?

  /// Texts of which most letters have their marks apart must not take many times their own memory.
  private static let bytesForEach = 64

  /// Looks through a text once; nil where the bytes are not UTF-8.
  init?(_ bytes: Span<UInt8>) {
    let most = 1 + bytes.count / Self.bytesForEach
    var index = 0
    while true {
      let start = index
      switch Self.next(bytes, from: &index) {
      case .piece(let piece):
        if ranges.count < most { ranges.append(piece) } else { rest = rest ?? start }
      case .end: return
      case .broken: return nil
      }
    }
  }

  /// What stands next in a text.
  enum Found {
    case piece(Range<Int>)
    case end
    /// The bytes are not UTF-8.
    case broken
  }

  /// Finds the next piece.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - index: Where to begin: the beginning of the text or the end of the piece before. Afterwards
  ///     the end of the piece.
  /// - Returns: The piece, or why there is none.
  static func next(_ bytes: Span<UInt8>, from index: inout Int) -> Found {
    while let first = firstBeyondASCII(bytes, from: index) {
      var end = first
      var mayChange = false
      while end < bytes.count, bytes[end] >= 0x80 {
        guard let character = character(bytes, end) else { return .broken }
        end += character.length
        if character.mayChange { mayChange = true }
      }
      let piece = (first > index ? first - 1 : first)..<end
      index = end
      if mayChange { return .piece(piece) }
    }
    return .end
  }

  /// Length of a character beyond ASCII, and whether form C may replace or move it; nil where it is
  /// none.
  ///
  /// Latin letters with marks (to U+02FF and U+1E00 to U+1EFF), and general punctuation but for two
  /// spaces (U+2002 to U+206F) and signs of currencies (U+20A0 to U+20BF), are safe: they have the
  /// property NFC_Quick_Check = Yes. All others, such as combining marks, are left to Foundation.
  @inline(__always)
  private static func character(
    _ bytes: Span<UInt8>,
    _ place: Int
  ) -> (length: Int, mayChange: Bool)? {
    let byte = bytes[place]
    guard place + 1 < bytes.count else { return nil }
    let second = bytes[place + 1]
    if byte < 0xE0 {
      return byte >= 0xC2 && isFurther(second) ? (2, byte >= 0xCC) : nil
    }
    guard place + 2 < bytes.count else { return nil }
    let third = bytes[place + 2]
    // Letters of Vietnamese, by far the most.
    if byte == 0xE1, second & 0xFC == 0xB8, isFurther(third) { return (3, false) }
    if byte < 0xF0 {
      guard seconds(after: byte).contains(second), isFurther(third) else { return nil }
      return (3, !isSafe(byte, second, third))
    }
    guard byte <= 0xF4, seconds(after: byte).contains(second), isFurther(third),
      place + 3 < bytes.count, isFurther(bytes[place + 3])
    else { return nil }
    return (4, true)
  }

  private static func isFurther(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// What may come second in a character of three or four bytes: The Unicode Standard, table 3-7.
  private static func seconds(after first: UInt8) -> ClosedRange<UInt8> {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }

  private static func isSafe(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80): third >= 0x82
    case (0xE2, 0x81): third < 0xB0
    case (0xE2, 0x82): third >= 0xA0
    default: false
    }
  }
}
