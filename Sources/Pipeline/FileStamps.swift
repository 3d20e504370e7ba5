import Digests
import Foundation

/// What the file system says of some files and folders, by which a change of them is told without
/// reading them: names, sizes, numbers, and times of the last change in nanoseconds.
///
/// Only a digest is kept: names of senders' files may be those of persons. Writing the same bytes
/// again counts as a change, which costs a run and nothing else.
struct FileStamps: Equatable {
  /// A file, or a folder with all that lies in it.
  let roots: [String]
  let digest: String
  /// The latest change of any of them, in nanoseconds since 1970.
  let changed: Int
  /// Bytes of the files of each root.
  let sizes: [Int]

  /// More files than a country's districts send; a folder with more is somebody's whole disk.
  private static let most = 1 << 20
  /// Deeper folders are links that lead back.
  private static let deepest = 32

  /// Looks at files and folders as they are now; nil where one of them cannot be told.
  init?(of roots: [String]) {
    var walk = Walk()
    var sizes: [Int] = []
    for root in roots {
      let before = walk.bytes
      // These would end the root where it is kept.
      guard !root.contains(where: { $0.isNewline || $0 == "\t" }), walk.add(root, depth: 0) else {
        return nil
      }
      sizes.append(walk.bytes &- before)
    }
    self.roots = roots
    digest = sha256(of: walk.text)
    changed = walk.changed
    self.sizes = sizes
  }

  private struct Walk {
    var text: [UInt8] = []
    var changed = 0
    var bytes = 0
    private var count = 0

    /// Adds a file or folder; false where it is not there, or there are too many.
    mutating func add(_ path: String, depth: Int) -> Bool {
      var info = stat()
      count += 1
      guard count <= FileStamps.most, depth <= FileStamps.deepest, unsafe stat(path, &info) == 0
      else { return false }
      let times = [info.st_mtim, info.st_ctim].map { $0.tv_sec &* 1_000_000_000 &+ $0.tv_nsec }
      changed = max(changed, times[1])
      text += "\(info.st_size) \(info.st_ino) \(times[0]) \(times[1]) \(path)\n".utf8
      guard info.st_mode & S_IFMT == S_IFDIR else {
        bytes &+= Int(info.st_size)
        return true
      }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        return false
      }
      return names.sorted().allSatisfy { add("\(path)/\($0)", depth: depth + 1) }
    }
  }
}
