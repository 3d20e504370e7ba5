import Diagnostics

/// What is said about the rows of a form.
struct FormRemarks {
  /// Remarks on cells and rows, each with the text of a cell that is set aside for it; those on rows
  /// that are superseded are dropped, since a later row has taken their place.
  var onRows: [(row: Int, finding: Finding, cell: String?)] = []
  var onFiles: [Finding] = []
  /// Remarks on columns of a file; dropped where none of its rows is left.
  var onColumns: [(file: Int, finding: Finding)] = []

  /// Number of remarks so far, by which a step is told that had nothing to say.
  var count: Int { onRows.count + onFiles.count + onColumns.count }

  /// Adds what was said after these.
  mutating func append(_ later: FormRemarks) {
    onRows += later.onRows
    onFiles += later.onFiles
    onColumns += later.onColumns
  }
}
