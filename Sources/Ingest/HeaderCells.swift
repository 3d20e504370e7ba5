import Tables

/// Cells of files' first records by their texts: one sender's headers, names and dates are another's,
/// and each text is folded once for all files.
struct HeaderCells: Sendable {
  private let known = FoundBefore<Text, HeaderCell>()

  /// A text that is told by its bytes: how Unicode composes its letters would take long to see.
  private struct Text: Hashable {
    let text: String

    static func == (first: Text, second: Text) -> Bool {
      let (a, b) = (first.text.utf8.span, second.text.utf8.span)
      guard a.count == b.count else { return false }
      for index in a.indices where a[index] != b[index] { return false }
      return true
    }

    func hash(into hasher: inout Hasher) { hasher.combine(ByteHash.of(text.utf8.span)) }
  }

  /// The cells of a record's texts, without the year of its file.
  func cells(_ texts: [String], year: Int?) -> [HeaderCell] {
    let figures = texts.map { HeaderCell(figure: $0) }
    // A cell looks at no more of a text than its head, and no more is kept.
    let words = zip(texts, figures).filter { $1 == nil }.map { Text(text: $0.0.headOfCell) }
    var found = known.values(of: words) { HeaderCell($0.text) }.makeIterator()
    return figures.compactMap { $0 ?? found.next()?.without(year) }
  }
}
