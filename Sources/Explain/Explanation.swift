package import Tables

/// One statement about where a number comes from, and what it rests on.
package struct Explanation: Sendable, Equatable, Encodable {
  package var text: String
  package var children: [Explanation]
  /// The same in few words, for a list.
  var brief: String

  private enum CodingKeys: String, CodingKey { case text, children }

  package init(_ text: String, _ children: [Explanation] = []) {
    self.init(text, brief: text, children)
  }

  init(_ text: String, brief: String, _ children: [Explanation] = []) {
    self.text = text
    self.children = children
    self.brief = brief
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
  package var figure: FigureKey.Figure
  package var lists: ToldLists

  package init(_ figure: FigureKey.Figure, lists: ToldLists = ToldLists()) {
    self.figure = figure
    self.lists = lists
  }
}

/// How much of long lists is told.
package struct ToldLists: Sendable, Hashable {
  /// Rows of a register for one count.
  package var rows: RowPage
  /// Units of which a figure is made.
  package var parts: Int

  package init(rows: RowPage = .all, parts: Int = .max) {
    self.rows = rows
    self.parts = max(1, parts)
  }

  /// Changes and findings that touch a fact; no fewer than rows.
  var remarks: Int { max(rows.size, 20) }
}

/// Which rows of a register are listed for one count.
package struct RowPage: Sendable, Hashable {
  package static let all = RowPage(number: 1, size: .max)

  /// From 1.
  package var number: Int
  package var size: Int

  package init(number: Int, size: Int) {
    self.number = max(1, number)
    self.size = max(1, size)
  }

  /// Positions of the page's rows among so many; empty beyond the last.
  package func range(of count: Int) -> Range<Int> {
    let (start, isBeyond) = (number - 1).multipliedReportingOverflow(by: size)
    guard !isBeyond, start < count else { return count..<count }
    return start..<(start + min(size, count - start))
  }
}
