// What becomes of records whose quoting is broken.
extension RecordParser {
  /// Keeps a record raw that libcsv refused at a byte.
  ///
  /// Where the quote before that byte was opened on a line above, it is the one never closed.
  mutating func keepBroken(at place: Int) {
    if library.isOutOfMemory { return keepRaw(.tooLong, at: place) }
    let opened = openQuote(before: place)
    if held[opened] == quote, held[opened..<place].contains(where: { Byte.isLineEnd($0) }) {
      return keepRaw(.unterminatedQuote, at: opened)
    }
    keepRaw(held[place] == quote ? .strayQuote : .textAfterQuote, at: place)
  }

  /// Whether a record of several lines is rather that many rows behind a quote never closed.
  ///
  /// Two fields are too few to tell: a line of prose has a comma.
  mutating func hasSwallowedRows(upTo end: Int) -> Bool {
    guard let width else {
      lacksWidth = true
      return false
    }
    guard width >= 3 else { return false }
    var index = start
    while index < end {
      let lineEnd = endOfLine(from: index)
      let line = held[index..<lineEnd.text]
      guard line.isEmpty || line.count(where: { $0 == delimiter }) == width - 1 else {
        return false
      }
      index = lineEnd.next
    }
    return true
  }

  /// Keeps the first line of the current record raw, and goes on at the line below it.
  mutating func keepRaw(_ kind: ParseFault.Kind, at place: Int) {
    library.reset()
    library.builder.discardLastRecord()
    let lineEnd = endOfLine(from: start)
    note(kind, at: place)
    keepRaw(start..<lineEnd.text)
    line = recordLine
    moveOn(to: lineEnd.next)
    scanned = start
  }

  /// Keeps as much of a record beyond the limit as the limit allows, or the first line of many.
  mutating func keepBeginning(lineEnd: Int?) {
    let place = start + recordLimit
    guard fed == start else { return keepRaw(.tooLong, at: place) }
    note(.tooLong, at: place)
    keepRaw(start..<place)
    if let lineEnd { return moveOn(to: lineEnd) }
    skipsRestOfLine = true
    dropScanned()
  }

  /// Lets go of bytes that nobody will read; a CR that waits for its LF stays.
  mutating func dropScanned() {
    start = scanned
    fed = scanned
  }

  mutating func keepRaw(_ range: Range<Int>) {
    library.builder.beginRecord(line: recordLine)
    library.builder.appendField(held.span.extracting(range))
    library.builder.markLastFaulty()
  }

  mutating func note(_ kind: ParseFault.Kind, at place: Int) {
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
        record: library.builder.recordCount
      )
    )
  }

  func endOfLine(from first: Int) -> (text: Int, next: Int) {
    var index = first
    while index < held.count, !Byte.isLineEnd(held[index]) { index += 1 }
    var next = min(index + 1, held.count)
    if index + 1 < held.count, held[index] == Byte.carriageReturn,
      held[index + 1] == Byte.lineFeed
    {
      next += 1
    }
    return (index, next)
  }

  /// Index of the last quote before a place that opened a field.
  func openQuote(before place: Int) -> Int {
    var opened = start
    var isOpen = false
    for index in start..<place where held[index] == quote {
      isOpen.toggle()
      let isSecondOfPair = index > start && held[index - 1] == quote
      if isOpen, !isSecondOfPair { opened = index }
    }
    return opened
  }
}
