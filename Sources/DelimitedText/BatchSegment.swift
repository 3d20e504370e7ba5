/// Consecutive records of a batch: those of one block of a file.
///
/// All fields of a record lie in a row, with one byte between them, either in the file itself or,
/// where libcsv has read them, in an arena. So one list of bounds says it all: a field begins at its
/// bound and ends one byte before the next one. Bounds count from the start of the block, those in
/// the arena from `arenaStart`; hence 32 bits are enough for files of any size.
@usableFromInline
struct BatchSegment: Sendable {
  /// Bounds at and above this one lie in the arena; a block is never so long.
  @usableFromInline static let arenaStart: UInt32 = 1 << 31

  /// Offset of the block in the file.
  @usableFromInline let base: Int
  /// Index in the batch of the first record.
  @usableFromInline var firstRecord = 0
  /// Line from which `lines` count.
  @usableFromInline var firstLine: Int
  /// For each record the beginnings of its fields, then the end of the last one plus one.
  @usableFromInline var bounds: [UInt32]
  /// Index of each record's first bound, then the number of bounds.
  @usableFromInline var firstBounds: [UInt32]
  @usableFromInline var lines: [UInt32]
  @usableFromInline var arena: [UInt8]
  /// The records whose quoting was broken, in ascending order.
  var faulty: [UInt32]

  @inlinable var recordCount: Int { lines.count }

  /// Number of fields of a record, counted from the first of the segment, as all indices here.
  @inlinable
  func fieldCount(of record: Int) -> Int {
    Int(firstBounds[record + 1] - firstBounds[record]) - 1
  }

  @inlinable
  func line(of record: Int) -> Int { firstLine + Int(lines[record]) }

  /// Where a field lies, in the file or else in the arena; nil past the end of the record.
  @inlinable
  func place(_ record: Int, _ field: Int) -> (range: Range<Int>, isInArena: Bool)? {
    let first = Int(firstBounds[record])
    guard field >= 0, field < Int(firstBounds[record + 1]) - first - 1 else { return nil }
    let start = bounds[first + field]
    let end = bounds[first + field + 1] - 1
    if start < Self.arenaStart { return (base + Int(start)..<base + Int(end), false) }
    return (Int(start - Self.arenaStart)..<Int(end - Self.arenaStart), true)
  }
}

extension BatchSegment {
  /// Whether a record's quoting was broken.
  func isFaulty(_ record: Int) -> Bool {
    // Few records are.
    var low = 0
    var high = faulty.count
    while low < high {
      let middle = low + (high - low) / 2
      if faulty[middle] < record { low = middle + 1 } else { high = middle }
    }
    return low < faulty.count && faulty[low] == record
  }

  /// Gives broken records, in ascending order, the fields that they were read as after all.
  mutating func mend(_ records: [(record: Int, fields: [[UInt8]])]) {
    var mended: (bounds: [UInt32], firstBounds: [UInt32]) = ([], [])
    mended.bounds.reserveCapacity(bounds.count)
    mended.firstBounds.reserveCapacity(firstBounds.count)
    var next = 0
    func keep(upTo record: Int) {
      for kept in next..<record {
        mended.firstBounds.append(UInt32(mended.bounds.count))
        mended.bounds += bounds[Int(firstBounds[kept])..<Int(firstBounds[kept + 1])]
      }
      next = record + 1
    }
    for (record, fields) in records {
      keep(upTo: record)
      mended.firstBounds.append(UInt32(mended.bounds.count))
      mended.bounds.append(Self.arenaStart + UInt32(arena.count))
      for field in fields {
        arena += field
        arena.append(0)
        mended.bounds.append(Self.arenaStart + UInt32(arena.count))
      }
    }
    keep(upTo: recordCount)
    mended.firstBounds.append(UInt32(mended.bounds.count))
    (bounds, firstBounds) = mended
    let whole = Set(records.map { UInt32($0.record) })
    faulty.removeAll { whole.contains($0) }
  }
}
