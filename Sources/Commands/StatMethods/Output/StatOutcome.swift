import Methods

/// The answer for a table, or for one of its groups.
struct StatOutcome: Sendable {
  /// The group's label; nil where there are no groups.
  var group: String?
  var used: Int
  var missing: Int
  var bad: Int
  var result: StatResult

  /// What every answer has before its own keys.
  var counts: [(key: ResultKey, value: Int)] {
    [(.used, used), (.missing, missing), (.bad, bad)]
  }
}

/// Text that goes out in pieces, so that answers of millions of rows are never held whole.
struct TextOutput {
  private static let pieceSize = 1 << 16

  private var buffer = ""
  private let write: (String) throws -> Void

  init(_ write: @escaping (String) throws -> Void) { self.write = write }

  mutating func add(_ text: String) throws {
    buffer += text
    if buffer.utf8.count >= Self.pieceSize { try flush() }
  }

  mutating func flush() throws {
    guard !buffer.isEmpty else { return }
    try write(buffer)
    buffer = ""
  }
}
