import Foundation

/// What the file system says of a file or folder, by which a change of it is told without reading it.
///
/// Size, number and times of the last change, in nanoseconds: a folder's times change with its
/// entries. Writing the same bytes again counts as a change, which costs a run and nothing else.
struct FileStamp: Equatable {
  let path: String
  /// The rest of what is compared, or a dash where nothing is there.
  let state: String

  init(_ path: String) {
    self.path = path
    var info = stat()
    guard unsafe stat(path, &info) == 0 else {
      state = "-"
      return
    }
    let modified = "\(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)"
    let changed = "\(info.st_ctim.tv_sec).\(info.st_ctim.tv_nsec)"
    state = "\(info.st_size) \(info.st_ino) \(modified) \(changed)"
  }

  private init(path: String, state: String) {
    self.path = path
    self.state = state
  }

  /// The stamps of a folder and of all that lies in it.
  static func all(in folder: String) -> [FileStamp] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return [FileStamp(folder)] + names.sorted().map { FileStamp("\(folder)/\($0)") }
  }

  /// When it last changed, in seconds since 1970.
  var changed: Double? { state.split(separator: " ").last.flatMap { Double($0) } }

  /// Whether the file is what it was.
  var isCurrent: Bool { FileStamp(path) == self }

  /// The line that `init(line:)` reads; nil for paths with a line's end in them.
  var line: String? { path.contains(where: \.isNewline) ? nil : "\(state)\t\(path)" }

  init?(line: Substring) {
    guard let tab = line.firstIndex(of: "\t") else { return nil }
    self.init(path: String(line[line.index(after: tab)...]), state: String(line[..<tab]))
  }
}
