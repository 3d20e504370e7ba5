/// Turns chunks of a delimited file into records with exact line numbers.
///
/// LF, CR and CRLF each end a line, inside quotes too. Blank lines give no record but are counted.
/// Blanks around unquoted fields stay; a blank between a delimiter and a quote is therefore a
/// stray quote (`a, "b"`), and its line is kept raw; `ParseResult.repaired` may read it still.
///
/// libcsv is fed whole physical lines. So the position of every record is known, and so the size
/// of the chunks cannot matter. After a fault, the first line of the broken record is kept as a
/// record of one raw field, and parsing goes on at the next line: a quote never closed costs one
/// line, not the rest of the file. In files that people made it need not swallow whole rows either,
/// up to a quote that happens to close it: a parser that suspects so does not believe in a record
/// of several lines each of which has the fields of the record before. A line is read at most twice for it, because a line that closes a quote opened
/// above it cannot also leave one open.
public struct RecordParser: ~Copyable {
  /// Longest record, in bytes, that is not taken for a quote never closed.
  public static let defaultRecordLimit = 1 << 28

  /// With more, offsets in a block could need more than 32 bits.
  private static let greatestRecordLimit = 1 << 29

  let library: LibCSV
  let quote: UInt8
  let delimiter: UInt8
  let recordLimit: Int
  let suspectsQuotes: Bool
  var faults: [ParseFault] = []

  // Bytes from the start of the current record on; `fed` and `scanned` are indices into them.
  var held: [UInt8] = []
  var start = 0
  var fed = 0
  var scanned = 0
  var heldOffset: Int

  var recordLine: Int
  var line: Int
  var skipsRestOfLine = false
  /// Fields of the last whole record; nil at the beginning of a block whose records before are unknown.
  var width: Int? = 0
  /// Whether a quote could not be judged because the width was unknown.
  var lacksWidth = false

  /// Creates a parser.
  ///
  /// - Parameters:
  ///   - dialect: Delimiter and quote, which must differ from each other and from line ends.
  ///   - firstLine: Number of the line that the first chunk begins with.
  ///   - firstOffset: Offset of the first chunk in its file.
  ///   - recordLimit: Bytes beyond which a record is a fault; at most 2²⁹.
  ///   - suspectsQuotes: Whether a quoted field that looks like whole rows is a quote never closed.
  public init(
    dialect: Dialect,
    firstLine: Int = 1,
    firstOffset: Int = 0,
    recordLimit: Int = defaultRecordLimit,
    suspectsQuotes: Bool = false
  ) {
    precondition(dialect.isUsable, "delimiter, quote and line ends must differ")
    precondition(
      (1...Self.greatestRecordLimit).contains(recordLimit),
      "the record limit is out of range"
    )
    library = LibCSV(dialect: dialect)
    quote = dialect.quote
    delimiter = dialect.delimiter
    self.recordLimit = recordLimit
    self.suspectsQuotes = suspectsQuotes
    heldOffset = firstOffset
    line = firstLine
    recordLine = firstLine
    library.builder.begin(at: firstOffset, line: firstLine)
  }

  /// Takes the next bytes of the file.
  public mutating func parse(_ chunk: Span<UInt8>) {
    unsafe chunk.withUnsafeBufferPointer { unsafe held.append(contentsOf: $0) }
    drain(.open)
    compact()
  }

  /// Hands over the records and faults found since the last time.
  public mutating func take() -> ParseResult {
    // A record that was begun stays out: its lines are fed again when the next chunk comes.
    if fed > start { restartRecord() }
    var batch = RecordBatch()
    for segment in library.builder.take() { batch.append(segment) }
    library.builder.begin(at: heldOffset + start, line: recordLine)
    defer { faults = [] }
    return ParseResult(batch: batch, faults: faults)
  }

  /// Ends the file and hands over what is left.
  public consuming func finish() -> ParseResult {
    drain(.fileEnded)
    return take()
  }

  // MARK: Lines

  /// What is known of what follows the bytes held.
  enum Ending {
    /// More bytes may follow.
    case open
    /// A line ends with them; a CR at their end is no half of a CRLF.
    case lineEnded
    /// They are the last ones of the file.
    case fileEnded
  }

  private mutating func drain(_ ending: Ending) {
    while takeLine(ending) {}
  }

  /// Takes the next line, if all of it is there.
  mutating func takeLine(_ ending: Ending) -> Bool {
    let lineEnd = nextLineEnd(ending)
    let end = lineEnd ?? held.count
    if skipsRestOfLine {
      guard let lineEnd else {
        dropScanned()
        return false
      }
      skipsRestOfLine = false
      moveOn(to: lineEnd)
    } else if end - start > recordLimit {
      // Known as soon as the limit is passed, whether or not the line has ended yet.
      keepBeginning(lineEnd: lineEnd)
    } else if lineEnd != nil || (ending == .fileEnded && start < held.count) {
      feed(upTo: end, isLast: lineEnd == nil)
    } else {
      return false
    }
    return true
  }

  /// Index after the next line end; a CR at the end of the bytes waits for a possible LF.
  mutating func nextLineEnd(_ ending: Ending) -> Int? {
    var index = max(scanned, fed)
    defer { scanned = index }
    while index < held.count {
      switch held[index] {
      case Byte.lineFeed:
        return index + 1
      case Byte.carriageReturn:
        guard index + 1 < held.count else { return ending == .open ? nil : index + 1 }
        return held[index + 1] == Byte.lineFeed ? index + 2 : index + 1
      default:
        index += 1
      }
    }
    return nil
  }

  mutating func feed(upTo end: Int, isLast: Bool) {
    let isNew = fed == start
    if isNew, Byte.isLineEnd(held[fed]) { return moveOn(to: end) }
    if isNew { library.builder.beginRecord(line: line) }

    let accepted = library.feed(held.span.extracting(fed..<end))
    guard accepted == end - fed else {
      let place = fed + accepted
      return keepBroken(at: place)
    }
    if !library.recordEnded {
      guard isLast else {
        fed = end
        line += 1
        return
      }
      guard library.finish() else {
        return keepRaw(.unterminatedQuote, at: openQuote(before: held.count))
      }
    }
    if suspectsQuotes, !isNew, hasSwallowedRows(upTo: end) {
      return keepRaw(.unterminatedQuote, at: openQuote(before: endOfLine(from: start).text))
    }
    width = library.builder.lastFieldCount
    moveOn(to: end)
  }

  mutating func moveOn(to end: Int) {
    start = end
    fed = end
    line += 1
    recordLine = line
  }

  mutating func compact() {
    guard start > 0 else { return }
    held.removeSubrange(..<start)
    heldOffset += start
    fed -= start
    scanned = max(scanned - start, 0)
    start = 0
  }

  mutating func restartRecord() {
    library.reset()
    library.builder.discardLastRecord()
    fed = start
    scanned = start
    line = recordLine
  }
}
