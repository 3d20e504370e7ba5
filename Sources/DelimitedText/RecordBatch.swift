/// Records of a delimited file, kept as byte ranges of one arena rather than as strings.
///
/// Field ends are relative to their record's start, so that 32 bits suffice for them: the parser
/// limits the length of a record, not the number of records.
public struct RecordBatch: Sendable {
  private(set) var bytes: [UInt8] = []
  private var fieldEnds: [UInt32] = []
  private var starts: [Int] = []
  private var firstFields: [Int] = []
  private var lines: [Int] = []
  private var faulty: [Int] = []

  init() {}

  /// Number of records.
  public var recordCount: Int { starts.count }

  /// Number of fields of a record.
  public func fieldCount(of record: Int) -> Int {
    fields(of: record).count
  }

  /// Physical line, from 1, on which a record starts.
  public func line(of record: Int) -> Int {
    lines[record]
  }

  /// Whether a record's quoting was broken, so that its one field is the raw line.
  public func isFaulty(_ record: Int) -> Bool {
    // `faulty` is short and ascending.
    var low = 0
    var high = faulty.count
    while low < high {
      let middle = low + (high - low) / 2
      if faulty[middle] < record { low = middle + 1 } else { high = middle }
    }
    return low < faulty.count && faulty[low] == record
  }

  /// Text of a field, invalid UTF-8 repaired; empty past the end of the record.
  public func text(_ record: Int, _ field: Int) -> String {
    String(decoding: bytes[range(record, field)], as: UTF8.self)
  }

  /// Calls a function with the bytes of a field; with none past the end of the record.
  public func withBytes<R>(_ record: Int, _ field: Int, _ body: (Span<UInt8>) -> R) -> R {
    body(bytes.span.extracting(range(record, field)))
  }

  /// Whether a field is empty or lies past the end of the record.
  public func isEmpty(_ record: Int, _ field: Int) -> Bool {
    range(record, field).isEmpty
  }

  private func fields(of record: Int) -> Range<Int> {
    precondition(starts.indices.contains(record), "record index out of range")
    let next = record + 1
    return firstFields[record]..<(next < starts.count ? firstFields[next] : fieldEnds.count)
  }

  private func range(_ record: Int, _ field: Int) -> Range<Int> {
    let fields = fields(of: record)
    guard field >= 0, field < fields.count else { return 0..<0 }
    let start = starts[record]
    let index = fields.lowerBound + field
    let lower = field == 0 ? 0 : Int(fieldEnds[index - 1])
    return start + lower..<start + Int(fieldEnds[index])
  }
}

// A record is built at the end of the arena: begun, filled field by field, and kept or discarded.
extension RecordBatch {
  mutating func beginRecord(line: Int) {
    starts.append(bytes.count)
    firstFields.append(fieldEnds.count)
    lines.append(line)
  }

  mutating func appendField(_ text: UnsafeRawBufferPointer) {
    unsafe bytes.append(contentsOf: text)
    endField()
  }

  mutating func appendField(_ text: ArraySlice<UInt8>) {
    bytes.append(contentsOf: text)
    endField()
  }

  mutating func markLastFaulty() {
    faulty.append(starts.count - 1)
  }

  mutating func appendRecord(_ record: Int, of other: RecordBatch) {
    beginRecord(line: other.line(of: record))
    for field in 0..<other.fieldCount(of: record) {
      appendField(other.bytes[other.range(record, field)])
    }
    if other.isFaulty(record) { markLastFaulty() }
  }

  func raw(_ record: Int) -> ArraySlice<UInt8> { bytes[range(record, 0)] }

  mutating func discardLastRecord() {
    guard let start = starts.popLast(), let field = firstFields.popLast() else { return }
    lines.removeLast()
    bytes.removeSubrange(start...)
    fieldEnds.removeSubrange(field...)
  }

  private mutating func endField() {
    // The parser's limit keeps a record below 2³² bytes; clamping only spares a trap.
    fieldEnds.append(UInt32(clamping: bytes.count - (starts.last ?? 0)))
  }
}
