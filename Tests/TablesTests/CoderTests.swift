import SeededNumbers
import Tables
import Testing

/// Codes of texts and of pairs, beside those that dictionaries give.
@Suite struct CoderTests {
  @Test func equalTextsHaveOneCode() {
    var numbers = SeededNumbers(seed: 9)
    var coder = TextCoder()
    var codes: [[UInt8]: Int32] = [:]
    for _ in 0..<20_000 {
      // Texts that differ in one byte, in their length, or in a nought at the end.
      let text = (0..<Int.random(in: 0...20, using: &numbers)).map { place in
        place % 5 == 0 ? numbers.pick([0, 65, 66, 255] as [UInt8], or: 0) : 65
      }
      let known = codes[text]
      #expect(coder.known(text.span) == known)
      let code = coder.code(of: text.span)
      #expect(code == known ?? Int32(codes.count))
      codes[text] = code
      #expect(coder.texts.withBytes(Int(code)) { Array(copying: $0) } == text)
    }
    #expect(codes.count > 1_000)
  }

  @Test func equalPairsHaveOneCode() {
    var numbers = SeededNumbers(seed: 10)
    var coder = PairCoder()
    var codes: [[Int32]: Int32] = [:]
    for _ in 0..<20_000 {
      let pair = [
        Int32.random(in: 0...99, using: &numbers), Int32.random(in: -20...20, using: &numbers),
      ]
      let code = coder.code(of: pair[0], pair[1])
      #expect(code == codes[pair] ?? Int32(codes.count))
      codes[pair] = code
    }
    #expect(coder.count == codes.count)
  }
}

extension [UInt8] {
  fileprivate init(copying bytes: Span<UInt8>) {
    self = bytes.indices.map { bytes[$0] }
  }
}
