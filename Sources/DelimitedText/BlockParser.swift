/// Parses blocks of a file held in memory: plain lines at once, all others with libcsv.
struct BlockParser: ~Copyable {
  private var parser: RecordParser
  private let dialect: Dialect

  /// The records of one block, which begins and ends where records do.
  struct Block: Sendable {
    var segments: [BatchSegment]
    /// Lines and offsets are those of the file; records count from the first of the block, and lines
    /// too where the line of its first record was unknown.
    var faults: [ParseFault]
    /// Where the block ended.
    var end: Place
  }

  /// What must be known between two records to read on.
  struct Place: Sendable {
    var offset: Int
    var line: Int
    /// Fields of the last whole record before; nil where that is unknown.
    var width: Int?
  }

  init(dialect: Dialect, recordLimit: Int, suspectsQuotes: Bool) {
    self.dialect = dialect
    parser = RecordParser(
      dialect: dialect,
      recordLimit: recordLimit,
      suspectsQuotes: suspectsQuotes
    )
  }

  /// Parses from the beginning of a record until one ends at or after a place to stop at.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - start: Where the block begins.
  ///   - stop: Where the next block is to begin.
  ///   - limit: Place after which a record that has not ended shows that the block began inside one.
  /// - Returns: The records; nil where it was given up.
  mutating func parse(
    _ bytes: Span<UInt8>,
    from start: Place,
    upTo stop: Int,
    givingUpAfter limit: Int = .max
  ) -> Block? {
    var place = start
    parser.width = start.width
    parser.lacksWidth = false
    parser.library.builder.begin(at: start.offset, line: start.line)
    while place.offset < stop {
      let recordsBefore = parser.library.builder.recordCount
      let plain = parser.library.builder.appendPlainLines(
        of: bytes,
        from: SegmentBuilder.PlainEnd(place: place.offset, line: place.line),
        upTo: stop,
        dialect: dialect,
        recordLimit: parser.recordLimit
      )
      if parser.library.builder.recordCount > recordsBefore {
        parser.width = parser.library.builder.lastFieldCount
      }
      place.offset = plain.place
      place.line = plain.line
      guard place.offset < stop else { break }
      parser.resume(at: place.offset, line: place.line)
      guard parser.parseRecord(in: bytes, upTo: limit), !parser.lacksWidth else {
        parser.abandon()
        return nil
      }
      place.offset = parser.heldOffset
      place.line = parser.line
    }
    place.width = parser.width
    defer { parser.faults = [] }
    return Block(
      segments: parser.library.builder.take(),
      faults: parser.faults,
      end: place
    )
  }
}
