import Foundation
import SeededNumbers
import Testing
import VietnameseText

/// Text brought into form C piece by piece, beside Foundation's form of the whole.
@Suite struct CompositionTests {
  private static let pieces = [
    "a", "ă\u{301}", "a\u{306}\u{301}", "ắ", "o\u{31B}\u{323}", "\n", "\r", "\r\n", "\u{301}",
    "\u{323}\u{302}",
    "e\u{323}\u{302}", "Å", "\u{212B}", "\u{2000}", "đ", "₫", "…", " ", ",", "\u{1100}\u{1161}",
    "가", "\u{344}", "<", "=", "\u{338}", "\u{301}\u{301}\u{301}\u{301}", "Ⅳ", "豈",
  ]

  @Test(.timeLimit(.minutes(1))) func piecesGiveTheFormOfTheWhole() throws {
    var numbers = SeededNumbers(seed: 77)
    for length in 0..<400 {
      var text = ""
      for _ in 0..<(length % 40) {
        text += numbers.pick(Self.pieces, or: "")
      }
      let found = try decode(Array(text.utf8), declared: nil).bytes
      #expect(found == Array(text.precomposedStringWithCanonicalMapping.utf8))
    }
  }

  /// Foundation takes the square of a text's length; a file of some megabytes took minutes.
  @Test(.timeLimit(.minutes(1))) func longTextsAreQuick() throws {
    let line = "Xa\u{303} Ta\u{302}n Ho\u{300}a;12;kho\u{302}ng\n"
    let text = Array(String(repeating: line, count: 100_000).utf8)
    let found = try decode(text).bytes
    let expected = Array(line.precomposedStringWithCanonicalMapping.utf8)
    #expect(found.count == expected.count * 100_000)
    #expect(Array(found.suffix(expected.count)) == expected)
  }
}
