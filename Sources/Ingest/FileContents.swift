import Foundation

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
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    // A pipe or a device would be waited for without end.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved),
      attributes[.type] as? FileAttributeType == .typeRegular
    else { return .unreadable }
    if let size = (attributes[.size] as? NSNumber)?.intValue, size > largest { return .tooLarge }
    guard let data = FileManager.default.contents(atPath: resolved) else { return .unreadable }
    return .bytes([UInt8](data))
  }
}
