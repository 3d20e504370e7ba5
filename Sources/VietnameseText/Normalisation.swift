private import Foundation

/// UTF-8 text in form C.
func composed(_ utf8: [UInt8]) -> [UInt8] {
  // What is handed over was decoded; only another text would be left to Foundation as a whole.
  guard let pieces = ChangingPieces(utf8.span) else { return composedByFoundation(utf8[...]) }
  var text = utf8
  compose(&text, pieces)
  return text
}

/// Brings UTF-8 text into form C where it stands, at no cost where it has that form already.
///
/// Most pieces that need it are a letter and its marks, of which a language has few, so that each is
/// composed once; Foundation takes the square of a text's length.
///
/// - Parameters:
///   - utf8: The text.
///   - pieces: Those that may change.
func compose(_ utf8: inout [UInt8], _ pieces: ChangingPieces) {
  guard !pieces.ranges.isEmpty else { return }
  var text = ComposedText()
  for piece in pieces.ranges { text.compose(piece, of: &utf8) }
  if var index = pieces.rest {
    // What follows the pieces that were composed stands as it did.
    while case .piece(let piece) = ChangingPieces.next(utf8.span, from: &index) {
      text.compose(piece, of: &utf8)
    }
  }
  text.end(&utf8)
}

/// A text that is brought into form C from its beginning on.
private struct ComposedText {
  private var known: [UInt64: [UInt8]] = [:]
  /// So many bytes at the beginning are in form C.
  private var done = 0
  /// The next byte to be taken.
  private var next = 0
  /// What follows those done, from where it has grown beyond its room: few characters do.
  private var rest: [UInt8]?

  /// Takes what stands up to a piece as it is, and composes the piece.
  mutating func compose(_ piece: Range<Int>, of utf8: inout [UInt8]) {
    let own = composed(utf8[piece], &known)
    let kept = next..<piece.lowerBound
    if rest == nil, done + kept.count + own.count > piece.upperBound { rest = [] }
    if rest != nil {
      rest?.append(contentsOf: utf8[kept])
      rest?.append(contentsOf: own)
    } else {
      utf8.move(kept, to: done)
      done += kept.count
      utf8.replaceSubrange(done..<(done + own.count), with: own)
      done += own.count
    }
    next = piece.upperBound
  }

  /// Takes what stands behind the last piece.
  mutating func end(_ utf8: inout [UInt8]) {
    rest?.append(contentsOf: utf8[next...])
    if let rest {
      utf8.replaceSubrange(done..., with: rest)
    } else {
      utf8.move(next..<utf8.count, to: done)
      utf8.removeLast(next - done)
    }
  }
}

extension [UInt8] {
  /// Moves bytes to a place before them, over what stands there.
  fileprivate mutating func move(_ bytes: Range<Int>, to place: Int) {
    guard !bytes.isEmpty, place < bytes.lowerBound else { return }
    precondition(place >= 0 && bytes.upperBound <= count, "bytes are moved within the text")
    unsafe withUnsafeMutableBufferPointer { all in
      guard let start = all.baseAddress else { return }
      unsafe (start + place).update(from: start + bytes.lowerBound, count: bytes.count)
    }
  }
}

private func composed(_ piece: ArraySlice<UInt8>, _ known: inout [UInt64: [UInt8]]) -> [UInt8] {
  guard piece.count > longestPiece else { return composedAtOnce(piece, &known) }
  return parts(of: piece).flatMap { composedAtOnce($0, &known) }
}

/// Pieces of running text are shorter, but for those in other scripts, which have few ASCII characters.
private let longestPiece = 64

/// Foundation would take hours for some megabytes without such a letter; no word is as long, and what
/// stands on both sides of such a cut is not brought together.
private let mostBytesOfMarks = 4_096

/// Pieces that are remembered; a made-up text could have as many as it has letters.
private let mostKnown = 1 << 16

/// Parts of a long piece that can be composed by themselves.
///
/// A letter is moved over by nothing and composes with nothing before it, but for vowels and last
/// consonants of Hangul (U+1160 to U+11FF), and letters of scripts beyond U+FFFF, of which some do.
private func parts(of piece: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var parts: [ArraySlice<UInt8>] = []
  var start = piece.startIndex
  var index = start
  for scalar in String(decoding: piece, as: UTF8.self).unicodeScalars {
    if index > start, isFirst(scalar) || index - start >= mostBytesOfMarks {
      parts.append(piece[start..<index])
      start = index
    }
    index += UTF8.width(scalar)
  }
  parts.append(piece[start...])
  return parts
}

private func isFirst(_ scalar: Unicode.Scalar) -> Bool {
  guard scalar.value < 0x1_0000, !(0x1160...0x11FF).contains(scalar.value) else { return false }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: return true
  default: return false
  }
}

private func composedAtOnce(
  _ piece: ArraySlice<UInt8>,
  _ known: inout [UInt64: [UInt8]]
) -> [UInt8] {
  guard piece.count <= 7 else { return composedByFoundation(piece) }
  // The length comes first, since a byte may be nought.
  let key = piece.reduce(UInt64(piece.count)) { $0 << 8 | UInt64($1) }
  if let composed = known[key] { return composed }
  let composed = composedByFoundation(piece)
  if known.count < mostKnown { known[key] = composed }
  return composed
}

private func composedByFoundation(_ piece: ArraySlice<UInt8>) -> [UInt8] {
  Array(String(decoding: piece, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
}

/// The canonical decomposition of one scalar.
func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
}
