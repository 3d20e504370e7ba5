/// Turns chunks of a delimited file into records with exact line numbers.
///
/// LF, CR and CRLF each end a line, inside quotes too. Blank lines give no record but are counted.
/// Blanks around unquoted fields stay; a blank between a delimiter and a quote is therefore a
/// stray quote (`a, "b"`), and its line is kept raw rather than guessed at.
///
/// libcsv is fed whole physical lines. So the position of every record is known, and so the size
/// of the chunks cannot matter. After a fault, the first line of the broken record is kept as a
/// record of one raw field, and parsing goes on at the next line: a quote never closed costs one
/// line, not the rest of the file. A line is read at most twice for it, because a line that
/// closes a quote opened above it cannot also leave one open.
public struct RecordParser: ~Copyable {
  /// Longest record, in bytes, that is not taken for a quote never closed.
  public static let defaultRecordLimit = 1 << 28

  private let library: LibCSV
  private let quote: UInt8
  private let recordLimit: Int
  private var faults: [ParseFault] = []

  // Bytes from the start of the current record on; `fed` and `scanned` are indices into them.
  private var held: [UInt8] = []
  private var start = 0
  private var fed = 0
  private var scanned = 0
  private var heldOffset: Int

  private var recordLine: Int
  private var line: Int
  private var skipsRestOfLine = false

  /// Creates a parser.
  ///
  /// - Parameters:
  ///   - dialect: Delimiter and quote, which must differ from each other and from line ends.
  ///   - firstLine: Number of the line that the first chunk begins with.
  ///   - firstOffset: Offset of the first chunk in its file.
  ///   - recordLimit: Bytes beyond which a record is a fault; below 2³².
  public init(
    dialect: Dialect,
    firstLine: Int = 1,
    firstOffset: Int = 0,
    recordLimit: Int = defaultRecordLimit
  ) {
    precondition(dialect.isUsable, "delimiter, quote and line ends must differ")
    precondition((1..<Int(UInt32.max)).contains(recordLimit), "the record limit is out of range")
    library = LibCSV(dialect: dialect)
    quote = dialect.quote
    self.recordLimit = recordLimit
    heldOffset = firstOffset
    line = firstLine
    recordLine = firstLine
  }

  /// Takes the next bytes of the file.
  public mutating func parse(_ chunk: Span<UInt8>) {
    unsafe chunk.withUnsafeBufferPointer { unsafe held.append(contentsOf: $0) }
    drain(atEnd: false)
    compact()
  }

  /// Hands over the records and faults found since the last time.
  public mutating func take() -> ParseResult {
    // A record that was begun stays out: its lines are fed again when the next chunk comes.
    if fed > start { restartRecord() }
    let result = ParseResult(batch: library.sink.batch, faults: faults)
    library.sink.batch = RecordBatch()
    faults = []
    return result
  }

  /// Ends the file and hands over what is left.
  public consuming func finish() -> ParseResult {
    drain(atEnd: true)
    return take()
  }

  // MARK: Lines

  private mutating func drain(atEnd: Bool) {
    while true {
      let lineEnd = nextLineEnd(atEnd: atEnd)
      let end = lineEnd ?? held.count
      if skipsRestOfLine {
        guard let lineEnd else { return dropScanned() }
        skipsRestOfLine = false
        moveOn(to: lineEnd)
      } else if end - start > recordLimit {
        // Known as soon as the limit is passed, whether or not the line has ended yet.
        keepBeginning(lineEnd: lineEnd)
      } else if lineEnd != nil || (atEnd && start < held.count) {
        feed(upTo: end, isLast: lineEnd == nil)
      } else {
        return
      }
    }
  }

  /// Index after the next line end; a CR at the end of the bytes waits for a possible LF.
  private mutating func nextLineEnd(atEnd: Bool) -> Int? {
    var index = max(scanned, fed)
    defer { scanned = index }
    while index < held.count {
      switch held[index] {
      case Byte.lineFeed:
        return index + 1
      case Byte.carriageReturn:
        guard index + 1 < held.count else { return atEnd ? index + 1 : nil }
        return held[index + 1] == Byte.lineFeed ? index + 2 : index + 1
      default:
        index += 1
      }
    }
    return nil
  }

