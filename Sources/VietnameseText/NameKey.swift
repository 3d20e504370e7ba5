/// A spelling-proof key for names, headers and words.
///
/// Two spellings that people would take for one name have the same key: case, kind of space,
/// invisible characters, quotes and punctuation do not matter. The plain key drops accents too,
/// `đ` among them; the accented one keeps them but moves the tone mark to one place (`hoà` = `hòa`).
/// `i` and `y` stay apart: which names may change them is a matter of each name.
public struct NameKey: Hashable, Comparable, Sendable {
  /// The folded text: words of lower-case letters and digits between single blanks.
  public let folded: String

  /// Folds a text, accents included.
  public init(_ text: String) {
    folded = Self.fold(text)
  }

  /// Folds a text but keeps the marks of its letters.
  public static func accented(_ text: String) -> NameKey {
    if let folded = foldPrecomposed(text) { return NameKey(alreadyFolded: folded) }
    return NameKey(
      alreadyFolded: fold(text) { word, bytes in
        for letter in withTonesPlaced(word) {
          letter.eachScalar { bytes.append(contentsOf: UTF8.encode($0) ?? noBytes) }
        }
      }
    )
  }

  private static let noBytes = UTF8.encodedReplacementCharacter

  private init(alreadyFolded folded: String) {
    self.folded = folded
  }

  /// Whether two keys are the same: folding leaves one spelling, so that bytes tell.
  public static func == (first: NameKey, second: NameKey) -> Bool {
    let (a, b) = (first.folded.utf8.span, second.folded.utf8.span)
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }

  /// Hashes the bytes, which takes no look at how Unicode composes them.
  public func hash(into hasher: inout Hasher) {
    unsafe folded.utf8.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }

  /// Whether the text had no letter or digit.
  public var isEmpty: Bool { folded.isEmpty }

  /// Whether the key comes before another, by scalar values.
  public static func < (first: NameKey, second: NameKey) -> Bool {
    first.folded < second.folded
  }

  /// Folds letter by letter without a list of them: most keys are made of plain bases alone.
  private static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    let table = LetterTable.shared
    var endsWord = false
    func append(_ base: Unicode.Scalar) {
      if endsWord, !folded.isEmpty { folded.append(0x20) }
      endsWord = false
      if base.value < 0x80 {
        folded.append(UInt8(truncatingIfNeeded: base.value))
      } else {
        folded.append(contentsOf: UTF8.encode(base) ?? noBytes)
      }
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: append(scalar)
      case 0x41...0x5A: append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
      case ..<0x80, 0xA0, 0x2010...0x2027: endsWord = true
      default:
        if let base = table.base(scalar) {
          append(base)
        } else if scalar.value >= firstMark, !isLatinAdditional(scalar), isMark(scalar) {
          continue
        } else if let letter = table.letter(scalar) {
          append(letter.base)
        } else if !isInvisible(scalar) {
          endsWord = true
        }
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Keeps the marks of letters that are one character each, as in nearly all texts; nil where
  /// marks stand apart, where a tone may have to move, and for all that is rare.
  private static func foldPrecomposed(_ text: String) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    let table = LetterTable.shared
    var endsWord = false
    var mayGiveTone = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case ..<0x30, 0x3A...0x40, 0x5B...0x60, 0x7B..<0x80, 0xA0, 0x2010...0x2027:
        endsWord = true
        mayGiveTone = false
        continue
      default: break
      }
      guard let letter = table.whole(scalar), !(mayGiveTone && letter.mayTakeTone) else {
        return nil
      }
      mayGiveTone = letter.mayGiveTone
      if endsWord, !folded.isEmpty { folded.append(0x20) }
      endsWord = false
      if letter.lower < 0x80 {
        folded.append(UInt8(truncatingIfNeeded: letter.lower))
      } else if let scalar = Unicode.Scalar(letter.lower) {
        folded.append(contentsOf: UTF8.encode(scalar) ?? noBytes)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private static func fold(
    _ text: String,
    _ append: ([Letter], inout [UInt8]) -> Void
  ) -> String {
    // Bytes, since a string that grows letter by letter takes the square of its length.
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var word: [Letter] = []
    func endWord() {
      guard !word.isEmpty else { return }
      if !folded.isEmpty { folded.append(0x20) }
      append(word, &folded)
      word.removeAll(keepingCapacity: true)
    }
    let table = LetterTable.shared
    for scalar in text.unicodeScalars {
      // Marks come first: some of them are alphabetic by property.
      if scalar.value >= firstMark, !isLatinAdditional(scalar), isMark(scalar) {
        if !word.isEmpty { word[word.count - 1].add(mark: scalar) }
      } else if let letter = table.letter(scalar) {
        word.append(letter)
      } else if !isInvisible(scalar) {
        endWord()
      }
    }
    endWord()
    return String(decoding: folded, as: UTF8.self)
  }

  /// No mark has a lower value, which spares most letters a look into Unicode's tables.
  private static let firstMark: UInt32 = 0x300

  /// Letters with two marks; no mark is among them.
  private static func isLatinAdditional(_ scalar: Unicode.Scalar) -> Bool {
    (0x1E00...0x1EFF).contains(scalar.value)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  /// Zero-width characters, soft hyphens and direction marks.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80 && scalar.properties.generalCategory == .format
  }

  /// Moves a tone to the vowel that the newer spelling puts it on.
  ///
  /// Spellings differ in `oa`, `oe` and `uy` only (`hòa` and `hoà`); after `q` the `u` is no
  /// vowel, so that a tone on it is a slip (`qúa` for `quá`).
  private static func withTonesPlaced(_ word: [Letter]) -> [Letter] {
    var word = word
    for index in word.indices.dropLast() where !word[index].tone.isEmpty {
      let next = word[index + 1]
      guard word[index].shape.isEmpty, next.tone.isEmpty else { continue }
      let isAfterQ = index > 0 && word[index - 1].base == "q"
      let moves =
        switch (word[index].base, next.base) {
        case ("o", "a"), ("o", "e"), ("u", "y"): true
        case ("u", "a"), ("u", "e"), ("u", "i"), ("u", "o"): isAfterQ
        default: false
        }
      if moves {
        word[index + 1].tone = word[index].tone
        word[index].tone = []
      }
    }
    return word
  }
}
