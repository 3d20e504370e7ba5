import VietnameseText

/// How numbers are written in a file, as far as the caller says.
struct NumberStyle: Sendable {
  /// The decimal mark of all columns; nil where each column shows its own.
  var decimal: DecimalMark?
  /// What stands between thousands; nil where nothing may.
  var thousands: UInt8?
  /// Further words, in small letters, that stand for a missing value.
  var missingWords: [[UInt8]] = []

  /// Words that stand for a missing value in the files that programs write, in small letters.
  ///
  /// A dash is none of them: it says "no such case" in one yearbook and "no figure" in the next.
  static let usualMissingWords = ["na", "n/a", "nan", "null", "."].map { Array($0.utf8) }

  func isMissing(_ bytes: Span<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    // Nearly all cells are figures.
    if Self.isDigit(bytes[0]) { return false }
    return Self.usualMissingWords.contains { Self.matches($0, bytes) }
      || missingWords.contains { Self.matches($0, bytes) }
  }

  private static func matches(_ word: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    guard word.count == bytes.count else { return false }
    for index in word.indices {
      var byte = bytes[index]
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      if byte != word[index] { return false }
    }
    return true
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
