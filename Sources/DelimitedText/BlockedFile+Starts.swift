// Where the records seem to begin that blocks begin with.
extension BlockedFile {
  /// Bytes after a mark that are looked at for a quote that tells whether the mark lies in quotes.
  private static let outlook = 1 << 12

  /// Beginnings of lines that seem to be beginnings of records, the first record's first.
  func likelyStarts(count: Int) -> [Int] {
    var starts = [start.offset]
    for index in 1..<count {
      let mark = start.offset + index * blockSize
      let limit = min(mark + blockSize, bytes.count)
      if let found = likelyStart(after: mark, upTo: limit), found > starts[starts.count - 1] {
        starts.append(found)
      }
    }
    return starts
  }

  /// The first beginning of a line after a mark that seems not to lie in quotes.
  private func likelyStart(after mark: Int, upTo limit: Int) -> Int? {
    var isInQuotes = seemsInQuotes(mark)
    var index = mark
    while index < limit {
      let byte = bytes[index]
      index += 1
      if byte == dialect.quote { isInQuotes.toggle() }
      guard !isInQuotes, Byte.isLineEnd(byte) else { continue }
      if byte == Byte.carriageReturn, index < bytes.count, bytes[index] == Byte.lineFeed {
        index += 1
      }
      return index < bytes.count ? index : nil
    }
    return nil
  }

  /// Whether the next quote that shows on which side its field lies closes one.
  private func seemsInQuotes(_ mark: Int) -> Bool {
    var isOddQuote = false
    for index in mark..<min(mark + Self.outlook, bytes.count) where bytes[index] == dialect.quote {
      let isAfterEdge = index == 0 || isEdge(bytes[index - 1])
      let isBeforeEdge = index + 1 == bytes.count || isEdge(bytes[index + 1])
      if isAfterEdge != isBeforeEdge { return isBeforeEdge != isOddQuote }
      isOddQuote.toggle()
    }
    return false
  }

  private func isEdge(_ byte: UInt8) -> Bool {
    byte == dialect.delimiter || Byte.isLineEnd(byte)
  }
}
