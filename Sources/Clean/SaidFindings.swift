import Diagnostics

/// What was last said of columns of files, to be said again of other cells: a column that is wrong
/// throughout is said to be so once for each row.
struct SaidFindings {
  /// What is said of a cell, worded as `found '…', expected …`.
  struct Place: Hashable {
    /// Number of the file.
    var file: Int
    /// Position of the field; nil where none is meant.
    var field: Int?
    var code: String
    var severity: Severity
    var isSensitive: Bool
  }

  private var last: [Place: (expected: LocalisedText, finding: Finding)] = [:]

  /// What was last said at a place; nil where it was something else.
  func finding(at place: Place, expected: LocalisedText) -> Finding? {
    guard let before = last[place], before.expected == expected else { return nil }
    return before.finding
  }

  mutating func keep(_ finding: Finding, at place: Place, expected: LocalisedText) {
    last[place] = (expected, finding)
  }
}
