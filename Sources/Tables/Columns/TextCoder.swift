/// Gives equal texts one code: the position of the first of them in an arena.
///
/// An open table over a hash of the bytes; hashes differ from run to run, so that no file can be
/// made to collide, and no code depends on them.
package struct TextCoder: Sendable {
  package private(set) var texts = TextArena()
  /// Upper half: the hash's; lower half: the code and one, so that nought is an empty place.
  private var table: [UInt64]
  private var mask: Int

  package init() {
    table = Array(repeating: 0, count: 64)
    mask = 63
  }

  /// The code of a text, which is kept if it is new.
  package mutating func code(of text: Span<UInt8>) -> Int32 {
    let hash = ByteHash.of(text)
    let (known, place) = find(text, hash)
    if let known { return known }
    let code = texts.count
    texts.append(text)
    table[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
    if texts.count * 2 > table.count { grow() }
    return Int32(clamping: code)
  }

  /// The code of a text; nil where it was not kept.
  package func known(_ text: Span<UInt8>) -> Int32? { find(text, ByteHash.of(text)).code }

  /// The code of a text, or else the empty place where it belongs.
  @inline(__always)
  private func find(_ text: Span<UInt8>, _ hash: UInt64) -> (code: Int32?, place: Int) {
    let head = hash & 0xFFFF_FFFF_0000_0000
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = table[place]
      if entry == 0 { return (nil, place) }
      if entry & 0xFFFF_FFFF_0000_0000 == head {
        let code = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) - 1
        if texts.withBytes(code, { ByteHash.areEqual($0, text) }) { return (Int32(code), place) }
      }
      place = (place + 1) & mask
    }
  }

  private mutating func grow() {
    let size = table.count * 2
    table = Array(repeating: 0, count: size)
    mask = size - 1
    for code in 0..<texts.count {
      let hash = texts.withBytes(code) { ByteHash.of($0) }
      var place = Int(truncatingIfNeeded: hash) & mask
      while table[place] != 0 { place = (place + 1) & mask }
      table[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
    }
  }
}

/// A hash of bytes that is quick on short texts.
///
/// Sixteen bytes at a time are folded in by the upper and lower halves of a product of 128 bits, as in
/// Wang Yi's wyhash, https://github.com/wangyi-fudan/wyhash (public domain).
package enum ByteHash {
  /// Another one in each process: nothing that is written may depend on it.
  private static let seed = UInt64.random(in: 0...UInt64.max) | 1

  package static func of(_ text: Span<UInt8>) -> UInt64 {
    let bytes = unsafe text.bytes
    let count = bytes.byteCount
    let seed = seed
    // No text can be made to give a factor of nought, which would swallow the other one.
    let other = seed.byteSwapped
    var hash = seed
    var (one, two): (UInt64, UInt64)
    if count <= 16 {
      if count >= 8 {
        (one, two) = (word(bytes, 0), word(bytes, count - 8))
      } else {
        (one, two) = (few(bytes), 0)
      }
    } else {
      var place = 0
      while place + 16 < count {
        hash = mixed(word(bytes, place) ^ other, word(bytes, place + 8) ^ hash)
        place += 16
      }
      // The last sixteen may hold some of those before once more.
      (one, two) = (word(bytes, count - 16), word(bytes, count - 8))
    }
    let all = mixed(one ^ other, two ^ hash)
    return mixed(all ^ factor, UInt64(truncatingIfNeeded: count) ^ seed)
  }

  @inline(__always)
  private static func word(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  @inline(__always)
  private static func half(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    UInt64(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  @inline(__always)
  private static func byte(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    UInt64(unsafe bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self))
  }

  /// All of up to seven bytes in one number, which differs for different bytes of one count.
  @inline(__always)
  private static func few(_ bytes: RawSpan) -> UInt64 {
    let count = bytes.byteCount
    if count >= 4 { return half(bytes, 0) << 32 | half(bytes, count - 4) }
    guard count > 0 else { return 0 }
    return byte(bytes, 0) << 16 | byte(bytes, count >> 1) << 8 | byte(bytes, count - 1)
  }

  /// Puts another hash to one.
  package static func joined(_ hash: UInt64, _ other: UInt64) -> UInt64 {
    mixed(hash ^ seed, other ^ factor)
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mixed(_ one: UInt64, _ two: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: two)
    return product.high ^ product.low
  }

  @inline(__always)
  static func areEqual(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    let (a, b) = unsafe (a.bytes, b.bytes)
    let count = a.byteCount
    guard count >= 8 else { return few(a) == few(b) }
    var place = 0
    while place + 8 < count {
      if word(a, place) != word(b, place) { return false }
      place += 8
    }
    return word(a, count - 8) == word(b, count - 8)
  }
}
