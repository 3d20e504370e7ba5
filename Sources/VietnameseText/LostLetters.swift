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
    var marks = Marks()
    var index = 0
    // A blank before a sign and a letter after it belong to it, so that both ends are looked at one
    // by one.
    if bytes.count > 0, Self.isMark(bytes, 0) { marks.add(0, of: bytes) }
    index = 1
    while index + 9 <= bytes.count {
      // Most stretches have none.
      if index + 17 <= bytes.count, !Self.mayHaveMarks(bytes, index) {
        index += 16
        continue
      }
      let own = EightBytes(bytes, at: index)
      let ends =
        own.lowercased.places(of: UInt8(ascii: "n"))
        & EightBytes(bytes, at: index - 1).places(of: 0x20)
        & EightBytes(bytes, at: index + 1).lowercased.places(of: UInt8(ascii: "g"))
      var found = own.places(of: UInt8(ascii: "?")) | own.places(of: 0xEF) | ends
      while found != 0 {
        let place = index + EightBytes.first(found)
        if Self.isMark(bytes, place) { marks.add(place, of: bytes) }
        found &= found - 1
      }
      index += 8
    }
    while index < bytes.count {
      if Self.isMark(bytes, index) { marks.add(index, of: bytes) }
      index += 1
    }
    guard marks.words >= Self.least, let first = marks.first else { return nil }
    (words, line) = (marks.words, Self.line(of: first, in: bytes))
  }

  /// Words with signs of lost letters, each counted once.
  private struct Marks {
    var words = 0
    /// Place of the first sign that counted.
    var first: Int?
    /// Place up to which the word that was counted last goes on.
    private var counted: Int?

    /// Adds what may be such a sign, the next in the text.
    mutating func add(_ place: Int, of bytes: Span<UInt8>) {
      if goesOn(to: place, of: bytes) {
        counted = place
        return
      }
      counted = nil
      guard bytes[place] != 0xEF || LostLetters.isReplacement(bytes, place),
        bytes[place] != UInt8(ascii: "?") || LostLetters.isInWord(bytes, place)
      else { return }
      words += 1
      first = first ?? place
      counted = place
    }

    /// Whether the word that was counted last goes on to a place.
    private func goesOn(to place: Int, of bytes: Span<UInt8>) -> Bool {
      guard let counted else { return false }
      for index in counted..<place
      where bytes[index] != UInt8(ascii: "?") && !LostLetters.isLetter(bytes[index]) {
        return false
      }
      return true
    }
  }

  private typealias Sixteen = SIMD16<UInt8>

  /// Whether any of sixteen bytes from a place on may tell of lost letters; those before and behind them
  /// must be there.
  @inline(__always)
  private static func mayHaveMarks(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let all = unsafe bytes.bytes
    let before = unsafe all.unsafeLoadUnaligned(fromByteOffset: index - 1, as: Sixteen.self)
    let own = unsafe all.unsafeLoadUnaligned(fromByteOffset: index, as: Sixteen.self)
    let behind = unsafe all.unsafeLoadUnaligned(fromByteOffset: index + 1, as: Sixteen.self)
    let ends =
      (before .== Sixteen(repeating: 0x20))
      .& ((own .== Sixteen(repeating: UInt8(ascii: "n")))
        .| (own .== Sixteen(repeating: UInt8(ascii: "N"))))
      .& ((behind .== Sixteen(repeating: UInt8(ascii: "g")))
        .| (behind .== Sixteen(repeating: UInt8(ascii: "G"))))
    let marks =
      (own .== Sixteen(repeating: UInt8(ascii: "?"))) .| (own .== Sixteen(repeating: 0xEF)) .| ends
    let halves = unsafe unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    return halves.x | halves.y != 0
  }

  /// Whether a byte may tell of lost letters.
  private static func isMark(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "?") || bytes[index] == 0xEF || isLoneEnd(bytes, index)
  }

  /// The line of a place; lines end in LF, CR, or both.
  private static func line(of place: Int, in bytes: Span<UInt8>) -> Int {
    var line = 1
    for index in 0..<place {
      let isEnd =
        bytes[index] == 0x0A
        || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
      if isEnd { line += 1 }
    }
    return line
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
