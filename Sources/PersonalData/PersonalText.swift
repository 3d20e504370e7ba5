import VietnameseText

/// Free text with what it tells of persons replaced by asterisks.
package struct PersonalText: Sendable, Equatable {
  package private(set) var text: String
  /// Identity, telephone and account numbers, and e-mail addresses.
  package private(set) var numbers = 0
  package private(set) var names = 0

  package var isMasked: Bool { numbers + names > 0 }

  /// What stands for something that was masked.
  static let mask = "***"

  /// Whether something was masked in a text that is kept; two such texts may have been two.
  package static func isMasked(_ kept: String) -> Bool {
    // Told by bytes: a search by characters takes long, and most texts are keys.
    var asterisks = 0
    for byte in kept.utf8 {
      asterisks = byte == 0x2A ? asterisks + 1 : 0
      if asterisks == mask.utf8.count { return true }
    }
    return false
  }

  /// Masks numbers, e-mail addresses and names in a text.
  ///
  /// A name is masked where a word such as `ông`, `chị` or `tên là` leads to it, or where surname
  /// and second syllable tell it (`Nguyễn Văn A`); streets and schools keep theirs.
  package init(masking text: String) {
    self.text = text
    guard Self.mayHold(text) else { return }
    maskMail()
    let (masked, count) = PersonalNumber.masked(self.text)
    self.text = masked
    numbers += count
    maskNames()
  }

  /// Whether there may be anything of a person: a sign of mail, the digits of a number, or two words;
  /// codes and words that stand alone have none of them.
  private static func mayHold(_ text: String) -> Bool {
    var (digits, words, isInWord) = (0, 0, false)
    for byte in text.utf8 {
      switch byte {
      case 0x40, 0x80...: return true
      case 0x30...0x39:
        digits += 1
        isInWord = false
      case 0x41...0x5A, 0x61...0x7A:
        if !isInWord { words += 1 }
        isInWord = true
      default: isInWord = false
      }
      if digits >= PersonalNumber.fewestDigits || words > 1 { return true }
    }
    return false
  }

  private mutating func maskMail() {
    guard text.utf8.contains(0x40) else { return }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var kept: [String] = []
    for word in words {
      if Self.isMail(word) {
        kept.append(Self.mask)
        numbers += 1
      } else {
        kept.append(String(word))
      }
    }
    if numbers > 0 { text = kept.joined(separator: " ") }
  }

  /// Whether a word has an e-mail address in it.
  static func isMail(_ word: Substring) -> Bool {
    guard let at = word.firstIndex(of: "@"), at > word.startIndex else { return false }
    let domain = word[word.index(after: at)...]
    guard let point = domain.firstIndex(of: "."), point > domain.startIndex else { return false }
    return domain[domain.index(after: point)...].first?.isLetter == true
  }
}

// Names in running text.
extension PersonalText {
  private struct Word {
    var text: String
    var range: Range<String.Index>
    /// Signs between it and the word before, blanks left out.
    var gap: String
    var name: NameKey
    var key: String { name.folded }
  }

  private mutating func maskNames() {
    guard text.utf8.count >= 5 else { return }
    let words = Self.words(text)
    guard words.count > 1 else { return }
    let isShouted = !text.unicodeScalars.contains {
      // Most texts have a small letter of ASCII.
      $0.isASCII ? (0x61...0x7A).contains($0.value) : $0.properties.isLowercase
    }
    var ranges: [Range<String.Index>] = []
    var index = 0
    while index < words.count {
      if let count = Self.name(words, at: index, isShouted: isShouted), count > 0 {
        ranges.append(words[index].range.lowerBound..<words[index + count - 1].range.upperBound)
        index += count
      } else {
        index += 1
      }
    }
    guard !ranges.isEmpty else { return }
    var kept = ""
    var place = text.startIndex
    for range in ranges {
      kept += text[place..<range.lowerBound]
      kept += Self.mask
      place = range.upperBound
    }
    text = kept + text[place...]
    names += ranges.count
  }

  /// How many words from a place on are a name; nil for none.
  private static func name(_ words: [Word], at index: Int, isShouted: Bool) -> Int? {
    // Most words neither follow one that leads to a name nor can begin one.
    let mayBegin = Surnames.mayBegin(words[index].name)
    guard mayBegin || (index > 0 && lastLeads.contains(words[index - 1].name)) else { return nil }
    let run = run(words, from: index)
    if !isShouted, run > 0, let lead = lead(words, before: index) {
      let isSurname =
        Surnames.contains(words[index].key, isPlain: false)
        || Surnames.common.contains(NameKey(words[index].text).folded)
      switch lead {
      case .person where !isPlace(words, index): return run
      case .role where isSurname || run > 1: return run
      default: break
      }
    }
    guard mayBegin, !isNamedAfter(words, before: index) else { return nil }
    for count in [4, 3, 5] where count <= words.count - index {
      // In capitals throughout nothing tells where the name ends.
      let isWithinRun = isShouted ? count <= 4 : count == run || run == 0
      guard isWithinRun, isUnbroken(words, index, count) else { continue }
      let own = words[index..<(index + count)].map(\.text)
      if PersonalName.likeness(own) == .certain { return count }
    }
    // A run that goes on after the name, as at the beginning of a sentence in a list.
    let isListed =
      run > 5 && PersonalName.likeness(words[index..<(index + 4)].map(\.text)) == .certain
    return isListed ? 4 : nil
  }

