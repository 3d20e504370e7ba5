package import Diagnostics
package import VietnameseText

/// A file as it was sent: for what year, by whom, and where its bytes are.
package struct SentFile: Sendable {
  /// Where the bytes are.
  package enum Contents: Sendable {
    /// A file on disk, opened only when its turn comes.
    case disk(path: String)
    case memory([UInt8])
  }

  /// By which findings and tables name it; `<year>/<sender>/…` in a data folder.
  package var path: String
  /// Year that it is for; nil where its place tells none.
  package var year: Int?
  /// Id of the sender, or code of the sending unit.
  package var sender: String
  /// Day of its receipt, where there is one.
  package var received: CalendarDate?
  /// Day on which it was last changed; stands in for the receipt.
  package var modified: CalendarDate?
  /// The same in seconds since 1970; orders files of one day.
  package var modifiedSecond: Int?
  package var contents: Contents
  /// What is declared of its encoding, if anything is.
  package var encoding: EncodingDeclaration?

  package init(
    path: String,
    year: Int?,
    sender: String,
    received: CalendarDate? = nil,
    modified: CalendarDate? = nil,
    modifiedSecond: Int? = nil,
    contents: Contents,
    encoding: EncodingDeclaration? = nil
  ) {
    self.path = path
    self.year = year
    self.sender = sender
    self.received = received
    self.modified = modified
    self.modifiedSecond = modifiedSecond
    self.contents = contents
    self.encoding = encoding
  }
}
