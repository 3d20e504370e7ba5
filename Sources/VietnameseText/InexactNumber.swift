/// Texts with figures in them that are no number to count with: `khoảng 12`, `12-15`, `10+2`.
enum InexactNumber {
  /// Why a text is not one exact number; nil where it has nothing to do with one.
  static func fault(_ plain: [Unicode.Scalar], found: String) -> NumberFault? {
    // Longer cells are sentences.
    guard plain.count <= 64, plain.contains(where: { $0.digit != nil }) else { return nil }
    let words = NameKey.accented(found).folded.split(separator: " ")
    if isApproximate(plain, words) { return .approximate(found) }
    return isSeveral(plain, words) ? .severalNumbers(found) : nil
  }

  /// Whether the words after a number make it one of several that may be meant.
  static func isQualified(by unit: String) -> Bool {
    let words = NameKey.accented(unit).folded.split(separator: " ")
    return hasPhrase(in: words)
  }

  private static let signs: Set<Unicode.Scalar> = [
    "~", "\u{2248}", "<", ">", "\u{2264}", "\u{2265}", "\u{B1}",
  ]
  private static let before: Set<Substring> = [
    "khoảng", "ước", "gần", "hơn", "trên", "dưới", "tầm", "chừng", "khoang", "uoc", "tren", "duoi",
    "tối", "ít", "about",
  ]
  private static let phrases: [[Substring]] = [
    ["trở", "lên"], ["trở", "xuống"], ["tạm", "tính"], ["ước", "tính"], ["dự", "kiến"],
    ["xấp", "xỉ"], ["tro", "len"],
  ]

  private static func isApproximate(_ plain: [Unicode.Scalar], _ words: [Substring]) -> Bool {
    if plain.contains(where: { signs.contains($0) }) || plain.last == "+" { return true }
    return words.first.map { before.contains($0) } == true || hasPhrase(in: words)
  }

  private static func hasPhrase(in words: [Substring]) -> Bool {
    words.indices.contains { start in phrases.contains { words[start...].starts(with: $0) } }
  }

  private static let joints: Set<Unicode.Scalar> = ["+", "-", "&", ";"]
  private static let joiningWords: Set<Substring> = ["đến", "tới", "và", "den", "toi", "va"]

  /// Whether there is nothing but figures and what joins them: a range, a sum, a list.
  private static func isSeveral(_ plain: [Unicode.Scalar], _ words: [Substring]) -> Bool {
    let figures = words.filter { $0.unicodeScalars.allSatisfy { $0.digit != nil } }
    let others = words.filter { $0.unicodeScalars.contains { $0.digit == nil } }
    guard figures.count >= 2, others.allSatisfy({ joiningWords.contains($0) }) else { return false }
    return !others.isEmpty || plain.dropFirst().contains { joints.contains($0) }
  }
}
