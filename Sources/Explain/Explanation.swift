/// One statement about where a number comes from, and what it rests on.
package struct Explanation: Sendable, Equatable {
  package var text: String
  package var children: [Explanation]

  package init(_ text: String, _ children: [Explanation] = []) {
    self.text = text
    self.children = children
  }

  /// The tree as lines for a terminal, each branch drawn.
  package var lines: [String] { drawn(first: "", rest: "") }

  private func drawn(first: String, rest: String) -> [String] {
    var lines = [first + text]
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      lines += child.drawn(
        first: rest + (isLast ? "└─ " : "├─ "),
        rest: rest + (isLast ? "   " : "│  ")
      )
    }
    return lines
  }
}

/// Which number is asked about.
package struct ExplainQuestion: Sendable {
  package var indicator: String
  package var unit: String
  package var year: Int
  /// Most rows of a register that are listed for one count; nil for all.
  package var rowsAtMost: Int?

  package init(indicator: String, unit: String, year: Int, rowsAtMost: Int? = nil) {
    self.indicator = indicator
    self.unit = unit
    self.year = year
    self.rowsAtMost = rowsAtMost
  }
}
