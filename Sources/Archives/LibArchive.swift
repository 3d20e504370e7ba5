internal import CLibArchive

/// The one place where libarchive is called: a zip archive in memory, read from its first entry on.
@safe
struct LibArchive: ~Copyable {
  private let reader: OpaquePointer?
  private let locale: locale_t?

  /// An entry, before its content is read.
  struct Header {
    var name: [UInt8]
    var isFile: Bool
    var isEncrypted: Bool
  }

  enum Step {
    case entry(Header)
    case end
    case damaged
  }

  private let isOpen: Bool

  /// Opens an archive, whose bytes must outlive it; one that is none is damaged at its first entry.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe locale = unsafe clibarchive_use_utf8()
    let reader = unsafe archive_read_new()
    isOpen =
      unsafe reader != nil
      && archive_read_support_format_zip(reader) == ARCHIVE_OK
      && archive_read_open_memory(reader, bytes.baseAddress, bytes.count) == ARCHIVE_OK
    unsafe self.reader = unsafe reader
  }

  deinit {
    _ = unsafe archive_read_free(reader)
    unsafe clibarchive_restore(locale)
  }

  /// Goes on to the next entry.
  func next() -> Step {
    guard isOpen else { return .damaged }
    var entry: OpaquePointer?
    // Warnings speak of names, which are read byte by byte below.
    switch unsafe archive_read_next_header(reader, &entry) {
    case ARCHIVE_EOF: return .end
    case ARCHIVE_OK, ARCHIVE_WARN: break
    default: return .damaged
    }
    guard let entry = unsafe entry else { return .damaged }
    let isFile = unsafe clibarchive_is_file(entry) != 0
    return .entry(
      Header(
        name: unsafe Self.name(of: entry),
        isFile: isFile,
        isEncrypted: unsafe archive_entry_is_encrypted(entry) != 0
      )
    )
  }

  private static func name(of entry: OpaquePointer) -> [UInt8] {
    let text = unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
    guard let text = unsafe text else { return [] }
    var bytes: [UInt8] = []
    var next = unsafe text
    while unsafe next.pointee != 0 {
      bytes.append(unsafe UInt8(bitPattern: next.pointee))
      unsafe next += 1
    }
    return bytes
  }

  /// Reads on in the content of an entry.
  ///
  /// - Returns: At most `limit` bytes; none at the end; nil where the entry is damaged.
  func read(upTo limit: Int) -> [UInt8]? {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let read = unsafe archive_read_data(reader, buffer.baseAddress, limit)
      failed = read < 0
      count = max(0, read)
    }
    return failed ? nil : bytes
  }
}
