/// A file of the reports: its path below `reports/<plan>/<year>/` and its bytes.
package struct PublishedFile: Sendable, Equatable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A text, ended by one line feed.
  init(path: String, text: String) {
    self.init(path: path, bytes: Array((text + "\n").utf8))
  }

  package static let report = "bao-cao.md"
  package static let tables = "tables"
  /// Sheets of the units that the plan's unit evaluates.
  package static let unitSheets = "xa"
  /// Sheets of the units that handed up what is evaluated.
  package static let rolledUpSheets = "don-vi"
  /// What each sender has to correct.
  package static let lists = "tra-lai"
}
