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
  /// ASCII's letters and the precomposed ones, by their places.
  private let wholes: [WholeLetter]

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
    var wholes = Array(repeating: WholeLetter(), count: 0x300)
    for value: UInt8 in 0x30...0x7A {
      let scalar = Unicode.Scalar(value)
      guard let lower = Self.lowercased(scalar), lower.properties.isAlphabetic || value < 0x3A
      else {
        continue
      }
      wholes[Int(value)] = WholeLetter(Letter(base: lower, shape: [], tone: []), lower)
    }
    for (scalar, letter) in parts {
      guard let place = Self.place(of: scalar) else { continue }
      wholes[place] = WholeLetter(letter, precomposed[letter])
    }
    self.wholes = wholes
    self.parts = parts
    self.precomposed = precomposed
  }

  /// Where the two blocks of precomposed Latin letters stand in one table.
  private static func place(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0..<0x200: Int(scalar.value)
    case 0x1E00..<0x1F00: Int(scalar.value - 0x1E00 + 0x200)
    default: nil
    }
  }

  /// The base of one of the letters in the table, in lower case; nil for all else.
  func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard let place = Self.place(of: scalar), wholes[place].base > 0 else { return nil }
    return Unicode.Scalar(wholes[place].base)
  }

  /// One of the letters in the table that is one character in lower case; nil for all else.
  func whole(_ scalar: Unicode.Scalar) -> WholeLetter? {
    guard let place = Self.place(of: scalar), wholes[place].lower > 0 else { return nil }
    return wholes[place]
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

/// A letter that is one character with its marks; all zero for what is none.
struct WholeLetter: Sendable {
  var base: UInt32 = 0
  /// The letter in lower case; 0 where that takes several characters.
  var lower: UInt32 = 0
  /// Whether it is an `o` or `u` with a tone that may belong to the vowel after it.
  var mayGiveTone = false
  /// Whether it is a vowel without a tone that may take that of the vowel before it.
  var mayTakeTone = false

  init() {}

  init(_ letter: Letter, _ lower: Unicode.Scalar?) {
    base = letter.base.value
    self.lower = lower?.value ?? 0
    mayGiveTone = letter.shape.isEmpty && !letter.tone.isEmpty && ["o", "u"].contains(letter.base)
    mayTakeTone = letter.tone.isEmpty && ["a", "e", "i", "o", "y"].contains(letter.base)
  }
}
