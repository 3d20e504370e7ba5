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

  /// The cell of a text, without the year of its file.
  func cell(_ text: String, year: Int?) -> HeaderCell {
    if let figure = HeaderCell(figure: text) { return figure }
    let cell = known.value(of: Text(text: text), cells: 1) { HeaderCell(text) }
    return (cell ?? HeaderCell(text)).without(year)
  }
}
