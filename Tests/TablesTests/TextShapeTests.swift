import SeededNumbers
import Testing

@testable import Tables

/// Shapes of texts, beside texts with each digit replaced one by one.
@Suite struct TextShapeTests {
  @Test func shapesAreThoseOfTextsWithNoughtsForDigits() {
    var numbers = SeededNumbers(seed: 45)
    var alike = 0
    for _ in 0..<20_000 {
      let count = numbers.pick(Array(8...16), or: 8)
      let one = (0..<count).map { _ in numbers.pick(Self.bytes, or: 0) }
      // Most bytes stay, or a digit takes the place of another one.
      let two = one.map { byte in
        let other = numbers.pick(Self.bytes, or: 0)
        let isDigit = (0x30...0x39).contains(byte)
        return isDigit && (0x30...0x39).contains(other) || numbers.pick([0, 0, 0, 0, 1], or: 0) > 0
          ? other : byte
      }
      let isAlike = Self.plain(one) == Self.plain(two)
      let (shape, other) = (TextShape(one.span), TextShape(two.span))
      #expect((shape == other) == isAlike, "\(one) \(two)")
      #expect(shape != nil)
      if isAlike { alike += 1 }
    }
    #expect(alike > 1_000 && alike < 19_000)
  }

  @Test func onlyTextsOfEightToSixteenBytesHaveOne() {
    for count in 0..<40 {
      let text = Array(repeating: UInt8(0x31), count: count)
      let hasShape = TextShape(text.span) != nil
      #expect(hasShape == (8...16).contains(count))
      let longer = text + [0x31]
      let isAlike = TextShape(text.span) == TextShape(longer.span)
      #expect(isAlike == !(7...16).contains(count))
    }
  }

  /// Digits, what stands beside them, and both with the highest bit.
  private static let bytes: [UInt8] = [
    0x00, 0x2F, 0x30, 0x31, 0x35, 0x38, 0x39, 0x3A, 0x41, 0x7F, 0x80, 0xAF, 0xB0, 0xB9, 0xBA, 0xFF,
  ]

  private static func plain(_ text: [UInt8]) -> [UInt8] {
    text.map { (0x30...0x39).contains($0) ? 0x30 : $0 }
  }
}
