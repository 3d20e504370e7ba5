import Glibc

/// What the file system says of a path: of what it leads to, or of a link that leads nowhere.
struct FileStatus {
  private let info: stat

  /// Nothing where no such path can be seen.
  init?(of path: String) {
    var info = stat()
    guard unsafe stat(path, &info) == 0 || lstat(path, &info) == 0 else { return nil }
    self.info = info
  }

  /// What it says of an open file.
  init?(ofOpen file: Int32) {
    var info = stat()
    guard unsafe fstat(file, &info) == 0 else { return nil }
    self.info = info
  }

  var isFolder: Bool { info.st_mode & S_IFMT == S_IFDIR }

  var isRegular: Bool { info.st_mode & S_IFMT == S_IFREG }

  var size: Int { Int(info.st_size) }

  /// When it was changed last, in whole seconds since 1970.
  var modifiedSecond: Int { info.st_mtim.tv_sec }

  /// Whether a path is a link, wherever that leads.
  static func isLink(_ path: String) -> Bool {
    var info = stat()
    return unsafe lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }
}
