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
    // Form C of these is longer than they are.
    "\u{958}", "\u{FB1D}", "\u{1D15E}",
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

  /// A text that grows has no room where it stands.
  @Test(.timeLimit(.minutes(1))) func textsThatGrowAreWhole() throws {
    let line = "\u{958}\u{958}\u{958} Xa\u{303};\u{FB1D}12\n"
    for before in ["", "Ta\u{302}n; Ho\u{300}a\n"] {
      let text = before + String(repeating: line, count: 200)
      let found = try decode(Array(text.utf8)).bytes
      #expect(found == Array(text.precomposedStringWithCanonicalMapping.utf8))
      #expect(found.count > text.utf8.count)
    }
  }

  /// Without a character of ASCII, where a text is composed in parts that begin with a letter.
  @Test(.timeLimit(.minutes(1))) func longWordsOfAnyScriptHaveTheFormOfTheWhole() throws {
    let letters =
      Self.pieces.filter { !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x80 } } + [
        "\u{9C7}", "\u{9BE}", "\u{9D7}", "\u{CC6}", "\u{CC2}", "\u{CD5}", "\u{1025}", "\u{102E}",
        "\u{1100}", "\u{1112}", "\u{1161}", "\u{11A8}", "각", "\u{16D67}", "\u{16D63}", "\u{11099}",
        "\u{110BA}", "か",
        "\u{3099}",
        "\u{387}", "\u{1F71}", "\u{323}", "ạ", "\u{302}",
      ]
    var numbers = SeededNumbers(seed: 78)
    for _ in 0..<400 {
      let text = (0..<80).map { _ in numbers.pick(letters, or: "") }.joined()
      let found = try decode(Array(text.utf8)).bytes
      #expect(found == Array(text.precomposedStringWithCanonicalMapping.utf8), "\(text)")
    }
  }

  /// Cells of nothing but marks, or letters that grow, took hours.
  @Test(.timeLimit(.minutes(1)), arguments: ["\u{958}", "\u{301}", "\u{1161}", "가\u{323}"])
  func longCellsAreQuick(_ sign: String) throws {
    let cell = String(repeating: sign, count: (3 << 20) / sign.utf8.count)
    let found = try decode(Array("Xã;\(cell);1\n".utf8)).bytes
    #expect(found.starts(with: Array("Xã;".utf8)) && found.suffix(3) == Array(";1\n".utf8)[...])
    #expect(found.count >= cell.utf8.count)
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
