internal import CLibCSV

/// The one place where libcsv is called.
///
/// Strict mode is on, and trimming is off: libcsv would otherwise drop the blanks around unquoted
/// fields. Blank lines never reach it, because it would skip them without a word.
@safe
struct LibCSV: ~Copyable {
  // libcsv keeps its state in the struct and calls back during a call; the batch it fills lives in
  // a class apart from it, so that neither access overlaps the other.
  private let parser: UnsafeMutablePointer<csv_parser>
  private let dialect: Dialect
  let sink: Sink

  final class Sink {
    var batch = RecordBatch()
    var recordEnded = false
  }

  init(dialect: Dialect) {
    self.dialect = dialect
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: csv_parser())
    sink = Sink()
    setUp()
  }

  deinit {
    unsafe csv_free(parser)
    unsafe parser.deallocate()
  }

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
    sink.recordEnded = false
    let context = unsafe Unmanaged.passUnretained(sink).toOpaque()
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe csv_parse(parser, buffer.baseAddress, buffer.count, endField, endRecord, context)
    }
  }

  /// Whether libcsv ran out of memory, rather than met broken quoting.
  var isOutOfMemory: Bool {
    let status = unsafe csv_error(parser)
    return status == CSV_ENOMEM || status == CSV_ETOOBIG
  }

  /// Ends the last record and gives back whether its quotes were closed.
  func finish() -> Bool {
    sink.recordEnded = false
    let context = unsafe Unmanaged.passUnretained(sink).toOpaque()
    return unsafe csv_fini(parser, endField, endRecord, context) == 0
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
  guard let context = unsafe context else { return }
  let sink = unsafe Unmanaged<LibCSV.Sink>.fromOpaque(context).takeUnretainedValue()
  unsafe sink.batch.appendField(UnsafeRawBufferPointer(start: text, count: count))
}

private func endRecord(_ lineEnd: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  let sink = unsafe Unmanaged<LibCSV.Sink>.fromOpaque(context).takeUnretainedValue()
  sink.recordEnded = true
}
