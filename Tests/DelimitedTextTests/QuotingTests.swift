import DelimitedText
import SeededNumbers
import Testing

/// What needs quotes, eight bytes at a time, beside the same byte by byte.
@Suite struct QuotingTests {
  @Test func fieldsWithSpecialBytesNeedQuotes() {
    var numbers = SeededNumbers(seed: 47)
    let dialects = [Dialect.comma, Dialect(delimiter: 0x3B), Dialect(delimiter: 0x09)]
    for _ in 0..<5_000 {
      let dialect = numbers.pick(dialects, or: .comma)
      let special: [UInt8] = [dialect.delimiter, dialect.quote, 0x0A, 0x0D]
      // Neighbours of the special bytes, whose differences from them are small, and no sign of text.
      let plain: [UInt8] = [0x00, 0x01, 0x08, 0x0B, 0x0C, 0x0E, 0x21, 0x23, 0x2D, 0x80, 0x8A, 0xFF]
      var field = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
        numbers.pick(plain, or: 0)
      }
      if numbers.chance(50), let place = field.indices.randomElement(using: &numbers) {
        field[place] = numbers.pick(special, or: 0x0A)
      }
      #expect(dialect.mustQuote(field.span) == field.contains { special.contains($0) })
    }
  }
}
