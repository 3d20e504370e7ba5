/// Finds the bytes that give a file its structure, 64 at a time.
struct StructureBytes {
  /// Bytes looked at together.
  static let width = 64

  private typealias Vector = SIMD16<UInt8>

  private let delimiters: Vector
  private let quotes: Vector
  private let lineFeeds = Vector(repeating: Byte.lineFeed)
  private let carriageReturns = Vector(repeating: Byte.carriageReturn)

  init(_ dialect: Dialect) {
    delimiters = Vector(repeating: dialect.delimiter)
    quotes = Vector(repeating: dialect.quote)
  }

  /// A bit for each of 64 bytes, the first byte's lowest: set for delimiters, quotes, CR and LF.
  @inline(__always)
  func bits(_ bytes: UnsafeRawPointer) -> UInt64 {
    unsafe bits16(bytes) | bits16(bytes + 16) << 16 | bits16(bytes + 32) << 32
      | bits16(bytes + 48) << 48
  }

  @inline(__always)
  private func bits16(_ bytes: UnsafeRawPointer) -> UInt64 {
    let vector = unsafe bytes.loadUnaligned(as: Vector.self)
    let hits =
      (vector .== delimiters) .| (vector .== quotes) .| (vector .== lineFeeds)
      .| (vector .== carriageReturns)
    // All bits of a byte are set, or none; Swift has no name for the instruction that takes one of
    // each, so a product gathers them.
    let halves = unsafe unsafeBitCast(hits, to: SIMD2<UInt64>.self)
    return gathered(halves.x) | gathered(halves.y) << 8
  }

  @inline(__always)
  private func gathered(_ half: UInt64) -> UInt64 {
    ((half.littleEndian & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
  }
}
