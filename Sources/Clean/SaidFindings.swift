import Diagnostics

/// What was last said of columns of files, to be said again of other cells: a column that is wrong
/// throughout is said to be so once for each row.
struct SaidFindings {
  private struct Place: Hashable {
    var file: Int
    var field: Int?
    var code: String
  }

  private var last: [Place: (expected: LocalisedText, finding: Finding)] = [:]

  /// A finding worded as `found '…', expected …`.
  ///
  /// - Parameters:
  ///   - code: Its code, which goes with one severity.
  ///   - file: Number of the file.
  ///   - field: Position of the field; nil where none is meant.
  ///   - line: Line of the cell.
  ///   - found: What was found there.
  ///   - proposal: What the cell is proposed to have.
  ///   - expected: What was expected.
  ///   - make: Makes the finding where something else was said before.
  /// - Returns: The finding.
  mutating func finding(
    _ code: String,
    file: Int,
    field: Int?,
    line: Int,
    found: String,
    proposal: String,
    expected: LocalisedText,
    _ make: () -> Finding
  ) -> Finding {
    let place = Place(file: file, field: field, code: code)
    if let before = last[place], before.expected == expected {
      return before.finding.again(line: line, found: found, proposal: proposal)
    }
    let finding = make()
    last[place] = (expected, finding)
    return finding
  }
}
