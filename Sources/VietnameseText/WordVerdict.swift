/// What one run of letters says for or against a reading.
struct WordVerdict {
  var points = 0
  var words = 0
  /// Words that Vietnamese cannot have.
  var broken = 0

  static let knownPoints = 2
  static let shapedPoints = 1
  static let brokenPoints = -2

  /// Judges what a run of letters became.
  ///
  /// - Parameters:
  ///   - text: The reading of the run.
  ///   - known: Words of the plan, as accented keys.
  ///   - losesCapitals: Whether the encoding has toned letters in lower case only.
  init(_ text: String, known: Set<String>, losesCapitals: Bool) {
    for word in text.unicodeScalars.split(whereSeparator: Self.isPunctuation) {
      judge(Array(word), known, losesCapitals)
    }
  }

  private mutating func judge(
    _ word: [Unicode.Scalar],
    _ known: Set<String>,
    _ losesCapitals: Bool
  ) {
    guard word.contains(where: { $0.value >= 0x80 || $0.value < 0x20 }) else { return }
    words += 1
    let letters = Self.letters(word)
    guard let letters else {
      if !Self.isMeasure(word) { breaks() }
      return
    }
    guard !Self.mixesCase(word) else { return breaks() }
    let key = NameKey.accented(String(String.UnicodeScalarView(word))).folded
    if known.contains(key) {
      points += letters.count > 1 ? Self.knownPoints : Self.shapedPoints
    } else if letters.count == 1 || Self.isAbbreviation(word) {
      // Single letters are by chance in every reading.
      return
    } else if Syllable.isWellFormed(letters) {
      if !Self.hasLostCapitals(word) || losesCapitals { points += Self.shapedPoints }
    } else {
      breaks()
    }
  }

  private mutating func breaks() {
    broken += 1
    points += Self.brokenPoints
  }

  /// Letters with their marks; nil where something else stands among them.
  private static func letters(_ word: [Unicode.Scalar]) -> [Letter]? {
    var letters: [Letter] = []
    for scalar in word {
      if scalar.properties.generalCategory == .nonspacingMark, var last = letters.popLast() {
        last.add(mark: scalar)
        letters.append(last)
      } else if scalar.properties.isAlphabetic, scalar != "ª", scalar != "º", scalar != "µ",
        let letter = LetterTable.shared.letter(scalar)
      {
        letters.append(letter)
      } else {
        return nil
      }
    }
    return letters
  }

  /// Quotes, dashes, blanks and what is invisible: they may stand at any word.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0xAD, 0x2010...0x201F, 0x2020...0x2022, 0x2026, 0x2028...0x202F, 0xFEFF: true
    default: scalar.properties.generalCategory == .format || scalar.properties.isWhitespace
    }
  }

  /// Signs that stand alone, or beside the letters of a unit of measure: `°C`, `m²`, `µm`.
  private static func isMeasure(_ word: [Unicode.Scalar]) -> Bool {
    let signs: Set<Unicode.Scalar> = [
      "°", "±", "²", "³", "µ", "¶", "§", "×", "÷", "½", "¼", "¾", "€", "£", "©", "®", "™", "¥",
    ]
    let letters = word.filter { !signs.contains($0) }
    guard letters.allSatisfy({ $0.value < 0x80 }) else { return false }
    return letters.isEmpty
      || (letters.count == 1 && (word.first.map { "°µ".unicodeScalars.contains($0) } ?? false))
      || (letters.count <= 2 && (word.last.map { "²³".unicodeScalars.contains($0) } ?? false))
  }

  /// Whether these are signs that no word is written with.
  static func isLoneSign(_ text: String) -> Bool {
    let word = text.unicodeScalars.filter { !isPunctuation($0) }
    return !word.isEmpty && word.allSatisfy { "µ¶§×".unicodeScalars.contains($0) }
  }

  /// Whether a capital with marks follows a small letter.
  private static func mixesCase(_ word: [Unicode.Scalar]) -> Bool {
    var hasSmall = false
    for scalar in word {
      if scalar.properties.isUppercase, scalar.value >= 0x80, hasSmall { return true }
      if scalar.properties.isLowercase { hasSmall = true }
    }
    return false
  }

  /// Whether a small letter with marks stands among capitals: `TổNG`.
  private static func hasLostCapitals(_ word: [Unicode.Scalar]) -> Bool {
    let plain = word.filter { $0.value < 0x80 }
    return plain.count > 1 && plain.allSatisfy(\.properties.isUppercase)
      && word.contains { $0.value >= 0x80 && $0.properties.isLowercase }
  }

  /// Whether these are initials: `HĐND`.
  private static func isAbbreviation(_ word: [Unicode.Scalar]) -> Bool {
    word.allSatisfy { ($0.value < 0x80 && $0.properties.isUppercase) || $0 == "Đ" }
  }
}
