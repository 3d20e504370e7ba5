import Glibc

/// The bytes of a file, or why there are none.
enum FileContents {
  case bytes([UInt8])
  case tooLarge
  case unreadable

  /// Far more than a sender's tables; what is larger would fill the memory.
  static let largest = 1 << 29

  var bytes: [UInt8]? {
    if case .bytes(let bytes) = self { bytes } else { nil }
  }

  init(of file: SentFile) {
    switch file.contents {
    case .memory(let bytes): self = bytes.count > Self.largest ? .tooLarge : .bytes(bytes)
    case .disk(let path): self = Self.read(path)
    }
  }

  private static func read(_ path: String) -> FileContents {
    // A pipe or a device would be waited for without end, also one that came in the file's place.
    guard FileStatus(of: path)?.isRegular == true else { return .unreadable }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return .unreadable }
    defer { close(file) }
    guard let status = FileStatus(ofOpen: file), status.isRegular else { return .unreadable }
    if status.size > largest { return .tooLarge }
    // The size is a guess: files grow, and some file systems tell none.
    guard var bytes = part(of: file, most: status.size + 1) else { return .unreadable }
    var isWhole = bytes.count <= status.size
    while !isWhole, bytes.count <= largest {
      guard let more = part(of: file, most: 1 << 16) else { return .unreadable }
      isWhole = more.isEmpty
      bytes += more
    }
    return isWhole ? .bytes(bytes) : .tooLarge
  }

  /// The next bytes of an open file, fewer than asked for only at its end; nil where they cannot be
  /// read.
  private static func part(of file: Int32, most: Int) -> [UInt8]? {
    var isReadable = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { bytes, count in
      while isReadable, count < most {
        let read = unsafe Glibc.read(
          file,
          bytes.baseAddress.map { unsafe $0 + count },
          most - count
        )
        if read == 0 { return }
        if read > 0 { count += read } else { isReadable = errno == EINTR }
      }
    }
    return isReadable ? bytes : nil
  }
}
