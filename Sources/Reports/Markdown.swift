/// The few forms of Markdown that reports use, as pandoc and GitHub read them.
enum Markdown {
  enum Alignment: Sendable { case left, right }

  /// A pipe table; cells are Markdown already.
  static func table(
    _ header: [String],
    aligned: [Alignment] = [],
    _ rows: [[String]]
  ) -> String {
    guard !rows.isEmpty else { return "" }
    let lines = [header] + rows
    let rule = header.indices.map { index in
      let dashes = String(repeating: "-", count: dashes(lines, index))
      return index < aligned.count && aligned[index] == .right ? dashes + ":" : ":" + dashes
    }
    return ([header, rule] + rows)
      .map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  /// How many dashes stand below the header of a column: as many as its longest text has signs.
  ///
  /// Pandoc shares the width of a wide table out by the dashes; no column takes it all.
  private static func dashes(_ lines: [[String]], _ column: Int) -> Int {
    var longest = 3
    for line in lines where column < line.count && longest < 40 {
      // A text has no more signs than bytes, and its signs take long to find.
      guard line[column].utf8.count > longest else { continue }
      longest = max(longest, line[column].count)
    }
    return min(longest, 40)
  }

  static func list(_ items: [String]) -> String {
    items.map { "- " + $0 }.joined(separator: "\n")
  }

  /// Blocks with a blank line between them; empty ones are left out.
  static func blocks(_ blocks: [String]) -> String {
    blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// A text of senders as it stands, with what Markdown or HTML would read as markup escaped.
  static func escaped(_ text: String, limit: Int = 200) -> String {
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard index < limit else { return result + "…" }
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "$", "&":
        result.append("\\")
        result.unicodeScalars.append(scalar)
      // Unicode has these control characters and will have no others.
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": result.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
