/// How texts stand on a terminal.
package enum DisplayWidth {
  /// Columns that a text takes: letters with their tones are one, letters of full width two.
  package static func of(_ text: some StringProtocol) -> Int {
    isPlain(text) ? text.utf8.count : text.reduce(0) { $0 + of($1) }
  }

  /// Whether a text is printable ASCII, as nearly all cells of large tables are.
  private static func isPlain(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  private static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return 0
    default: return isWide(first.value) ? 2 : 1
    }
  }

  /// Ranges of East Asian width W and F (Unicode Standard Annex 11), by block.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// A text without what would move the cursor, hide or turn round what follows.
  ///
  /// Cells of a sender's file come on the terminal of whoever checks it.
  package static func harmless(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
      case .format: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A text in lines of at most `width` columns, later lines indented; words longer than a line are
  /// cut.
  ///
  /// - Parameters:
  ///   - text: The text, on one line.
  ///   - width: Columns of the terminal.
  ///   - first: What stands before the first line.
  ///   - rest: What stands before the other lines.
  /// - Returns: The lines.
  package static func wrapped(
    _ text: String,
    width: Int = 80,
    first: String = "",
    rest: String = ""
  ) -> String {
    var lines: [String] = []
    var line = first
    var used = of(first)
    var isStart = true
    for word in text.split(separator: " ") {
      var word = word
      let needed = of(word)
      if !isStart, used + 1 + needed > width {
        lines.append(line)
        (line, used, isStart) = (rest, of(rest), true)
      }
      while used + (isStart ? 0 : 1) + of(word) > width, word.count > 1, isStart {
        let room = max(width - used, 1)
        var cut = word.startIndex
        var taken = 0
        while cut < word.endIndex, taken + of(word[cut]) <= room || cut == word.startIndex {
          taken += of(word[cut])
          cut = word.index(after: cut)
        }
        guard cut < word.endIndex else { break }
        lines.append(line + word[..<cut])
        (line, used) = (rest, of(rest))
        word = word[cut...]
      }
      line += (isStart ? "" : " ") + word
      used += (isStart ? 0 : 1) + of(word)
      isStart = false
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }
}
