import Testing
import VietnameseText

@Suite struct TrimmedBlanksTests {
  private static let signs: [Unicode.Scalar] = [
    "a", "1", "(", "~", " ", "\t", "\n", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "Â", "à", "đ", "ơ",
    "\u{2FF}", "\u{301}", "\u{600}", "\u{1680}", "\u{180E}", "ế", "ỹ", "\u{2003}", "\u{200B}",
    "\u{202F}", "\u{2028}", "\u{3000}", "\u{FEFF}", "가", "\u{1D173}", "😀",
  ]

  /// What is in sight at both ends is told by bytes; the blanks of Unicode are blanks all the same.
  @Test func `blanks are cut at both ends`() {
    for first in Self.signs {
      for last in Self.signs {
        for middle in ["", "b", " "] {
          let text = String(first) + middle + String(last)
          let isIdle: (Unicode.Scalar) -> Bool = {
            $0.properties.isWhitespace || $0.properties.generalCategory == .format
          }
          let kept = text.unicodeScalars.drop(while: isIdle).reversed().drop(while: isIdle)
          let expected = String(String.UnicodeScalarView(kept.reversed()))
          let found = text.trimmedBlanks
          #expect(Array(found.utf8) == Array(expected.utf8), "\(text.debugDescription)")
        }
      }
    }
    #expect("".trimmedBlanks.isEmpty)
  }
}
