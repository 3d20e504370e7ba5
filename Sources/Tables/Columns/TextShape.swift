/// A text of eight to sixteen bytes in which all digits are noughts: two texts have one shape if they
/// differ in their digits alone.
package struct TextShape: Equatable, Sendable {
  private let count: Int
  private let first: UInt64
  /// The last eight bytes, some of which may be among the first.
  private let last: UInt64

  /// The shape of a text; nil for one of another length.
  package init?(_ text: Span<UInt8>) {
    guard (8...16).contains(text.count) else { return nil }
    count = text.count
    let bytes = unsafe text.bytes
    first = unsafe Self.shape(bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
    last = unsafe Self.shape(
      bytes.unsafeLoadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
    )
  }

  /// Eight bytes with noughts in place of digits.
  private static func shape(_ bytes: UInt64) -> UInt64 {
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
    // The highest bit of each byte from `0` on, and of each beyond `9`; no sum leaves its byte.
    let fromNought = low &+ 0x5050_5050_5050_5050
    let beyondNine = low &+ 0x4646_4646_4646_4646
    let digits = fromNought & ~beyondNine & ~bytes & 0x8080_8080_8080_8080
    let places = (digits >> 7) &* 0xFF
    return bytes & ~places | 0x3030_3030_3030_3030 & places
  }
}