  private static func isUnbroken(_ words: [Word], _ index: Int, _ count: Int) -> Bool {
    words[(index + 1)..<(index + count)].allSatisfy(\.gap.isEmpty)
  }

  /// Words with a capital from a place on, with blanks only between them.
  private static func run(_ words: [Word], from index: Int) -> Int {
    var count = 0
    while index + count < words.count, count < 7 {
      let word = words[index + count]
      guard PersonalName.isTitle(word.text), count == 0 || word.gap.isEmpty || word.gap == "."
      else { break }
      // `N.V.A` goes on over its points, a sentence does not.
      if word.gap == ".", words[index + count - 1].text.unicodeScalars.count > 1 { break }
      count += 1
    }
    return count
  }

  private enum Lead { case person, role }

  private static let personPairs: Set<String> = [
    "tên là", "họ tên", "và tên", "người tên", "gọi là",
  ]

  private static let rolePairs: Set<String> = [
    "đối tượng", "nạn nhân", "bị can", "nghi can", "chủ quán", "chủ hộ", "chủ cơ", "đồng chí",
    "học viên", "nhân viên", "tiếp viên", "nghi phạm", "vợ là", "chồng là",
  ]

  private static let titles: Set<String> = [
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "cháu", "tên",
  ]

  /// Words right before a name that leads tell.
  private static let lastLeads = Set(
    titles.union(
      personPairs.union(rolePairs).compactMap { $0.split(separator: " ").last.map(String.init) }
    )
    .map(NameKey.accented)
  )

  private static func lead(_ words: [Word], before index: Int) -> Lead? {
    guard index > 0, ["", ":", "."].contains(words[index].gap) else { return nil }
    let last = words[index - 1]
    if words[index].gap == ".", last.text.unicodeScalars.count > 2 { return nil }
    let before = index > 1 ? words[index - 2].key : ""
    let pair = "\(before) \(last.key)"
    if personPairs.contains(pair) { return .person }
    if rolePairs.contains(pair) { return .role }
    guard titles.contains(last.key) else { return nil }
    // `chị em phụ nữ`, `trẻ em nghèo` are many.
    let isMany =
      (last.key == "em" || last.key == "anh" || last.key == "chị")
      && ["trẻ", "chị", "anh", "các", "tiếng", "nước"].contains(before)
    if isMany { return nil }
    return last.key == "tên" ? .role : .person
  }

  /// `Bà Rịa`, `Ông Trang`: places whose first syllable is no title.
  private static func isPlace(_ words: [Word], _ index: Int) -> Bool {
    index > 0 && PersonalName.isTitle(words[index - 1].text)
      && ["rịa", "nà", "đen", "trưng", "triệu", "rá", "chiểu", "điểm"].contains(words[index].key)
  }

  /// Whether a street, a school or a town bears the name.
  private static func isNamedAfter(_ words: [Word], before index: Int) -> Bool {
    guard index > 0, words[index].gap.isEmpty else { return false }
    return [
      "đường", "phố", "trường", "thcs", "thpt", "học", "cầu", "chợ", "quận", "huyện", "xã", "kênh",
      "công", "viên", "giải", "quỹ", "đền", "lễ",
    ].contains(words[index - 1].key)
  }

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    var gap = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      guard isLetter(scalar) else {
        if !scalar.isBlank { gap.append(scalar) }
        // A line's end parts sentences as a sign does.
        if scalar == "\n" { gap.append(scalar) }
        index = scalars.index(after: index)
        continue
      }
      let start = index
      while index < scalars.endIndex, isLetter(scalars[index]) {
        index = scalars.index(after: index)
      }
      let word = String(scalars[start..<index])
      words.append(
        Word(
          text: word,
          range: start..<index,
          gap: String(gap),
          name: NameKey.accented(word)
        )
      )
      gap = String.UnicodeScalarView()
    }
    return words
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x1E00...0x1EFF, 0x300...0x36F: true
    // Letters of Latin alphabets but for the signs of multiplication and division among them.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    case ..<0x80: false
    default: scalar.properties.isAlphabetic
    }
  }
}
