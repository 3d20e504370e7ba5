import DelimitedText
import Diagnostics
import Tables

/// A file as it was read: what is known of it, and its records where it has a form.
struct ReadFile: Sendable {
  var row: SourceFileRow
  var notes: [NoteRow] = []
  var totals: [TotalRow] = []
  var findings: [Finding] = []
  var table: ReadTable?
  /// Rows of a file with one figure a row, in place of a table.
  var long: [LongRow] = []
  /// Tables of other forms below the first; each is accounted for as a file of its own.
  var further: [ReadFile] = []
  /// When it was last changed, in seconds since 1970.
  var modifiedSecond: Int?

  /// Keeps nothing of the file but the reason.
  mutating func setAside(_ finding: Finding) {
    row.status = .setAside
    row.reason = finding.code
    notes = []
    totals = []
    findings = [finding]
    table = nil
    long = []
    row.records += further.map(\.row.records).reduce(0, +)
    row.layoutRows += further.map(\.row.layoutRows).reduce(0, +)
    further = []
  }
}

/// Records of a form: the lines on which they stand, and the cells of its fields and their parts.
struct ReadTable: Sendable {
  var form: Int
  var lines: RowNumbers
  var columns: [TextColumn]
}