  private mutating func feed(upTo end: Int, isLast: Bool) {
    let isNew = fed == start
    if isNew, isLineEnd(held[fed]) { return moveOn(to: end) }
    if isNew { library.sink.batch.beginRecord(line: line) }

    let accepted = library.feed(held.span.extracting(fed..<end))
    guard accepted == end - fed else {
      let place = fed + accepted
      if library.isOutOfMemory { return keepRaw(.tooLong, at: place) }
      return keepRaw(held[place] == quote ? .strayQuote : .textAfterQuote, at: place)
    }
    if library.sink.recordEnded { return moveOn(to: end) }
    guard isLast else {
      fed = end
      line += 1
      return
    }
    guard library.finish() else { return keepRaw(.unterminatedQuote, at: openQuote()) }
    moveOn(to: end)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private mutating func moveOn(to end: Int) {
    start = end
    fed = end
    line += 1
    recordLine = line
  }

  private mutating func compact() {
    guard start > 0 else { return }
    held.removeSubrange(..<start)
    heldOffset += start
    fed -= start
    scanned = max(scanned - start, 0)
    start = 0
  }

  // MARK: Faults

  /// Keeps the first line of the current record raw, and goes on at the line below it.
  private mutating func keepRaw(_ kind: ParseFault.Kind, at place: Int) {
    library.reset()
    library.sink.batch.discardLastRecord()
    let lineEnd = endOfLine(from: start)
    note(kind, at: place)
    keepRaw(start..<lineEnd.text)
    line = recordLine
    moveOn(to: lineEnd.next)
    scanned = start
  }

  /// Keeps as much of a record beyond the limit as the limit allows, or the first line of many.
  private mutating func keepBeginning(lineEnd: Int?) {
    let place = start + recordLimit
    guard fed == start else { return keepRaw(.tooLong, at: place) }
    note(.tooLong, at: place)
    keepRaw(start..<place)
    if let lineEnd { return moveOn(to: lineEnd) }
    skipsRestOfLine = true
    dropScanned()
  }

  /// Lets go of bytes that nobody will read; a CR that waits for its LF stays.
  private mutating func dropScanned() {
    start = scanned
    fed = scanned
  }

  private mutating func keepRaw(_ range: Range<Int>) {
    library.sink.batch.beginRecord(line: recordLine)
    library.sink.batch.appendField(held[range])
    library.sink.batch.markLastFaulty()
  }

  private mutating func note(_ kind: ParseFault.Kind, at place: Int) {
    var number = recordLine
    var lineStart = start
    while true {
      let end = endOfLine(from: lineStart).next
      guard end <= place, end < held.count else { break }
      number += 1
      lineStart = end
    }
    faults.append(
      ParseFault(
        kind: kind,
        line: number,
        column: place - lineStart + 1,
        byteOffset: heldOffset + place,
        record: library.sink.batch.recordCount
      )
    )
  }

  private func endOfLine(from first: Int) -> (text: Int, next: Int) {
    var index = first
    while index < held.count, !isLineEnd(held[index]) { index += 1 }
    var next = min(index + 1, held.count)
    if index + 1 < held.count, held[index] == Byte.carriageReturn,
      held[index + 1] == Byte.lineFeed
    {
      next += 1
    }
    return (index, next)
  }

  /// Index of the quote that opened the field which never ends.
  private func openQuote() -> Int {
    var opened = start
    var isOpen = false
    for index in start..<held.count where held[index] == quote {
      isOpen.toggle()
      let isSecondOfPair = index > start && held[index - 1] == quote
      if isOpen, !isSecondOfPair { opened = index }
    }
    return opened
  }

  private mutating func restartRecord() {
    library.reset()
    library.sink.batch.discardLastRecord()
    fed = start
    scanned = start
    line = recordLine
  }
}
