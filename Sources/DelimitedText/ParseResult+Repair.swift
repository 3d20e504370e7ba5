// Lines whose quoting is broken, read as a spreadsheet reads them.
extension ParseResult {
  /// Reads lines with quotes in the middle of a field where there is only one way to take them.
  ///
  /// A quote that opens no field, and one that is followed by text, stand for themselves; blanks
  /// outside of quotes are left out (`a, "b"`). The line must then have as many fields as most
  /// records have, or it stays broken. A quote that is never closed is not repaired: what it was to
  /// hold together nobody can tell.
  ///
  /// - Parameter dialect: The dialect of the parse.
  /// - Returns: The same records, with those lines taken apart; `repairs` has their faults.
  public func repaired(_ dialect: Dialect) -> ParseResult {
    guard faults.contains(where: { Self.isLocal($0, in: batch) }) else { return self }
    let width = commonWidth
    guard width > 1 else { return self }
    var result = ParseResult(batch: batch, faults: [])
    var mended: [(record: Int, fields: [[UInt8]])] = []
    for fault in faults {
      let fields =
        Self.isLocal(fault, in: batch) ? looseFields(batch.raw(fault.record)[...], dialect) : []
      if fields.count == width {
        mended.append((fault.record, fields))
        result.repairs.append(fault)
      } else {
        result.faults.append(fault)
      }
    }
    result.batch.mend(mended)
    return result
  }

  private static func isLocal(_ fault: ParseFault, in batch: RecordBatch) -> Bool {
    (fault.kind == .strayQuote || fault.kind == .textAfterQuote)
      && fault.line == batch.line(of: fault.record)
  }

  /// Number of fields that most whole records have; the larger on a tie.
  private var commonWidth: Int {
    var counts: [Int: Int] = [:]
    for record in 0..<batch.recordCount where !batch.isFaulty(record) {
      counts[batch.fieldCount(of: record), default: 0] += 1
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }
}

/// Takes a line apart; quotes matter only around a whole field.
private func looseFields(_ line: ArraySlice<UInt8>, _ dialect: Dialect) -> [[UInt8]] {
  var fields: [[UInt8]] = []
  var index = line.startIndex
  while true {
    let first = line[index...].firstIndex { !isBlank($0, dialect) } ?? line.endIndex
    if first < line.endIndex, line[first] == dialect.quote,
      let (text, next) = quotedField(line[first...], dialect)
    {
      fields.append(text)
      index = next
    } else {
      let end = line[index...].firstIndex(of: dialect.delimiter) ?? line.endIndex
      fields.append(withoutOuterQuotes(line[index..<end], dialect))
      index = end
    }
    guard index < line.endIndex else { return fields }
    index += 1
  }
}

/// A well-formed quoted field, with the place of the delimiter after it.
private func quotedField(
  _ rest: ArraySlice<UInt8>,
  _ dialect: Dialect
) -> (text: [UInt8], next: Int)? {
  var text: [UInt8] = []
  var index = rest.startIndex + 1
  while index < rest.endIndex {
    guard rest[index] == dialect.quote else {
      text.append(rest[index])
      index += 1
      continue
    }
    if index + 1 < rest.endIndex, rest[index + 1] == dialect.quote {
      text.append(dialect.quote)
      index += 2
      continue
    }
    let next = rest[(index + 1)...].firstIndex { !isBlank($0, dialect) } ?? rest.endIndex
    guard next == rest.endIndex || rest[next] == dialect.delimiter else { return nil }
    return (text, next)
  }
  return nil
}

/// `"a "b" c"` is `a "b" c`: whoever wrote it forgot to double the inner quotes.
private func withoutOuterQuotes(_ field: ArraySlice<UInt8>, _ dialect: Dialect) -> [UInt8] {
  guard let first = field.firstIndex(where: { !isBlank($0, dialect) }),
    let last = field.lastIndex(where: { !isBlank($0, dialect) }),
    first < last, field[first] == dialect.quote, field[last] == dialect.quote
  else { return Array(field) }
  return Array(field[(first + 1)..<last])
}

private func isBlank(_ byte: UInt8, _ dialect: Dialect) -> Bool {
  byte != dialect.delimiter && (byte == 0x20 || byte == 0x09)
}
