import Diagnostics

/// What was found at a file: what is of no line, and what is of single lines.
///
/// A country's register has very many findings, which each of thousands of facts asks about.
struct FileFindings: Sendable {
  /// All of it, in its order.
  let list: [Finding]
  /// Positions in the list by line; those of no line stand under nil.
  private let positions: [Int?: [Int]]

  init(_ list: [Finding]) {
    self.list = list
    positions = Dictionary(grouping: list.indices) { list[$0].location.line }
  }

  /// What is of no line, or of one of these, in its order.
  func touching(_ lines: Set<Int>) -> [Finding] {
    let own = lines.flatMap { positions[$0] ?? [] } + (positions[nil] ?? [])
    return own.sorted().map { list[$0] }
  }
}
