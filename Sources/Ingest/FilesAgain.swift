package import Plan
package import Tables
package import VietnameseText

/// The files of a data folder that was read before, of which some are read again for what stands in
/// their rows.
package struct FilesAgain: Sendable {
  private let files: [FoundFile]
  private let reader: FileReader
  private let options: IngestOptions

  /// - Parameters:
  ///   - plan: The plan, whose forms the files are.
  ///   - options: Where the files are and for what year and day.
  /// - Throws: `IngestFailure` where there is no data folder.
  package init(_ plan: Plan, _ options: IngestOptions) throws(IngestFailure) {
    var found = try SentFolder(plan, options).files
    _ = showPaths(&found)
    files = found
    reader = FileReader(plan: plan)
    self.options = options
  }

  /// Reads a file; one in an archive together with all others in it.
  ///
  /// - Parameters:
  ///   - path: The file, as the table of files names it.
  ///   - encoding: Its encoding, should it not show one.
  /// - Returns: What was read, with numbers of its own, and its records; nil where there is no such file.
  package func read(
    _ path: String,
    encoding: TextEncoding?
  ) -> (files: [SourceFileRow], records: [RawRecords])? {
    let own = files.filter { path == $0.sent.path || path.hasPrefix("\($0.sent.path)/") }
    guard !own.isEmpty else { return nil }
    var options = options
    options.encoding = encoding.map { EncodingDeclaration($0, isBinding: false) }
    var files = readNumbered(own, reader, options)
    let records = takeRecords(reader.plan, &files, jobs: options.jobs)
    return (files.map(\.row), records)
  }
}
