internal import CExchange
package import Diagnostics
import Foundation
import Glibc
import Parallel
package import Tables

/// Puts whole folders of files into place: readers see the old folder or the new one, never half.
///
/// All folders are written beside their places first, so that a full disk publishes nothing.
package struct Publication: ~Copyable {
  private struct Folder {
    var place: String
    var temporary: String
  }

  private var prepared: [Folder] = []
  /// Folders above them that were not there before, from the top down.
  private var made: [String] = []

  package init() {}

  deinit {
    for folder in prepared { Self.remove(folder.temporary) }
    // Where nothing was published they are empty, and only then they go.
    for folder in made.reversed() { _ = unsafe rmdir(folder) }
  }

  /// Writes a folder beside the place where it will stand.
  ///
  /// - Parameters:
  ///   - place: The folder.
  ///   - files: Its files, which are made while they are written.
  ///   - jobs: The most files that are made and written at a time; about as many threads make pieces of
  ///     a large one.
  /// - Throws: Where a folder or file cannot be written; the first of its files that cannot.
  package mutating func prepare(
    _ place: String,
    _ files: [StageFile],
    jobs: Int = 1
  ) throws(PublicationFailure) {
    let (parent, name) = Self.split(place)
    made += Self.missing(parent)
    try Self.create(parent)
    let temporary = "\(parent)/.\(name).partial-\(ProcessInfo.processInfo.processIdentifier)"
    Self.removeLeftovers(of: name, in: parent)
    prepared.append(Folder(place: place, temporary: temporary))
    try Self.create(temporary)
    for folder in Set(files.map { Self.split("\(temporary)/\($0.name)").parent }).sorted() {
      try Self.create(folder)
    }
    try Self.write(files.filter { !$0.isDescriptor }, in: temporary, jobs: jobs)
    try Self.write(files.filter(\.isDescriptor), in: temporary, jobs: 1)
  }

  /// Puts the prepared folders into place and removes what stood there; where one cannot be put, all
  /// stands as it did.
  package consuming func commit() throws(PublicationFailure) {
    var settled: Set<dev_t> = []
    for folder in prepared { try Self.settle(folder.temporary, &settled) }
    var done: [(folder: Folder, isExchanged: Bool)] = []
    do throws(PublicationFailure) {
      for folder in prepared { done.append((folder, try Self.put(folder))) }
    } catch {
      for (folder, isExchanged) in done.reversed() {
        // What cannot be taken back was put a moment ago by the same calls.
        if isExchanged {
          _ = Self.exchange(folder)
        } else {
          _ = unsafe rename(folder.place, folder.temporary)
        }
      }
      throw error
    }
    // What stood there stands in place of the temporary folders, and is removed with them.
  }

  /// Puts a folder into place; tells whether what stood there stands in place of the temporary one.
  private static func put(_ folder: Folder) throws(PublicationFailure) -> Bool {
    if unsafe rename(folder.temporary, folder.place) == 0 { return false }
    // A folder with files is not replaced by rename(2).
    guard exchange(folder) else { throw .cannotReplace(folder.place) }
    return true
  }

  /// Lets a folder and its temporary one change places, in one step where the file system can.
  private static func exchange(_ folder: Folder) -> Bool {
    if unsafe cexchange_paths(folder.temporary, folder.place) == 0 { return true }
    // A file system without the exchange: what stands there stands aside for a moment.
    let aside = folder.temporary + standingAside
    guard unsafe rename(folder.place, aside) == 0 else { return false }
    guard unsafe rename(folder.temporary, folder.place) == 0 else {
      _ = unsafe rename(aside, folder.place)
      return false
    }
    if unsafe rename(aside, folder.temporary) == 0 { return true }
    _ = unsafe rename(folder.place, folder.temporary)
    _ = unsafe rename(aside, folder.place)
    return false
  }

  /// Writes a file under another name first, so that no half of it is ever seen.
  static func writeWhole(_ file: StageFile, in folder: String) throws(PublicationFailure) {
    try create(folder)
    let path = "\(folder)/\(file.name)"
    do {
      try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .cannotWrite(path)
    }
  }

  private static func write(
    _ files: [StageFile],
    in folder: String,
    jobs: Int
  ) throws(PublicationFailure) {
    let failures = parallelMap(files.count, jobs: jobs) { place -> PublicationFailure? in
      do throws(PublicationFailure) {
        try write(files[place], in: folder, jobs: jobs)
        return nil
      } catch {
        return error
      }
    }
    if let failure = failures.compactMap(\.self).first { throw failure }
  }

  private static func write(
    _ file: StageFile,
    in folder: String,
    jobs: Int
  ) throws(PublicationFailure) {
    let path = "\(folder)/\(file.name)"
    guard writeNew(path, file, jobs) else { throw .cannotWrite(path) }
  }

  /// Writes a file that is not there yet; it stands on the disk after `settle`.
  private static func writeNew(_ path: String, _ file: StageFile, _ jobs: Int) -> Bool {
    let open = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard open >= 0 else { return false }
    var isWhole = true
    var waiting = 0
    file.eachPiece(jobs: jobs) { piece in
      isWhole = isWhole && write(piece, to: open)
      waiting += piece.count
      // What is on its way to the disk while the run goes on need not be waited for at its end.
      if waiting >= bytesAtATime {
        cexchange_begin_writing(open)
        waiting = 0
      }
    }
    if waiting > 0 { cexchange_begin_writing(open) }
    return close(open) == 0 && isWhole
  }

  private static let bytesAtATime = 1 << 23

  private static func write(_ piece: [UInt8], to open: Int32) -> Bool {
    var start = 0
    while start < piece.count {
      let written = unsafe piece.withUnsafeBytes { all in
        unsafe Glibc.write(open, all.baseAddress.map { unsafe $0 + start }, all.count - start)
      }
      if written > 0 {
        start += written
      } else if written == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Has all files of a folder stand on the disk: one wait for each file system, where each of ten
  /// thousand files would be waited for on its own.
  private static func settle(
    _ folder: String,
    _ settled: inout Set<dev_t>
  ) throws(PublicationFailure) {
    let open = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard open >= 0 else { throw .cannotWrite(folder) }
    defer { close(open) }
    var status = stat()
    guard unsafe fstat(open, &status) == 0 else { throw .cannotWrite(folder) }
    guard settled.insert(status.st_dev).inserted else { return }
    // A kernel without the call writes in its own time.
    guard cexchange_sync(open) == 0 || errno == ENOSYS else { throw .cannotWrite(folder) }
  }

  private static func missing(_ folder: String) -> [String] {
    guard unsafe access(folder, F_OK) != 0, folder != split(folder).parent else { return [] }
    return missing(split(folder).parent) + [folder]
  }

  private static func create(_ folder: String) throws(PublicationFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true
      )
    } catch {
      throw .cannotCreate(folder)
    }
  }

  /// Puts back a folder that stood aside when a run was killed between its two renames.
  package static func restore(_ place: String) {
    guard unsafe access(place, F_OK) != 0 else { return }
    let (parent, name) = split(place)
    let aside = leftovers(of: name, in: parent).first { $0.hasSuffix(standingAside) }
    // Where it cannot be put back it stays aside until the next run is published.
    if let aside { _ = unsafe rename("\(parent)/\(aside)", place) }
  }

  private static let standingAside = "-old"

  /// Removes what runs that were killed have left.
  private static func removeLeftovers(of name: String, in parent: String) {
    for left in leftovers(of: name, in: parent) { remove("\(parent)/\(left)") }
  }

  /// Hidden folders that name their process, which is this one or is gone.
  private static func leftovers(of name: String, in parent: String) -> [String] {
    let prefix = ".\(name).partial-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    return names.filter { left in
      guard left.hasPrefix(prefix),
        let process = Int32(left.dropFirst(prefix.count).prefix { $0.isNumber })
      else { return false }
      let isOwn = process == ProcessInfo.processInfo.processIdentifier
      // Another user's process cannot be asked, but lives.
      return isOwn || (kill(process, 0) != 0 && errno == ESRCH)
    }
    .sorted()
  }

  private static func remove(_ path: String) {
    // What cannot be removed is a hidden folder that the next run removes.
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = path[..<slash]
    return (parent.isEmpty ? "/" : String(parent), String(path[path.index(after: slash)...]))
  }
}

