/// Builds the records of one block: begun, filled field by field, and kept or discarded.
///
/// The memory stays for the next block, so that a thread touches the same few megabytes.
struct SegmentBuilder: ~Copyable {
  /// Bytes in an arena after which the next record begins another segment.
  private static let arenaLimit = 1 << 29

  var bounds = ReusedList<UInt32>()
  var firstBounds = ReusedList<UInt32>()
  var lines = ReusedList<UInt32>()
  private(set) var base = 0
  private(set) var firstLine = 0
  private var arena = ReusedList<UInt8>()
  private var faulty: [UInt32] = []
  private var full: [BatchSegment] = []
  private var fullRecords = 0

  /// Number of records since the last time that they were taken.
  var recordCount: Int { fullRecords + lines.count }

  /// Number of fields of the last record.
  var lastFieldCount: Int { bounds.count - Int(firstBounds[firstBounds.count - 1]) - 1 }

  /// Starts a block at an offset of its file, on a line.
  mutating func begin(at base: Int, line: Int) {
    self.base = base
    firstLine = line
  }

  /// Hands over the records.
  mutating func take() -> [BatchSegment] {
    seal()
    defer {
      full = []
      fullRecords = 0
    }
    return full
  }

  mutating func beginRecord(line: Int) {
    if arena.count >= Self.arenaLimit { seal() }
    firstBounds.append(UInt32(bounds.count))
    lines.append(UInt32(line - firstLine))
    appendBound()
  }

  mutating func appendField(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe arena.append(contentsOf: $0) }
    // A byte between the fields, as there is in the file.
    arena.append(0)
    appendBound()
  }

  mutating func markLastFaulty() {
    faulty.append(UInt32(lines.count - 1))
  }

  mutating func discardLastRecord() {
    guard lines.count > 0 else { return }
    let first = Int(firstBounds[firstBounds.count - 1])
    arena.count = Int(bounds[first] - BatchSegment.arenaStart)
    bounds.count = first
    firstBounds.count -= 1
    lines.count -= 1
  }

  private mutating func appendBound() {
    bounds.append(BatchSegment.arenaStart + UInt32(arena.count))
  }

  private mutating func seal() {
    guard lines.count > 0 else { return }
    firstBounds.append(UInt32(bounds.count))
    full.append(
      BatchSegment(
        base: base,
        firstLine: firstLine,
        bounds: bounds.array,
        firstBounds: firstBounds.array,
        lines: lines.array,
        arena: arena.array,
        faulty: faulty
      )
    )
    fullRecords += lines.count
    bounds.count = 0
    firstBounds.count = 0
    lines.count = 0
    arena.count = 0
    faulty = []
  }
}
