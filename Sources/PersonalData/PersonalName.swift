import VietnameseText

/// Names of persons as Vietnamese are written: a surname, then one to four syllables.
package enum PersonalName {
  /// How much a text looks like one.
  package enum Likeness: Comparable, Sendable {
    case none
    /// A surname with a syllable behind it, which places and firms may have too.
    case possible
    case certain
  }

  /// How a word is written.
  private enum Style { case title, upper, lower }

  /// How much a whole cell looks like a person's name.
  ///
  /// An ordinal or a title before it, and what follows in brackets or after a comma, do not matter:
  /// `1. Ông Nguyễn Văn A (1990)`.
  package static func likeness(_ cell: String) -> Likeness {
    guard (4...120).contains(cell.utf8.count), cell.utf8.contains(where: mayBeBlank) else {
      return .none
    }
    let text = cell[...].drop { !$0.isLetter }
    // All names begin with a surname or with how the person is addressed, most texts with neither.
    let first = NameKey.accented(String(text.prefix { !$0.isWhitespace && !endsName($0) }))
    let isAddressed = honorifics.contains(first)
    guard isAddressed || Surnames.mayBegin(first) else { return .none }
    let words = Self.words(of: text)
    let own = likeness(isAddressed ? Array(words.dropFirst()) : words)
    if isAddressed, own == .possible { return .certain }
    return own
  }

  /// Whether a byte is a blank or begins one; a name has one between its words.
  private static func mayBeBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, 0xC2, 0xE1...0xE3: true
    default: false
    }
  }

  /// How much words look like one name, first to last.
  static func likeness(_ words: [String]) -> Likeness {
    guard (2...5).contains(words.count),
      Surnames.mayBegin(NameKey.accented(words[0])),
      let style = style(of: words)
    else { return .none }
    let accented = words.map { NameKey.accented($0).folded }
    let plain = words.map { NameKey($0).folded }
    guard plain.allSatisfy(Syllable.isVietnamese) else {
      // Nobody and nothing else is called so, whatever a wrong encoding made of the rest.
      let isTelling = ["nguyễn", "huỳnh", "nguyen", "huynh"].contains(accented[0])
      return isTelling && words.count >= 3 && style != .lower ? .certain : .none
    }
    let isPlain = accented == plain
    let pair = "\(plain[0]) \(plain[1])"
    guard Surnames.contains(isPlain ? plain[0] : accented[0], isPlain: isPlain),
      !notNames.contains(pair)
    else { return .none }
    let isMarked = words.count >= 3 && middles.contains(isPlain ? plain[1] : accented[1], isPlain)
    let isCommon = Surnames.common.contains(plain[0])
    switch style {
    case .title:
      if isMarked { return .certain }
      return words.count >= 3 && isCommon && !isPlain ? .certain : .possible
    case .upper:
      let isTelling = ["nguyen", "huynh"].contains(plain[0]) && words.count >= 3
      return isMarked || isTelling ? .certain : .possible
    case .lower:
      // What TCVN3 made of capitals, or haste; `văn` and `thị` are words too.
      guard isMarked, isCommon else { return .none }
      return isPlain && plain[0] != "nguyen" ? .possible : .certain
    }
  }

  static func isTitle(_ word: String) -> Bool { style(word) != .lower }

  static func isUpper(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }

  private static func style(of words: [String]) -> Style? {
    let styles = words.map(style)
    if styles.allSatisfy({ $0 == .lower }) { return .lower }
    // A capital alone, as of `A`, fits both.
    if zip(words, styles).allSatisfy({ $1 == .upper || $0.unicodeScalars.count == 1 }),
      words.contains(where: { $0.unicodeScalars.count > 1 })
    {
      return .upper
    }
    // Old encodings lose toned capitals, so that `Nguyễn Thị ánh` may come.
    let small = zip(words, styles).dropFirst().contains { word, style in
      style == .lower && word.unicodeScalars.first?.isASCII != false
    }
    return styles[0] == .lower || small ? nil : .title
  }

  private static func style(_ word: String) -> Style {
    guard let first = word.unicodeScalars.first, first.properties.isUppercase else { return .lower }
    return word.unicodeScalars.count > 1 && isUpper(word) ? .upper : .title
  }

  /// The words before the first sign that ends a name.
  private static func words(of text: Substring) -> [String] {
    text.prefix { !endsName($0) }.split(whereSeparator: \.isWhitespace).prefix(7).map { String($0) }
  }

  private static func endsName(_ sign: Character) -> Bool {
    sign.isNumber || "(,;/-:.|".contains(sign)
  }

  private static let honorifics = Set(
    ["ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "mr", "mrs", "ms"]
      .map(NameKey.accented)
  )

  /// Second syllables of most names: `văn` of men, `thị` of women.
  private static let middles = Middles()

  private struct Middles {
    func contains(_ word: String, _ isPlain: Bool) -> Bool {
      isPlain
        ? ["van", "thi", "huu", "dinh"].contains(word)
        : ["văn", "thị", "hữu", "đình", "thi", "van"].contains(word)
    }
  }

  /// Words of the language that begin like a surname, without accents.
  private static let notNames: Set<String> = [
    "pham vi", "pham toi", "ly do", "ly lich", "ly luan", "ho so", "ho tro", "ho chi", "ho khau",
    "ho gia", "ho kinh", "ho ngheo", "cao dang", "cao diem", "cao hon",
    "dong nai", "dong y", "dong chi", "ha noi", "ha nam", "ha tinh", "ha giang", "ha tien",
    "vu viec", "vu an", "vu ham", "le phi", "le hoi", "van ban", "van hoa", "van phong", "quan ly",
    "an ninh", "an toan", "lam viec", "lam dong", "thai do", "thai nguyen", "thai binh",
    "duong day", "duong pho", "duong bo", "do thi", "do tuoi", "kim ngach", "luu y", "luu thong",
    "luu tru", "mai dam", "to chuc", "to truong", "ta le", "mac ca", "tong so", "tong cong",
    "tong hop", "tu van", "tu phap", "trang tin", "trang thiet", "chu tich", "chu quan",
    "chu truong", "chu de", "bach hoa", "phung su", "nghiem trong", "nghiem tuc", "kieu bao",
    "truong hop", "truong hoc", "truong ban", "truong phong", "truong thcs", "truong thpt",
    "dan cu", "dao tao", "doan the", "doan thanh", "doan vien", "hoang sa", "phan anh", "phan loai",
    "phan cong", "phan tich", "trinh do", "trinh bay", "dinh ky", "dinh huong", "luong thuc",
    "luong tam", "ta tran", "ton giao", "ton tai", "than the", "than nhan", "tang cuong",
    "la mot", "ngo doc", "bui doi", "le loi", "tran hung", "hoang hon", "chau phi", "chau thanh",
    "chau a", "vo hieu", "vo cung", "dang ky", "dang vien", "dang uy", "dang bo", "tran trong",
  ]
}
