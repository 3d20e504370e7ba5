import VietnameseText

/// A cell with a unit's code and its name: `12345 - Xã A`, `Xã A (12345)`.
///
/// Codes have three figures or more; fewer number the row.
struct CodeAndName {
  let code: String
  let name: String

  init?(_ text: String) {
    let text = text.trimmedBlanks
    guard text.utf8.count <= 256 else { return nil }
    if let (code, name) = Self.split(text.unicodeScalars) {
      self.code = String(text[code])
      self.name = String(text[name])
    } else if let (code, name) = Self.split(text.unicodeScalars.reversed()) {
      self.code = String(text[code.upperBound.base..<code.lowerBound.base])
      self.name = String(text[name.upperBound.base..<name.lowerBound.base])
    } else {
      return nil
    }
  }

  /// Where the code stands, which comes first, and where the name.
  private static func split<Scalars: Collection<Unicode.Scalar>>(
    _ scalars: Scalars
  ) -> (code: Range<Scalars.Index>, name: Range<Scalars.Index>)? {
    let end = scalars.endIndex
    let first = scalars.firstIndex { !isBracket($0) } ?? end
    let last = scalars[first...].firstIndex { !isFigure($0) } ?? end
    // Without a sign or a blank between them the figures are part of a word.
    guard last < end, !isLetter(scalars[last]), scalars.distance(from: first, to: last) >= 3,
      let name = scalars[last...].firstIndex(where: isLetter),
      !scalars[name...].contains(where: isFigure)
    else { return nil }
    return (first..<last, name..<end)
  }

  private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", ")", "]": true
    default: false
    }
  }

  private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80
      ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }
}
