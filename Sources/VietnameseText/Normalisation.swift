private import Foundation

/// Brings UTF-8 text into form C, at no cost where it has that form already.
///
/// Line by line, since nothing composes with a line's end or is moved over it: Foundation takes the
/// square of a text's length, and few lines of a file need it.
func composed(_ utf8: [UInt8]) -> [UInt8] {
  guard mayChange(utf8.span) else { return utf8 }
  var result: [UInt8] = []
  result.reserveCapacity(utf8.count)
  var start = 0
  while start < utf8.count {
    var end = start
    while end < utf8.count, utf8[end] != 0x0A, utf8[end] != 0x0D { end += 1 }
    end = min(end + 1, utf8.count)
    let line = utf8[start..<end]
    if mayChange(utf8.span.extracting(start..<end)) {
      let text = String(decoding: line, as: UTF8.self)
      result.append(contentsOf: text.precomposedStringWithCanonicalMapping.utf8)
    } else {
      result.append(contentsOf: line)
    }
    start = end
  }
  return result
}

/// The canonical decomposition of one scalar.
func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
}

/// Whether form C may replace or move one of the characters.
///
/// Latin letters with marks (to U+02FF and U+1E00 to U+1EFF), and general punctuation but for two
/// spaces (U+2002 to U+206F) and signs of currencies (U+20A0 to U+20BF), are safe: they have the
/// property NFC_Quick_Check = Yes. All others, such as combining marks, are left to Foundation.
private func mayChange(_ bytes: Span<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
    } else if byte < 0xCC {
      index += 2
    } else {
      guard index + 2 < bytes.count else { return true }
      switch (byte, bytes[index + 1], bytes[index + 2]) {
      case (0xE1, 0xB8...0xBB, _), (0xE2, 0x80, 0x82...), (0xE2, 0x81, ..<0xB0),
        (0xE2, 0x82, 0xA0...):
        index += 3
      default: return true
      }
    }
  }
  return false
}
