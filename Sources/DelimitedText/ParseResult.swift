/// Records of a delimited file, and the places where its quoting is broken.
public struct ParseResult: Sendable {
  /// The records in order, broken ones among them as one raw field each.
  public var batch: RecordBatch
  /// The faults in order, one for each broken record.
  public var faults: [ParseFault]
  /// The faults of records that `repaired` could read still, in order.
  public var repairs: [ParseFault] = []
}

/// Bytes that are parsed as one block, unless a test asks for others.
public let defaultChunkSize = 1 << 21

/// Parses a whole file held in memory.
///
/// - Parameters:
///   - bytes: Content of the file; a UTF-8 byte order mark is stripped.
///   - dialect: Delimiter and quote.
///   - headSkip: Bytes to leave out at the start, as `detectDialect(in:)` gives them; lines and
///     offsets still count from the start of the file.
///   - suspectsQuotes: Whether a quoted field that looks like whole rows is a quote never closed, as
///     in files that people made.
///   - chunkSize: Bytes that are parsed as one block; the result does not depend on it.
///   - jobs: Threads that parse blocks; the result does not depend on it.
/// - Returns: Records and faults.
public func parse(
  _ bytes: [UInt8],
  dialect: Dialect,
  headSkip: Int = 0,
  suspectsQuotes: Bool = false,
  chunkSize: Int = defaultChunkSize,
  jobs: Int = 1
) -> ParseResult {
  parse(
    bytes,
    dialect: dialect,
    headSkip: headSkip,
    recordLimit: RecordParser.defaultRecordLimit,
    suspectsQuotes: suspectsQuotes,
    chunkSize: chunkSize,
    jobs: jobs
  )
}

/// As the public function, with a limit that tests can reach.
package func parse(
  _ bytes: [UInt8],
  dialect: Dialect,
  headSkip: Int = 0,
  recordLimit: Int,
  suspectsQuotes: Bool,
  chunkSize: Int,
  jobs: Int
) -> ParseResult {
  precondition(chunkSize > 0, "chunks have at least one byte")
  precondition(jobs > 0, "somebody must do the work")
  let mark = bytes.starts(with: Byte.byteOrderMark) ? Byte.byteOrderMark.count : 0
  let start = min(max(headSkip, mark), bytes.count)
  let file = BlockedFile(
    bytes: bytes,
    start: .init(offset: start, line: 1 + lineEnds(in: bytes[..<start]), width: 0),
    blockSize: min(chunkSize, BlockedFile.greatestBlockSize),
    dialect: dialect,
    recordLimit: recordLimit,
    suspectsQuotes: suspectsQuotes
  )
  return file.parse(jobs: jobs)
}

private func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
  var count = 0
  var previous: UInt8 = 0
  for byte in bytes {
    let endsPair = byte == Byte.lineFeed && previous == Byte.carriageReturn
    if byte == Byte.carriageReturn || (byte == Byte.lineFeed && !endsPair) { count += 1 }
    previous = byte
  }
  return count
}
