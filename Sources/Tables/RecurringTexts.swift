import DelimitedText

/// Texts of numbers that recur, made once each as long as there is room for them.
///
/// Tables of a country have the same proportions of small counts, and the same limits of them, over
/// and over; their digits take longer than all the rest of a cell.
struct RecurringTexts {
  private struct Text {
    var number: UInt64 = 0
    var count: UInt8 = 0
    /// A number's shortest digits are 24 bytes at most: `-1.2345678901234567e-308`.
    var bytes: InlineArray<31, UInt8> = .init(repeating: 0)
  }

  private let decimalMark: UInt8
  private var known: [Text] = []
  private var missed = 0

  private static let fewest = 64
  private static let most = 8192

  init(decimalMark: UInt8) { self.decimalMark = decimalMark }

  /// Writes the shortest digits of a number as the next field, whole ones without point.
  mutating func put(_ number: Double, into writer: inout DelimitedWriter) {
    let bits = number.bitPattern
    if !known.isEmpty {
      let place = place(of: bits)
      if known[place].number == bits, known[place].count > 0 {
        return writer.append(
          digits: known.span[place].bytes.span.extracting(first: Int(known[place].count)),
          decimalMark: decimalMark
        )
      }
    }
    let text = text(of: number.description, bits)
    writer.append(
      digits: text.bytes.span.extracting(first: Int(text.count)),
      decimalMark: decimalMark
    )
    keep(text)
  }

  private mutating func keep(_ text: Text) {
    missed += 1
    if missed > known.count, known.count < Self.most {
      // A small table needs little room; numbers that still recur are soon known again.
      known = Array(repeating: Text(), count: min(max(Self.fewest, known.count * 4), Self.most))
      missed = 0
    }
    known[place(of: text.number)] = text
  }

  private func text(of description: String, _ bits: UInt64) -> Text {
    let digits = description.utf8.span
    let point = UInt8(ascii: ".")
    // Large whole numbers end so.
    let isWhole =
      digits.count > 2 && digits[digits.count - 1] == UInt8(ascii: "0")
      && digits[digits.count - 2] == point
    var text = Text(number: bits)
    for place in 0..<min(isWhole ? digits.count - 2 : digits.count, text.bytes.count) {
      text.bytes[place] = digits[place] == point ? decimalMark : digits[place]
      text.count += 1
    }
    return text
  }

  private func place(of bits: UInt64) -> Int {
    // Fibonacci hashing: the highest bits of the product depend on all bits. The count is a power of 2.
    let product = bits &* 0x9E37_79B9_7F4A_7C15
    return Int(product >> UInt64(known.count.leadingZeroBitCount + 1))
  }
}
