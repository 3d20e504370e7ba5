private import Foundation

/// Brings UTF-8 text into form C, at no cost where it has that form already.
func composed(_ utf8: [UInt8]) -> [UInt8] {
  let text = String(decoding: utf8, as: UTF8.self)
  guard text.unicodeScalars.contains(where: mayChange) else { return utf8 }
  return Array(text.precomposedStringWithCanonicalMapping.utf8)
}

/// The canonical decomposition of one scalar.
func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
}

/// Whether form C may replace or move this scalar.
///
/// Latin letters with marks, and general punctuation but for two spaces, are safe: they have the
/// property NFC_Quick_Check = Yes. All others, such as combining marks, are left to Foundation.
private func mayChange(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x300, 0x1E00..<0x1F00, 0x2002..<0x2070: false
  default: true
  }
}
