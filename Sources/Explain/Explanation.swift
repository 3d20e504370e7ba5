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
  package var page: ExplainPage

  package init(_ figure: FigureKey.Figure, page: ExplainPage = .all) {
    self.figure = figure
    self.page = page
  }
}

/// How much of long lists is told: which rows of a register for one count, and how many of the units that
/// make up a sum.
package struct ExplainPage: Sendable, Hashable {
  package static let all = ExplainPage(number: 1, size: .max)

  /// From 1.
  package var number: Int
  package var size: Int
  package var parts: Int

  package init(number: Int, size: Int, parts: Int = .max) {
    self.number = max(1, number)
    self.size = max(1, size)
    self.parts = max(1, parts)
  }

  /// Positions of the page's rows among so many; empty beyond the last.
  package func range(of count: Int) -> Range<Int> {
    let (start, isBeyond) = (number - 1).multipliedReportingOverflow(by: size)
    guard !isBeyond, start < count else { return count..<count }
    return start..<(start + min(size, count - start))
  }
}
