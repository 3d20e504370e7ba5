internal import CLibCSV

/// The one place where libcsv is called.
///
/// Strict mode is on, and trimming is off: libcsv would otherwise drop the blanks around unquoted
/// fields. Blank lines never reach it, because it would skip them without a word.
@safe
struct LibCSV: ~Copyable {
  // libcsv keeps its state in one piece of memory and calls back during a call; what it calls back
  // to lives in another, so that neither access overlaps the other.
  private let parser: UnsafeMutablePointer<csv_parser>
  private let sink: UnsafeMutablePointer<Sink>
  private let dialect: Dialect

  fileprivate struct Sink: ~Copyable {
    var builder = SegmentBuilder()
    var recordEnded = false
  }

  init(dialect: Dialect) {
    self.dialect = dialect
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: csv_parser())
    unsafe sink = .allocate(capacity: 1)
    unsafe sink.initialize(to: Sink())
    setUp()
  }

  deinit {
    unsafe csv_free(parser)
    unsafe parser.deallocate()
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
  }

  /// The records read so far.
  var builder: SegmentBuilder {
    _read { yield unsafe sink.pointee.builder }
    nonmutating _modify { yield unsafe &sink.pointee.builder }
  }

  /// Whether the bytes fed last ended a record.
  var recordEnded: Bool { unsafe sink.pointee.recordEnded }

  private func setUp() {
    let status = unsafe csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    precondition(status == 0, "csv_init fails only for a null parser")
    unsafe csv_set_delim(parser, dialect.delimiter)
    unsafe csv_set_quote(parser, dialect.quote)
    unsafe csv_set_space_func(parser) { _ in 0 }
    // The entry buffer grows by whole blocks; the default of 128 bytes makes long fields slow.
    unsafe csv_set_blk_size(parser, 1 << 16)
  }

  /// Feeds bytes and gives back how many were accepted: fewer than there are means a fault.
  func feed(_ bytes: Span<UInt8>) -> Int {
    unsafe sink.pointee.recordEnded = false
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe csv_parse(parser, buffer.baseAddress, buffer.count, endField, endRecord, sink)
    }
  }

  /// Whether libcsv ran out of memory, rather than met broken quoting.
  var isOutOfMemory: Bool {
    let status = unsafe csv_error(parser)
    return status == CSV_ENOMEM || status == CSV_ETOOBIG
  }

  /// Ends the last record and gives back whether its quotes were closed.
  func finish() -> Bool {
    unsafe sink.pointee.recordEnded = false
    return unsafe csv_fini(parser, endField, endRecord, sink) == 0
  }

  /// Forgets a record that was begun; libcsv has no call for it but to start anew.
  func reset() {
    unsafe csv_free(parser)
    setUp()
  }
}

private func endField(
  _ text: UnsafeMutableRawPointer?,
  _ count: Int,
  _ context: UnsafeMutableRawPointer?
) {
  guard let sink = unsafe context?.assumingMemoryBound(to: LibCSV.Sink.self) else { return }
  let bytes = unsafe UnsafeBufferPointer(
    start: text?.assumingMemoryBound(to: UInt8.self),
    count: count
  )
  unsafe sink.pointee.builder.appendField(bytes.span)
}

private func endRecord(_ lineEnd: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let sink = unsafe context?.assumingMemoryBound(to: LibCSV.Sink.self) else { return }
  unsafe sink.pointee.recordEnded = true
}
