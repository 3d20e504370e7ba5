private import Foundation

/// Brings UTF-8 text into form C, at no cost where it has that form already.
///
/// Piece by piece, from one character of ASCII to the next: such a character is moved over by nothing
/// and composes with nothing before it. Most pieces that need it are a letter and its marks, of which
/// a language has few, so that each is composed once; Foundation takes the square of a text's length.
func composed(_ utf8: [UInt8]) -> [UInt8] {
  guard mayChange(utf8.span) else { return utf8 }
  var known: [UInt64: [UInt8]] = [:]
  var result: [UInt8] = []
  result.reserveCapacity(utf8.count)
  var start = 0
  // Everything before `start` is in `result`; what follows it up to `index` needs no change.
  var index = 0
  let bytes = utf8.span
  while let first = firstBeyondASCII(bytes, from: index) {
    let piece = first > index ? first - 1 : first
    var end = first + 1
    while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
    if mayChange(bytes.extracting(piece..<end)) {
      result.append(contentsOf: utf8[start..<piece])
      result.append(contentsOf: composed(utf8[piece..<end], &known))
      start = end
    }
    index = end
  }
  result.append(contentsOf: utf8[start...])
  return result
}

private func composed(_ piece: ArraySlice<UInt8>, _ known: inout [UInt64: [UInt8]]) -> [UInt8] {
  guard piece.count <= 7 else { return composedByFoundation(piece) }
  // The length comes first, since a byte may be nought.
  let key = piece.reduce(UInt64(piece.count)) { $0 << 8 | UInt64($1) }
  if let composed = known[key] { return composed }
  let composed = composedByFoundation(piece)
  known[key] = composed
  return composed
}

private func composedByFoundation(_ piece: ArraySlice<UInt8>) -> [UInt8] {
  Array(String(decoding: piece, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
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
