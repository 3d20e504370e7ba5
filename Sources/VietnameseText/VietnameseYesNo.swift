/// Answers to yes-or-no questions.
public enum VietnameseYesNo {
  private static let yesSpellings = Spellings([
    "có", "có rồi", "c", "đã", "đã có", "rồi", "xong", "đạt", "đúng", "x", "yes", "y", "true", "1",
  ])
  private static let noSpellings = Spellings([
    "không", "không có", "ko", "k", "kh", "chưa", "chưa có", "không đạt", "chưa đạt", "sai", "no",
    "n", "false", "0",
  ])
  // These fold to nothing, since they are no letters.
  private static let ticks: Set<Unicode.Scalar> = [
    "\u{2713}", "\u{2714}", "\u{2611}", "\u{221A}", "\u{2612}", "\u{2705}",
  ]

  private static let emptyBox: Unicode.Scalar = "\u{2610}"

  /// Whether a cell holds a mark such as `x` or `✓`, of which no opposite is written.
  ///
  /// - Parameter text: Content of the cell.
  /// - Returns: Whether it does.
  public static func isMark(_ text: String) -> Bool {
    guard text.utf8.count <= 16 else { return false }
    let plain = plainText(text)
    return plain.count == 1 && (ticks.contains(plain[0]) || plain[0] == "x" || plain[0] == "X")
  }

  /// Reads a cell; nil where it is neither a yes nor a no.
  ///
  /// - Parameters:
  ///   - text: Content of the cell.
  ///   - yes: Further spellings of yes, which go before the built-in ones.
  ///   - no: Further spellings of no, likewise.
  /// - Returns: The answer.
  public static func parse(_ text: String, yes: [NameKey] = [], no: [NameKey] = []) -> Bool? {
    guard let cell = FoldedCell(text) else { return nil }
    if no.match(cell) { return false }
    if yes.match(cell) { return true }
    let plain = plainText(text)
    if plain.count == 1 {
      if ticks.contains(plain[0]) { return true }
      if plain[0] == emptyBox { return false }
    }
    // A sign or a mark of punctuation would be folded away: `-1` and `1?` are no answers.
    guard plain.allSatisfy({ $0 == " " || $0 == "." || isWordCharacter($0) }) else { return nil }
    if yesSpellings.contains(cell) { return true }
    return noSpellings.contains(cell) ? false : nil
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.digit != nil || scalar.properties.isDiacritic
  }
}
