import SeededNumbers
import Testing

@testable import VietnameseText

/// Whether bytes are UTF-8, beside the standard library's word for it.
@Suite struct ChangingPiecesTests {
  private static let characters = [
    "a", ",", "ã", "ế", "đ", "\u{301}", "₫", "…", "가", "😀", "\u{7FF}", "\u{800}", "\u{FFFF}",
    "\u{10000}", "\u{10FFFF}", "\u{D7FF}", "\u{E000}", "\u{1E9F}",
  ]

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  @Test(.timeLimit(.minutes(1))) func brokenTextsAreToldAsTheStandardLibraryTellsThem() {
    var numbers = SeededNumbers(seed: 31)
    var (whole, broken) = (0, 0)
    for round in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<(round % 12) {
        bytes += Array(numbers.pick(Self.characters, or: "").utf8)
      }
      // Every other text has a byte changed, left out or put in.
      if round % 2 == 1, !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &numbers)
        let byte = UInt8.random(in: 0...255, using: &numbers)
        switch round % 3 {
        case 0: bytes[place] = byte
        case 1: bytes.remove(at: place)
        default: bytes.insert(byte, at: place)
        }
      }
      let isUTF8 = Self.isUTF8(bytes)
      let isWhole = ChangingPieces(bytes.span) != nil
      #expect(isWhole == isUTF8, "\(bytes)")
      if isUTF8 { whole += 1 } else { broken += 1 }
    }
    #expect(whole > 8_000 && broken > 4_000)
  }

  /// All texts of two bytes, and all characters of three and four by their first three bytes.
  @Test(.timeLimit(.minutes(1))) func shortTextsAreToldAsTheStandardLibraryTellsThem() {
    var wrong: [[UInt8]] = []
    func look(_ bytes: [UInt8]) {
      if (ChangingPieces(bytes.span) != nil) != Self.isUTF8(bytes) { wrong.append(bytes) }
    }
    for first in UInt8(0x80)...0xFF {
      look([first])
      for second in UInt8.min...UInt8.max {
        look([first, second])
        for third in [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF] as [UInt8] {
          look([first, second, third])
          look([first, second, third, 0xBF])
          look([first, second, third, 0xC0])
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func piecesGoFromOneCharacterOfASCIIToTheNext() {
    let text = "xa\u{303}y ế tô\u{323}, i\u{301}"
    #expect(Self.pieces(text) == ["a\u{303}", "tô\u{323}", "i\u{301}"])
    #expect(Self.pieces("Xã Tân Hòa…") == [])
  }

  /// What is not kept of a text with many pieces is found again.
  @Test func piecesBeyondThoseKeptAreFoundAgain() throws {
    let text = Array(String(repeating: "a\u{301}b ế ", count: 1_000).utf8)
    let pieces = try #require(Self.survey(text))
    #expect(pieces.ranges.count == 1 + text.count / 64)
    #expect(Self.pieces(String(decoding: text, as: UTF8.self))?.count == 1_000)
  }

  private static func survey(_ bytes: [UInt8]) -> ChangingPieces? { ChangingPieces(bytes.span) }

  private static func pieces(_ text: String) -> [String]? {
    let bytes = Array(text.utf8)
    guard let pieces = survey(bytes) else { return nil }
    var ranges = pieces.ranges
    if var index = pieces.rest {
      while case .piece(let piece) = ChangingPieces.next(bytes.span, from: &index) {
        ranges.append(piece)
      }
    }
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}
