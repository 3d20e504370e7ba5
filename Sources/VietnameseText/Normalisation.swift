private import Foundation

/// Brings UTF-8 text into form C, at no cost where it has that form already.
func composed(_ utf8: [UInt8]) -> [UInt8] {
  guard mayChange(utf8) else { return utf8 }
  return Array(String(decoding: utf8, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
}

/// The canonical decomposition of one scalar.
func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
}

/// Whether form C may replace or move one of the characters.
///
/// Latin letters with marks (to U+02FF and U+1E00 to U+1EFF), and general punctuation but for two
/// spaces (U+2002 to U+206F), are safe: they have the property NFC_Quick_Check = Yes. All others,
/// such as combining marks, are left to Foundation.
private func mayChange(_ utf8: [UInt8]) -> Bool {
  let bytes = utf8.span
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
      case (0xE1, 0xB8...0xBB, _), (0xE2, 0x80, 0x82...), (0xE2, 0x81, ..<0xB0): index += 3
      default: return true
      }
    }
  }
  return false
}
