internal import CZlib

/// A compressed file in memory, read from its beginning on.
///
/// zlib and not libarchive reads it, since libarchive passes over the checksum at the end, without
/// which a byte that changed on the way would be another figure.
@safe
struct Gzip: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private let bytes: UnsafeBufferPointer<UInt8>
  private var hasEnded: Bool

  /// Opens a file, whose bytes must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    hasEnded = unsafe (czlib_begin(stream) != Z_OK)
    // zlib takes the input as what it may change, and does not change it.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(clamping: bytes.count)
  }

  deinit {
    _ = unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Reads on.
  ///
  /// - Returns: At most `limit` bytes; none at the end; nil where the file is damaged or cut off.
  mutating func read(upTo limit: Int) -> [UInt8]? {
    while !hasEnded {
      var status = Z_OK
      let read = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
        unsafe stream.pointee.next_out = buffer.baseAddress
        unsafe stream.pointee.avail_out = UInt32(clamping: limit)
        status = unsafe inflate(stream, Z_NO_FLUSH)
        count = unsafe max(0, limit - Int(stream.pointee.avail_out))
      }
      switch status {
      case Z_OK: break
      case Z_STREAM_END:
        guard endMember() else { return nil }
      default: return nil
      }
      if !read.isEmpty { return read }
    }
    return []
  }

  /// Goes on to the next stream, as where files were put one behind the other; noughts may pad.
  private mutating func endMember() -> Bool {
    let left = unsafe Int(stream.pointee.avail_in)
    let rest = unsafe bytes.suffix(left)
    if unsafe rest.allSatisfy({ $0 == 0 }) {
      hasEnded = true
      return true
    }
    return unsafe inflateReset(stream) == Z_OK
  }
}