/// Why results could not be written.
package enum PublicationFailure: Error, Sendable, Equatable {
  case cannotCreate(String)
  case cannotWrite(String)
  case cannotReplace(String)
  case exists(String)
  /// A place for results is, holds or lies in a folder that is read or written too.
  case overlaps(String, String)
  /// A place for results holds a file that is not of this program.
  case foreign(String, String)

  package var status: ExitStatus {
    switch self {
    case .cannotCreate, .cannotReplace, .exists, .overlaps, .foreign: .cannotCreate
    case .cannotWrite: .inputOutput
    }
  }

  package var message: LocalisedText {
    switch self {
    case .cannotCreate(let path):
      LocalisedText(
        vi: "không tạo được thư mục '\(path)'; hãy chọn nơi khác có quyền ghi",
        en: "cannot create the folder '\(path)'; choose a place that can be written"
      )
    case .cannotWrite(let path):
      LocalisedText(
        vi: "không ghi được '\(path)'; không có gì được công bố",
        en: "cannot write '\(path)'; nothing was published"
      )
    case .cannotReplace(let path):
      LocalisedText(
        vi: "không thay được '\(path)'; bản cũ còn nguyên",
        en: "cannot replace '\(path)'; what stood there is left as it was"
      )
    case .overlaps(let place, let other):
      LocalisedText(
        vi: "kết quả ghi vào '\(place)' sẽ đè lên '\(other)'; hãy chọn thư mục khác",
        en: "results in '\(place)' would overwrite '\(other)'; choose another folder"
      )
    case .foreign(let place, let name):
      LocalisedText(
        vi: "'\(place)' có '\(name)' không do chương trình này ghi; hãy dời đi hoặc chọn nơi khác",
        en: "'\(place)' holds '\(name)', which this program did not write; move it away or choose "
          + "another folder"
      )
    case .exists(let path):
      LocalisedText(
        vi: "đã có '\(path)'; hãy chọn thư mục khác hoặc dời tệp ấy đi",
        en: "'\(path)' exists; choose another folder or move it away"
      )
    }
  }
}
