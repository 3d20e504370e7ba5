internal import Dispatch
internal import Synchronization

/// A file held in memory that is parsed block by block, on several threads if wanted.
///
/// Where a block may begin cannot be known for sure before all blocks above it are read: a quote in
/// doubt changes everything below. So each thread begins where a record seems to begin, and
/// what it read counts only if the block above turns out to end there exactly. Between two records
/// a parser knows nothing but the place, the line and the width of the record before; so a block
/// that begins at the right place reads what it would have read in turn. Otherwise it is read
/// again, in turn.
struct BlockedFile: Sendable {
  /// Offsets in a block, a record beyond its end included, must stay below 2³¹.
  static let greatestBlockSize = 1 << 24

  let bytes: [UInt8]
  /// The first record, which may come after a byte order mark and a line that declares the dialect.
  let start: BlockParser.Place
  var blockSize = defaultChunkSize
  let dialect: Dialect
  let recordLimit: Int
  let suspectsQuotes: Bool

  /// Parses the file on so many threads; the result does not depend on their number.
  func parse(jobs: Int) -> ParseResult {
    let count = (bytes.count - start.offset + blockSize - 1) / blockSize
    guard jobs > 1, count > 1 else {
      return joined(marks: (1..<max(1, count)).map { start.offset + $0 * blockSize }, blocks: [])
    }
    let starts = likelyStarts(count: count)
    let blocks = Mutex([BlockParser.Block?](repeating: nil, count: starts.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, starts.count)) { _ in
      var parser = blockParser()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < starts.count else { return }
        let isFirst = index == 0
        let stop = index + 1 < starts.count ? starts[index + 1] : bytes.count
        let block = parser.parse(
          bytes.span,
          from: isFirst ? start : .init(offset: starts[index], line: 1, width: nil),
          upTo: stop,
          givingUpAfter: isFirst ? .max : stop + blockSize
        )
        blocks.withLock { $0[index] = block }
      }
    }
    return joined(marks: Array(starts.dropFirst()), blocks: blocks.withLock { $0 })
  }

  private func blockParser() -> BlockParser {
    BlockParser(dialect: dialect, recordLimit: recordLimit, suspectsQuotes: suspectsQuotes)
  }

  /// Puts the blocks that were read in advance one after the other, and reads the others.
  ///
  /// - Parameters:
  ///   - marks: Where blocks begin, but for the first.
  ///   - blocks: What was read from each beginning, the first included; none at all without threads.
  /// - Returns: The records and faults of the file.
  private func joined(marks: [Int], blocks: [BlockParser.Block?]) -> ParseResult {
    var result = ParseResult(batch: RecordBatch(of: bytes), faults: [])
    var parser = blockParser()
    var place = start
    for index in 0...marks.count {
      let stop = index < marks.count ? marks[index] : bytes.count
      guard place.offset < stop else { continue }
      let begins = index == 0 ? start.offset : marks[index - 1]
      if index < blocks.count, let block = blocks[index], place.offset == begins {
        // All blocks but the first count their lines from 1.
        let lines = index == 0 ? 0 : place.line - 1
        result.append(block, lines: lines)
        place = .init(
          offset: block.end.offset,
          line: block.end.line + lines,
          width: block.end.width ?? place.width
        )
      } else if let block = parser.parse(bytes.span, from: place, upTo: stop) {
        result.append(block, lines: 0)
        place = block.end
      }
    }
    return result
  }
}

extension ParseResult {
  /// Adds the records of a block whose lines are counted from so many lines too early.
  fileprivate mutating func append(_ block: BlockParser.Block, lines: Int) {
    let records = batch.recordCount
    for segment in block.segments {
      var segment = segment
      segment.firstLine += lines
      batch.append(segment)
    }
    for fault in block.faults {
      var fault = fault
      fault.line += lines
      fault.record += records
      faults.append(fault)
    }
  }
}
