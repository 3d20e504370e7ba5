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
      // Pandoc shares the width of a wide table out by the dashes; no column takes it all.
      let longest = lines.map { index < $0.count ? $0[index].count : 0 }.max() ?? 0
      let dashes = String(repeating: "-", count: min(max(longest, 3), 40))
      return index < aligned.count && aligned[index] == .right ? dashes + ":" : ":" + dashes
    }
    return ([header, rule] + rows)
      .map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
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
      default:
        if scalar.properties.generalCategory == .control {
          result.append(" ")
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
