// Lines without a quote: all there is to reading them is finding delimiters and line ends.
extension SegmentBuilder {
  /// Bytes after which the lists of offsets are given room again.
  private static let window = 1 << 12

  /// Where plain lines ended, and the line there.
  struct PlainEnd {
    var place: Int
    var line: Int
  }

  /// Splits lines that hold no quote, from the beginning of a record on.
  ///
  /// Stops before a line that holds a quote, is longer than the limit, is not ended, or begins at or
  /// after a place to stop at; and near the end of the bytes.
  mutating func appendPlainLines(
    of bytes: Span<UInt8>,
    from start: PlainEnd,
    upTo stop: Int,
    dialect: Dialect,
    recordLimit: Int
  ) -> PlainEnd {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let input = buffer.baseAddress else { return start }
      return unsafe appendPlainLines(
        of: input,
        count: buffer.count,
        from: start,
        upTo: stop,
        dialect: dialect,
        recordLimit: recordLimit
      )
    }
  }

  private mutating func appendPlainLines(
    of input: UnsafeRawPointer,
    count: Int,
    from start: PlainEnd,
    upTo stop: Int,
    dialect: Dialect,
    recordLimit: Int
  ) -> PlainEnd {
    let structure = StructureBytes(dialect)
    let width = StructureBytes.width
    let delimiter = dialect.delimiter
    let quote = dialect.quote
    let base = base
    var lineStart = start.place
    var line = start.line
    var place = start.place
    // The record that is being read: its first bound is written when its line begins, so that a
    // blank line only moves it.
    bounds.reserve(1)
    var firstBound = bounds.count
    var boundCount = firstBound + 1
    unsafe bounds.base[firstBound] = UInt32(lineStart - base)
    defer { bounds.count = firstBound }

    while place + width <= count {
      let windowEnd = min(place + Self.window, count)
      bounds.count = boundCount
      bounds.reserve(2 * Self.window)
      firstBounds.reserve(Self.window)
      lines.reserve(Self.window)
      let boundList = unsafe bounds.base
      while place + width <= windowEnd {
        var rest = unsafe structure.bits(input + place)
        while rest != 0 {
          let hit = place &+ rest.trailingZeroBitCount
          rest &= rest &- 1
          let byte = unsafe input.load(fromByteOffset: hit, as: UInt8.self)
          if byte == delimiter {
            unsafe boundList[boundCount] = UInt32(truncatingIfNeeded: hit &+ 1 &- base)
            boundCount &+= 1
            continue
          }
          // The LF of a CRLF that was dealt with at its CR.
          if hit < lineStart { continue }
          if byte == quote { return PlainEnd(place: lineStart, line: line) }
          var next = hit + 1
          if byte == Byte.carriageReturn {
            guard next < count else { return PlainEnd(place: lineStart, line: line) }
            if unsafe input.load(fromByteOffset: next, as: UInt8.self) == Byte.lineFeed {
              next += 1
            }
          }
          guard next - lineStart <= recordLimit else {
            return PlainEnd(place: lineStart, line: line)
          }
          if hit > lineStart {
            unsafe boundList[boundCount] = UInt32(truncatingIfNeeded: hit &+ 1 &- base)
            unsafe firstBounds.base[firstBounds.count] = UInt32(truncatingIfNeeded: firstBound)
            unsafe lines.base[lines.count] = UInt32(truncatingIfNeeded: line - firstLine)
            firstBounds.count += 1
            lines.count += 1
            firstBound = boundCount + 1
            boundCount &+= 2
          }
          lineStart = next
          line += 1
          unsafe boundList[firstBound] = UInt32(truncatingIfNeeded: lineStart - base)
          guard lineStart < stop else { return PlainEnd(place: lineStart, line: line) }
        }
        place += width
      }
      // The last bytes before the end of a window are looked at in the next one.
      if windowEnd == count { break }
    }
    return PlainEnd(place: lineStart, line: line)
  }
}
