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
    let head = hash & 0xFFFF_FFFF_0000_0000
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = table[place]
      if entry == 0 { break }
      if entry & 0xFFFF_FFFF_0000_0000 == head {
        let code = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) - 1
        if texts.withBytes(code, { ByteHash.areEqual($0, text) }) { return Int32(code) }
      }
      place = (place + 1) & mask
    }
    let code = texts.count
    texts.append(text)
    table[place] = head | UInt64(code + 1)
    if texts.count * 2 > table.count { grow() }
    return Int32(clamping: code)
  }

  private mutating func grow() {
    let size = table.count * 4
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
/// Eight bytes at a time are folded in by the upper and lower halves of a product of 128 bits, as in
/// Wang Yi's wyhash, https://github.com/wangyi-fudan/wyhash (public domain).
package enum ByteHash {
  /// Another one in each process: nothing that is written may depend on it.
  private static let seed = UInt64.random(in: 0...UInt64.max) | 1

  package static func of(_ text: Span<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
    var rest = unsafe text.bytes
    while rest.byteCount >= 8 {
      let word = unsafe rest.unsafeLoadUnaligned(as: UInt64.self)
      hash = mixed(hash, word)
      rest = rest.extracting(8..<rest.byteCount)
    }
    guard rest.byteCount > 0 else { return mixed(hash, factor) }
    var last: UInt64 = 0
    for index in rest.byteOffsets {
      let byte = unsafe rest.unsafeLoad(fromByteOffset: index, as: UInt8.self)
      last = last << 8 | UInt64(byte)
    }
    return mixed(mixed(hash, last), factor)
  }

  /// Puts another hash to one.
  package static func joined(_ hash: UInt64, _ other: UInt64) -> UInt64 {
    mixed(hash ^ seed, other)
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word ^ factor).multipliedFullWidth(by: hash &+ 0xA076_1D64_78BD_642F | 1)
    return product.high ^ product.low
  }

  @inline(__always)
  static func areEqual(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }
}
