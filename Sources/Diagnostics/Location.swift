/// Where something stands: a file, and a line and column in it where they are known.
package struct Location: Hashable, Sendable {
  package var file: String
  package var line: Int?
  /// 1-based: a column of the table in data files, a character in plan files.
  package var column: Int?

  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}
