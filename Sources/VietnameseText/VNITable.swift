/// VNI for Windows: a vowel, then a byte for its marks; some letters are one byte alone.
///
/// Sources: the table `vni.h` of xvnkb (Dao Hai Lam, 2002), compared with that of the BKHCM and VNI
/// converter VBKey. The bytes are those of Western letters, of which this spelling makes use:
/// `Thị trấn` looks like `Thò traán`.
struct VNITable: Sendable {
  static let shared = VNITable()

  /// Two bytes, the first of them above.
  private let pairs: [UInt16: Unicode.Scalar]
  /// Letters of one byte that are not ASCII.
  private let singles: [UInt8: Unicode.Scalar]
  private let spellings: [Unicode.Scalar: [UInt8]]
  /// Punctuation and signs as Windows has them.
  private let western: CodeTable?

  /// Marks by the Western letter that stands for them, the letter in lower case.
  private static let tones: [(mark: Unicode.Scalar, tone: String)] = [
    ("ù", "\u{301}"), ("ø", "\u{300}"), ("û", "\u{309}"), ("õ", "\u{303}"), ("ï", "\u{323}"),
  ]
  private static let circumflexes: [(mark: Unicode.Scalar, tone: String)] = [
    ("â", ""), ("á", "\u{301}"), ("à", "\u{300}"), ("å", "\u{309}"), ("ã", "\u{303}"),
    ("ä", "\u{323}"),
  ]
  private static let breves: [(mark: Unicode.Scalar, tone: String)] = [
    ("ê", ""), ("é", "\u{301}"), ("è", "\u{300}"), ("ú", "\u{309}"), ("ü", "\u{303}"),
    ("ë", "\u{323}"),
  ]
  private static let alone: [(code: Unicode.Scalar, letter: Unicode.Scalar)] = [
    ("í", "í"), ("ì", "ì"), ("æ", "ỉ"), ("ó", "ĩ"), ("ò", "ị"), ("î", "ỵ"), ("ñ", "đ"),
    ("ô", "ơ"), ("ö", "ư"),
  ]
  /// Vowels, the byte that begins them, and the kinds of marks that follow.
  private static let vowels: [(byte: Unicode.Scalar, letter: String, hasShapes: String)] = [
    ("a", "a", "âă"), ("e", "e", "ê"), ("o", "o", "ô"), ("u", "u", ""), ("y", "y", ""),
    ("ô", "ơ", ""), ("ö", "ư", ""),
  ]

  private init() {
    western = CodeTable.windows1252
    var pairs: [UInt16: Unicode.Scalar] = [:]
    var singles: [UInt8: Unicode.Scalar] = [:]
    var spellings: [Unicode.Scalar: [UInt8]] = [:]
    // Codes of Western letters are those of Latin-1; capitals lie 32 below.
    func code(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: scalar.value) }
    func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
    }
    for (byte, letter) in Self.alone {
      singles[code(byte)] = letter
      singles[code(byte) - 0x20] = capital(letter)
      spellings[letter] = [code(byte)]
      spellings[capital(letter)] = [code(byte) - 0x20]
    }
    for (byte, letter, shapes) in Self.vowels {
      var marks = Self.tones.map { (code($0.mark), letter + $0.tone) }
      if shapes.contains("â") || shapes.contains("ê") || shapes.contains("ô") {
        marks += Self.circumflexes.map { (code($0.mark), letter + "\u{302}" + $0.tone) }
      }
      if shapes.contains("ă") {
        marks += Self.breves.map { (code($0.mark), letter + "\u{306}" + $0.tone) }
      }
      for (mark, parts) in marks {
        guard let scalar = composed(parts) else { continue }
        let (low, high) = (code(byte), code(byte) - 0x20)
        // The case is the vowel's: both kinds of marks are typed after a capital.
        for mark in [mark, mark - 0x20] {
          pairs[UInt16(low) << 8 | UInt16(mark)] = scalar
          pairs[UInt16(high) << 8 | UInt16(mark)] = capital(scalar)
        }
        // The dotted y has a byte of its own, which is what programs write.
        if spellings[scalar] == nil { spellings[scalar] = [low, mark] }
        if spellings[capital(scalar)] == nil { spellings[capital(scalar)] = [high, mark - 0x20] }
      }
    }
    (self.pairs, self.singles, self.spellings) = (pairs, singles, spellings)
  }

  /// Reads one character, trying two bytes first: `ôù` is `ớ`, while `ô` alone is `ơ`.
  ///
  /// - Returns: The character, its bytes, and whether the encoding knows it; a mark that follows no
  ///   vowel is given as the Western letter that it looks like. Nil where there is no character.
  func read(
    _ byte: UInt8,
    next: UInt8?
  ) -> (scalar: Unicode.Scalar, length: Int, isKnown: Bool)? {
    if let next, next >= 0xC0, let scalar = pairs[UInt16(byte) << 8 | UInt16(next)] {
      return (scalar, 2, true)
    }
    if let scalar = singles[byte] { return (scalar, 1, true) }
    guard byte >= 0x80 else { return (Unicode.Scalar(byte), 1, true) }
    return western?.scalars[Int(byte)].map { ($0, 1, byte < 0xC0) }
  }

  /// Bytes of a character; nil where VNI has none.
  func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.value < 0x80 { return [UInt8(scalar.value)] }
    if let spelling = spellings[scalar] { return spelling }
    guard let byte = western?.bytes[scalar], byte < 0xC0 else { return nil }
    return [byte]
  }

  var isAvailable: Bool { western != nil }
}

/// The one character that the parts make.
private func composed(_ parts: String) -> Unicode.Scalar? {
  let scalars = composed(Array(parts.utf8))
  let text = String(decoding: scalars, as: UTF8.self).unicodeScalars
  return text.count == 1 ? text.first : nil
}
