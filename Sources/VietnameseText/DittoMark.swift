/// "The same as above", said by a sign or by words.
///
/// Where rows are sorted or left out above it, the cell above is another one: it is asked about,
/// never filled in.
public enum DittoMark {
  private static let spellings = Spellings([
    "nt", "n.t", "như trên", "như hàng trên", "như dòng trên", "như ô trên", "tương tự trên",
    "tương tự như trên", "như trên nt", "idem", "ditto",
  ])
  private static let signs: Set<Unicode.Scalar> = [
    "\"", "'", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2033}", "\u{3003}", "\u{301E}",
  ]

  /// Whether a cell says so.
  ///
  /// - Parameters:
  ///   - text: Content of the cell.
  ///   - words: Further spellings, which go before the built-in ones.
  /// - Returns: Whether it does.
  public static func matches(_ text: String, words: [NameKey] = []) -> Bool {
    // Shorter than most cells, and none begins with a figure.
    guard text.utf8.count <= 64, let first = text.utf8.first, !(0x30...0x39).contains(first),
      !words.isEmpty || spellings.mayBegin(with: first), let cell = FoldedCell(text)
    else { return false }
    if words.match(cell) || spellings.contains(cell) { return true }
    let marks = plainText(text).filter { $0 != " " && $0 != "-" }
    // A lone apostrophe is a spreadsheet's mark for text.
    guard let mark = marks.first, marks.count > 1 || (mark != "'" && mark != "\u{2019}") else {
      return false
    }
    return marks.allSatisfy { signs.contains($0) }
  }
}
