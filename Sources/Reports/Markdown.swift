/// The few forms of Markdown that reports use, as pandoc and GitHub read them.
enum Markdown {
  enum Alignment: Sendable { case left, right }

  /// A pipe table; cells are Markdown already.
  static func table(
    _ header: [String],
    aligned: [Alignment] = [],
    _ rows: [[String]]
  ) -> String {
    table(header, aligned: aligned, [TablePart(rows)])
  }

  /// A pipe table of parts that follow one another, which is empty where they have no row.
  static func table(
    _ header: [String],
    aligned: [Alignment] = [],
    _ parts: [TablePart]
  ) -> String {
    let parts = parts.filter { !$0.lines.isEmpty }
    guard !parts.isEmpty else { return "" }
    let head = TablePart([header])
    let rule = header.indices.map { index in
      let longest = parts.reduce(head.longest(index)) { max($0, $1.longest(index)) }
      let dashes = String(repeating: "-", count: longest)
      return index < aligned.count && aligned[index] == .right ? dashes + ":" : ":" + dashes
    }
    return ([head, TablePart([rule])] + parts).map(\.lines).joined(separator: "\n")
  }

  /// Rows of a pipe table as text, with what its head has to know of them.
  struct TablePart: Sendable {
    fileprivate let lines: String
    /// By column.
    private var longest: [Int]

    init(_ rows: [[String]]) {
      lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
      longest = (0..<(rows.map(\.count).max() ?? 0)).map { Self.longest(rows, $0) }
    }

    fileprivate func longest(_ column: Int) -> Int {
      longest.indices.contains(column) ? longest[column] : Markdown.fewestDashes
    }

    /// How many dashes stand below the header of a column: as many as its longest text has signs.
    ///
    /// Pandoc shares the width of a wide table out by the dashes; no column takes it all.
    private static func longest(_ lines: [[String]], _ column: Int) -> Int {
      var longest = Markdown.fewestDashes
      for line in lines where column < line.count && longest < Markdown.mostDashes {
        // A text has no more signs than bytes, and its signs take long to find.
        guard line[column].utf8.count > longest else { continue }
        longest = max(longest, line[column].count)
      }
      return min(longest, Markdown.mostDashes)
    }
  }

  private static let fewestDashes = 3
  private static let mostDashes = 40

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
