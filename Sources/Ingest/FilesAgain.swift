package import Plan
import Synchronization
package import Tables
package import VietnameseText

/// The files of a data folder that was read before, of which some are read again for what stands in
/// their rows.
package final class FilesAgain: Sendable {
  /// What was read, with numbers of its own, and its records.
  package typealias Reading = (files: [SourceFileRow], records: [RawRecords])

  private struct Asked: Hashable {
    var places: [Int]
    var encoding: TextEncoding?
  }

  private let files: [FoundFile]
  private let reader: FileReader
  private let options: IngestOptions
  /// An archive is read once, whichever of the files in it are asked for.
  private let known = Mutex<[Asked: Reading]>([:])

  /// - Parameters:
  ///   - plan: The plan, whose forms the files are.
  ///   - options: Where the files are and for what year; what stands in them is the same on any day.
  /// - Throws: `IngestFailure` where there is no data folder.
  package init(_ plan: Plan, _ options: IngestOptions) throws(IngestFailure) {
    var found = try SentFolder(plan, options).files
    _ = showPaths(&found)
    files = found
    reader = FileReader(plan: plan)
    var options = options
    options.asOf = nil
    self.options = options
  }

  /// Reads a file; one in an archive together with all others in it.
  ///
  /// Masked names that are alike are numbered by their order, which files move that come later: each
  /// that may be meant is read.
  ///
  /// - Parameters:
  ///   - path: The file, as the table of files names it.
  ///   - encoding: Its encoding, should it not show one.
  /// - Returns: What was read; nil where there is no such file.
  package func read(_ path: String, encoding: TextEncoding?) -> Reading? {
    let places = files.indices.filter { place in
      let own = files[place].sent.path
      return Self.base(own) == Self.base(path) || path.hasPrefix("\(own)/")
    }
    guard !places.isEmpty else { return nil }
    let asked = Asked(places: places, encoding: encoding)
    return known.withLock { known in
      if let reading = known[asked] { return reading }
      var options = options
      options.encoding = encoding.map { EncodingDeclaration($0, isBinding: false) }
      var read = readNumbered(places.map { files[$0] }, reader, options)
      let records = takeRecords(reader.plan, &read, jobs: options.jobs)
      let reading: Reading = (read.map(\.row), records)
      known[asked] = reading
      return reading
    }
  }

  /// A path without the number that tells it from others alike.
  private static func base(_ path: String) -> Substring {
    let digits = path.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let rest = path.dropLast(digits)
    return digits > 0 && rest.last == "#" ? rest.dropLast() : path[...]
  }
}
