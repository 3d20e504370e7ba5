/// Eight bytes of a text, looked at together.
struct EightBytes {
  /// The first byte is the lowest.
  private let bits: UInt64

  /// Takes eight bytes from a place on; all of them must be there.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at place: Int) {
    bits = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    )
  }

  private init(bits: UInt64) { self.bits = bits }

  /// The same with capitals of ASCII as small letters; other signs may become others.
  @inline(__always)
  var lowercased: EightBytes { EightBytes(bits: bits | 0x2020_2020_2020_2020) }

  /// The highest bit of each byte beyond ASCII.
  @inline(__always)
  var beyondASCII: UInt64 { bits & 0x8080_8080_8080_8080 }

  /// The highest bit of each byte that is the given one.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let differing = bits ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    // No sum of seven bits carries into the next byte.
    return ~(((differing & low) &+ low) | differing | low)
  }

  /// The first byte of which the highest bit is set.
  @inline(__always)
  static func first(_ places: UInt64) -> Int { places.trailingZeroBitCount >> 3 }
}

/// The first byte beyond ASCII from a place on; nil where there is none.
func firstBeyondASCII(_ bytes: Span<UInt8>, from start: Int) -> Int? {
  var index = start
  while index + 8 <= bytes.count {
    let found = EightBytes(bytes, at: index).beyondASCII
    if found != 0 { return index + EightBytes.first(found) }
    index += 8
  }
  while index < bytes.count {
    if bytes[index] >= 0x80 { return index }
    index += 1
  }
  return nil
}
