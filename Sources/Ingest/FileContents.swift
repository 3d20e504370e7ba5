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
    // A pipe or a device would be waited for without end.
    guard let status = FileStatus(of: path), status.isRegular else { return .unreadable }
    if status.size > largest { return .tooLarge }
    let open = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard open >= 0 else { return .unreadable }
    defer { close(open) }
    var isRead = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: status.size) { bytes, count in
      while isRead, count < bytes.count {
        let read = unsafe Glibc.read(
          open,
          bytes.baseAddress.map { unsafe $0 + count },
          bytes.count - count
        )
        if read == 0 { return }
        if read > 0 { count += read } else { isRead = errno == EINTR }
      }
    }
    return isRead ? .bytes(bytes) : .unreadable
  }
}
