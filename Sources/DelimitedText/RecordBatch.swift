/// Records of a delimited file, kept as byte ranges of the file rather than as strings.
///
/// The batch shares the bytes that were parsed; only what libcsv has read, because a quote was near,
/// is kept a second time. A field takes four bytes beside its text, a record twelve.
public struct RecordBatch: Sendable {
  /// The file, or nothing where it came in pieces.
  @usableFromInline let input: [UInt8]
  @usableFromInline var segments: [BatchSegment] = []
  /// For each 1024 records the segment of the first one, so that no record is searched for long.
  @usableFromInline var groups: [Int] = []
  @usableFromInline static let groupShift = 10

  /// Number of records.
  public private(set) var recordCount = 0

  init(of input: [UInt8] = []) {
    self.input = input
  }

  /// Number of fields of a record.
  @inlinable
  public func fieldCount(of record: Int) -> Int {
    let index = segment(of: record)
    return segments[index].fieldCount(of: record - segments[index].firstRecord)
  }

  /// Physical line, from 1, on which a record starts.
  @inlinable
  public func line(of record: Int) -> Int {
    let index = segment(of: record)
    return segments[index].line(of: record - segments[index].firstRecord)
  }

  /// Whether a record's quoting was broken, so that its one field is the raw line.
  public func isFaulty(_ record: Int) -> Bool {
    let index = segment(of: record)
    return segments[index].isFaulty(record - segments[index].firstRecord)
  }

  /// Text of a field, invalid UTF-8 repaired; empty past the end of the record.
  public func text(_ record: Int, _ field: Int) -> String {
    let index = segment(of: record)
    guard let place = segments[index].place(record - segments[index].firstRecord, field) else {
      return ""
    }
    return place.isInArena
      ? String(decoding: segments[index].arena[place.range], as: UTF8.self)
      : String(decoding: input[place.range], as: UTF8.self)
  }

  /// Calls a function with the bytes of a field; with none past the end of the record.
  @inlinable
  public func withBytes<R>(_ record: Int, _ field: Int, _ body: (Span<UInt8>) -> R) -> R {
    let index = segment(of: record)
    guard let place = segments[index].place(record - segments[index].firstRecord, field) else {
      return body(input.span.extracting(0..<0))
    }
    guard place.isInArena else { return body(input.span.extracting(place.range)) }
    let arena = segments[index].arena
    return body(arena.span.extracting(place.range))
  }

  /// Whether a field is empty or lies past the end of the record.
  @inlinable
  public func isEmpty(_ record: Int, _ field: Int) -> Bool {
    let index = segment(of: record)
    let place = segments[index].place(record - segments[index].firstRecord, field)
    return place?.range.isEmpty ?? true
  }

  /// Index of the segment that holds a record.
  @inlinable
  func segment(of record: Int) -> Int {
    precondition(record >= 0 && record < recordCount, "record index out of range")
    let group = record >> Self.groupShift
    var low = groups[group]
    var high = group + 1 < groups.count ? groups[group + 1] : segments.count - 1
    // Nearly always they are the same.
    while low < high {
      let middle = (low + high + 1) >> 1
      if segments[middle].firstRecord <= record { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

// A batch is put together from segments in file order.
extension RecordBatch {
  /// Adds the records of the next block.
  mutating func append(_ segment: BatchSegment) {
    guard segment.recordCount > 0 else { return }
    segments.append(segment)
    segments[segments.count - 1].firstRecord = recordCount
    recordCount += segment.recordCount
    while groups.count << Self.groupShift < recordCount { groups.append(segments.count - 1) }
  }

  /// The bytes of a broken record.
  func raw(_ record: Int) -> [UInt8] {
    withBytes(record, 0) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
    }
  }

  /// Gives broken records, in ascending order, the fields that they were read as after all.
  mutating func mend(_ records: [(record: Int, fields: [[UInt8]])]) {
    var next = records.startIndex
    for index in segments.indices {
      let first = segments[index].firstRecord
      let end = first + segments[index].recordCount
      let last = records[next...].firstIndex { $0.record >= end } ?? records.endIndex
      guard last > next else { continue }
      segments[index].mend(records[next..<last].map { ($0.record - first, $0.fields) })
      next = last
    }
  }
}
