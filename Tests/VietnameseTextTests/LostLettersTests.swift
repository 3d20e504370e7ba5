import SeededNumbers
import Testing
import VietnameseText

@Suite struct LostLettersTests {
  @Test(arguments: [
    ("X\u{E3}, th? tr?n;N?m\nXa Ph??ng;1\n", 3, 1),
    ("a;b\nXa Gi?ng;M? Th? H?i\nPh??ng;Th?nh\n", 4, 2),
    ("Xã Gi\u{FFFD}ng;M\u{FFFD} Th\u{FFFD}\n", 3, 1),
    ("B LAO Đ NG\r\nTH NG BINH\r\nX NG\r\n", 3, 1),
    ("?i?m;???c;?\n?nh h??ng\n", 4, 1),
  ])
  func `letters are lost`(_ text: String, _ words: Int, _ line: Int) {
    let lost = LostLetters(in: Array(text.utf8))
    #expect(lost?.words == words)
    #expect(lost?.line == line)
  }

  @Test(arguments: [
    "", "Có không?;Vì sao?\nAi?;Ở đâu?\n", "a?b;1\nc?d;2\n", "Xã Phương Thịnh;ngng;NH;Ng. A\n",
    "NH Sen;NH Mai;NH Cúc;NH Đào\n", "????;??;?\n",
  ])
  func `nothing is lost`(_ text: String) {
    #expect(LostLetters(in: Array(text.utf8)) == nil)
  }

  private static let pieces = [
    "?", "??", " ng", " NG", " ng.", " nG;", "n", "g", " ", "\n", "\r\n", "\r", ";", "a", "Đ",
    "\u{FFFD}", "\u{FF01}", "\u{FEFF}", "abc", " Ph", "ng", "1",
    "letters that all are there; 12345", "và thêm",
  ]

  /// Letters are looked for many bytes at a time, and found where a look at each finds them.
  @Test func `places do not matter`() {
    var numbers = SeededNumbers(seed: 21)
    var found = 0
    for length in 0..<3_000 {
      let text = (0..<(length % 40)).map { _ in numbers.pick(Self.pieces, or: "") }.joined()
      let bytes = Array(text.utf8)
      let lost = LostLetters(in: bytes)
      let expected = OneByOne(bytes)
      #expect(lost?.words == (expected.words < 3 ? nil : expected.words), "\(text)")
      if lost != nil {
        #expect(lost?.line == expected.line, "\(text)")
        found += 1
      }
    }
    #expect(found > 500)
  }
}

/// The words of a text with lost letters, and the line of the first, byte by byte.
private struct OneByOne {
  var words = 0
  var line = 0

  init(_ bytes: [UInt8]) {
    var (line, isCounted) = (1, false)
    for index in bytes.indices {
      let (before, byte) = (index > 0 ? bytes[index - 1] : 0, bytes[index])
      let (next, third) = (Self.byte(index + 1, of: bytes), Self.byte(index + 2, of: bytes))
      let isEnd =
        byte | 0x20 == 0x6E && before == 0x20 && (next ?? 0) | 0x20 == 0x67
        && !Self.isLetter(third ?? 0x20) && third != 0x2E
      if byte == 0x0A || (byte == 0x0D && next != 0x0A) {
        line += 1
        isCounted = false
      } else if byte == 0x3F || byte == 0xEF || isEnd {
        let isLost =
          switch byte {
          case 0x3F:
            next.map { Self.isLetter($0) || ($0 == 0x3F && Self.isLetter(before)) } ?? false
          case 0xEF: next == 0xBF && third == 0xBD
          default: true
          }
        guard isLost, !isCounted else { continue }
        if words == 0 { self.line = line }
        words += 1
        isCounted = true
      } else if !Self.isLetter(byte) {
        isCounted = false
      }
    }
  }

  private static func byte(_ index: Int, of bytes: [UInt8]) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }
}
