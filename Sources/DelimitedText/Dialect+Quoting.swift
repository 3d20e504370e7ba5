extension Dialect {
  /// Whether a field needs quotes, or one of several that follow one another.
  package func mustQuote(_ field: Span<UInt8>) -> Bool {
    let bytes = unsafe field.bytes
    let count = bytes.byteCount
    let special = SpecialBytes(self)
    guard count >= 8 else {
      guard count > 0 else { return false }
      guard count >= 4 else {
        // Of three bytes at most these are all; those that are too many repeat the first.
        let first = UInt64(field[0]) &* SpecialBytes.ones
        let (middle, last) = (UInt64(field[count / 2]), UInt64(field[count - 1]))
        return special.stand(in: first << 16 | middle << 8 | last)
      }
      let first = unsafe bytes.unsafeLoadUnaligned(as: UInt32.self)
      let last = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return special.stand(in: UInt64(last) << 32 | UInt64(first))
    }
    var place = 0
    while place + 8 < count {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      if special.stand(in: word) { return true }
      place += 8
    }
    // The last eight may hold some of those before once more.
    return special.stand(
      in: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    )
  }
}

/// The bytes for which a field needs quotes, each eight times in a word.
private struct SpecialBytes {
  private let delimiters: UInt64
  private let quotes: UInt64

  static let ones: UInt64 = 0x0101_0101_0101_0101

  init(_ dialect: Dialect) {
    delimiters = UInt64(dialect.delimiter) &* Self.ones
    quotes = UInt64(dialect.quote) &* Self.ones
  }

  /// Whether one of them is a byte of a word.
  @inline(__always)
  func stand(in word: UInt64) -> Bool {
    let lineFeeds = UInt64(Byte.lineFeed) &* Self.ones
    let carriageReturns = UInt64(Byte.carriageReturn) &* Self.ones
    return Self.noughts(word ^ delimiters) | Self.noughts(word ^ quotes)
      | Self.noughts(word ^ lineFeeds) | Self.noughts(word ^ carriageReturns) != 0
  }

  /// Not nought if a byte of a word is.
  ///
  /// https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord (public domain).
  @inline(__always)
  private static func noughts(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & 0x8080_8080_8080_8080
  }
}
