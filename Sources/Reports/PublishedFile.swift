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
}
