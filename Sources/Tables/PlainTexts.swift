import DelimitedText

/// The last text of each column that needed neither quotes nor an apostrophe.
///
/// Rows that follow one another mostly have the same indicator, unit or reading, and the very same text
/// of it: what was looked at once need not be looked at again. Only texts in ASCII are kept: others are
/// equal to texts of other bytes, such as U+037E to a semicolon.
struct PlainTexts {
  private struct Column {
    var text = ""
    /// How often a text was another one, less how often it was the same.
    var doubts = 0
  }

  /// From so many doubts on a column is taken to have other texts in each row.
  private static let most = 256

  private var columns: [Column]

  init(columns: Int) { self.columns = Array(repeating: Column(), count: columns) }

  /// Writes a text as the next field.
  mutating func put(_ text: String, in column: Int, to writer: inout DelimitedWriter) {
    guard column < columns.count, columns[column].doubts < Self.most else {
      writer.append(text: text)
      return
    }
    if columns[column].text == text {
      columns[column].doubts = max(0, columns[column].doubts - 1)
      writer.append(plain: text)
    } else {
      columns[column].doubts += 1
      let isPlain = writer.append(text: text) && text.utf8.allSatisfy { $0 < 0x80 }
      columns[column].text = isPlain ? text : ""
    }
  }
}
