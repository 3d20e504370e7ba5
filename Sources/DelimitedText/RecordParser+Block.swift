// A parser that is given places in a file held in memory, between them lines without a quote.
extension RecordParser {
  /// Goes on at the beginning of a record, with nothing known of what stands before it but this.
  mutating func resume(at place: Int, line: Int) {
    heldOffset = place
    self.line = line
    recordLine = line
    skipsRestOfLine = false
  }

  /// Reads a record from where the parser stands; of a broken one, the line that is kept raw.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limit: Place after which to give up.
  /// - Returns: Whether the record ended; otherwise the parser is left in the middle of it.
  mutating func parseRecord(in bytes: Span<UInt8>, upTo limit: Int) -> Bool {
    var place = heldOffset
    var end = endOfLine(in: bytes, from: place)
    if parseSoundRecord(bytes.extracting(place..<end)) { return true }
    while place < min(limit, bytes.count) {
      if end == place { end = endOfLine(in: bytes, from: place) }
      unsafe bytes.extracting(place..<end).withUnsafeBufferPointer {
        unsafe held.append(contentsOf: $0)
      }
      place = end
      while takeLine(end == bytes.count ? .fileEnded : .lineEnded) {
        guard fed == start else { continue }
        // What else was held, to see whether the record was broken, is read again from the file.
        heldOffset += start
        dropHeld()
        return true
      }
    }
    return false
  }

  /// Reads a record of one line straight from the file; false where there is anything to it.
  private mutating func parseSoundRecord(_ text: Span<UInt8>) -> Bool {
    guard text.count <= recordLimit, Byte.isLineEnd(text[text.count - 1]) else { return false }
    library.builder.beginRecord(line: line)
    guard library.feed(text) == text.count, library.recordEnded else {
      restartRecord()
      return false
    }
    width = library.builder.lastFieldCount
    heldOffset += text.count
    moveOn(to: 0)
    return true
  }

  /// Forgets the record that was begun and all before it.
  mutating func abandon() {
    library.reset()
    _ = library.builder.take()
    faults = []
    dropHeld()
  }

  private mutating func dropHeld() {
    held.removeAll(keepingCapacity: true)
    start = 0
    fed = 0
    scanned = 0
  }

  /// Place after the line end that comes next, or the end of the file.
  private func endOfLine(in bytes: Span<UInt8>, from place: Int) -> Int {
    var index = place
    let lineFeeds = SIMD16<UInt8>(repeating: Byte.lineFeed)
    let carriageReturns = SIMD16<UInt8>(repeating: Byte.carriageReturn)
    unsafe bytes.withUnsafeBytes { buffer in
      while index + 16 <= buffer.count {
        let vector = unsafe buffer.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        if any((vector .== lineFeeds) .| (vector .== carriageReturns)) { break }
        index += 16
      }
    }
    while index < bytes.count, !Byte.isLineEnd(bytes[index]) { index += 1 }
    guard index < bytes.count else { return index }
    let isPair =
      bytes[index] == Byte.carriageReturn && index + 1 < bytes.count
      && bytes[index + 1] == Byte.lineFeed
    return index + (isPair ? 2 : 1)
  }
}
