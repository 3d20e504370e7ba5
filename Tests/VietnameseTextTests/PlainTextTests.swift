import Testing

@testable import VietnameseText

@Suite struct PlainTextTests {
  /// Letters that are taken without a look at their properties.
  @Test func `no letter of Vietnamese or Latin is a blank or invisible`() {
    for value in [0xC0...0x24F, 0x1E00...0x1EFF].joined() {
      let scalar = Unicode.Scalar(UInt32(value))
      #expect(scalar.map { plainText("\($0)") } == scalar.map { [$0] })
      #expect(scalar?.properties.isWhitespace == false)
      let category = scalar?.properties.generalCategory
      #expect(category != .control && category != .format)
    }
  }

  @Test(arguments: [
    ("  a \t b\u{A0}\u{A0}c ", "a b c"), ("", ""), ("   ", ""), ("a\u{200B}b", "ab"),
    ("１２，５", "12,5"), ("5 – 7", "5 - 7"), ("a\nb", "a b"), ("\u{301}a", "\u{301}a"),
  ])
  func `blanks become one, signs their plain form`(_ text: String, _ plain: String) {
    #expect(plainText(text) == Array(plain.unicodeScalars))
    #expect(Array(string(plainText(text)).utf8) == Array(plain.utf8))
  }
}
