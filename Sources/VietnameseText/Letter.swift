/// A letter taken apart: what it is, what shapes it, and its tone.
struct Letter: Hashable {
  var base: Unicode.Scalar
  /// Circumflex, breve, horn, and marks that Vietnamese does not use.
  var shape: [Unicode.Scalar]
  /// Grave, acute, tilde, hook above, dot below.
  var tone: [Unicode.Scalar]

  static let tones: Set<Unicode.Scalar> = [
    "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}",
  ]

  /// Visits the letter with its marks, precomposed where such a character exists.
  func eachScalar(_ visit: (Unicode.Scalar) -> Void) {
    if shape.isEmpty, tone.isEmpty {
      visit(base)
    } else if let whole = LetterTable.shared.precomposed[self] {
      visit(whole)
    } else {
      visit(base)
      for mark in shape { visit(mark) }
      for mark in tone { visit(mark) }
    }
  }

  mutating func add(mark: Unicode.Scalar) {
    if Self.tones.contains(mark) { tone.append(mark) } else { shape.append(mark) }
  }
}

/// The precomposed Latin letters, taken apart once so that folding a name needs no Foundation.
struct LetterTable: Sendable {
  static let shared = LetterTable()

  private let parts: [Unicode.Scalar: Letter]
  let precomposed: [Letter: Unicode.Scalar]

  private init() {
    var parts: [Unicode.Scalar: Letter] = [:]
    var precomposed: [Letter: Unicode.Scalar] = [:]
    let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
      let scalars = decomposed(scalar)
      guard scalars.count > 1, let base = Self.lowercased(scalars[0]) else { continue }
      var letter = Letter(base: base, shape: [], tone: [])
      for mark in scalars.dropFirst() { letter.add(mark: mark) }
      parts[scalar] = letter
      // A dotted capital I has no single lower-case character, and keeps its dot apart.
      if let lower = Self.lowercased(scalar) { precomposed[letter] = lower }
    }
    // Three capitals look alike and are typed for one another; all mean this letter.
    let stroked = Letter(base: "d", shape: ["\u{335}"], tone: [])
    for scalar: Unicode.Scalar in ["\u{110}", "\u{111}", "\u{D0}", "\u{F0}"] {
      parts[scalar] = stroked
    }
    precomposed[stroked] = "\u{111}"
    self.parts = parts
    self.precomposed = precomposed
  }

  /// The parts of a letter or digit, in lower case; nil for what is neither.
  func letter(_ scalar: Unicode.Scalar) -> Letter? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A:
      return Letter(base: scalar, shape: [], tone: [])
    case 0x41...0x5A:
      return Self.lowercased(scalar).map { Letter(base: $0, shape: [], tone: []) }
    case 0..<0x80:
      return nil
    // Full-width forms of ASCII.
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).flatMap(letter)
    default:
      if let letter = parts[scalar] { return letter }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        return nil
      }
      return Letter(base: Self.lowercased(scalar) ?? scalar, shape: [], tone: [])
    }
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first : nil
  }
}
