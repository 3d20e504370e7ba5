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
    if let pair = Self.split(Array(text.unicodeScalars)) {
      self = pair
    } else if let pair = Self.split(text.unicodeScalars.reversed()) {
      code = String(pair.code.reversed())
      name = String(String.UnicodeScalarView(pair.name.unicodeScalars.reversed()))
    } else {
      return nil
    }
  }

  private init(code: String, name: String) {
    self.code = code
    self.name = name
  }

  private static func split(_ scalars: [Unicode.Scalar]) -> CodeAndName? {
    let start = scalars.prefix {
      "([".unicodeScalars.contains($0) || ")]".unicodeScalars.contains($0)
    }
    let digits = scalars[start.endIndex...].prefix { (0x30...0x39).contains($0.value) }
    guard digits.count >= 3 else { return nil }
    let rest = scalars[digits.endIndex...]
    // Without a sign or a blank between them the figures are part of a word.
    guard let next = rest.first, !next.properties.isAlphabetic else { return nil }
    let name = rest.drop { !$0.properties.isAlphabetic }
    guard !name.isEmpty, !name.contains(where: { (0x30...0x39).contains($0.value) }) else {
      return nil
    }
    return CodeAndName(
      code: String(String.UnicodeScalarView(digits)),
      name: String(String.UnicodeScalarView(name))
    )
  }
}
