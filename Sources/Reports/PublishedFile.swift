internal import Tables

/// Names of what stands below `reports/<plan>/<year>/`.
package enum PublishedFile {
  package static let report = "bao-cao.md"
  package static let tables = "tables"
  /// Sheets of the units that the plan's unit evaluates.
  package static let unitSheets = "xa"
  /// Sheets of the units that handed up what is evaluated.
  package static let rolledUpSheets = "don-vi"
  /// What each sender has to correct.
  package static let lists = "tra-lai"
}

extension StageFile {
  /// A text, ended by one line feed.
  init(name: String, text: String) {
    self.init(name: name, bytes: Array((text + "\n").utf8))
  }
}
