import Diagnostics
import Foundation
import Plan

/// A file that was sent, and whether it lies where files of senders belong.
struct FoundFile: Sendable {
  var sent: SentFile
  /// Id of the sender, the same for all units of a level.
  var senderID: String
  /// Why it is not opened.
  var misplaced: Finding?
}

/// All files of a data folder, in the order of their paths' bytes.
struct DataFolder {
  let path: String
  private(set) var files: [FoundFile] = []
  private(set) var findings: [Finding] = []

  private let plan: Plan
  private let lastYear: Int
  private var senders: [Int: [String: Sender]] = [:]

  /// Who is asked about a folder.
  private struct Place {
    var sender: String
    var year: Int?
  }

  /// Deeper than senders nest their folders.
  private static let deepest = 16

  init(_ path: String, plan: Plan, year: Int) throws(IngestFailure) {
    self.path = path
    self.plan = plan
    lastYear = year
    guard FileStatus(of: path)?.isFolder == true else { throw .noDataFolder(path) }
    guard let names = Self.names(in: path) else { throw .unreadableDataFolder(path) }
    for name in names { addTop(name) }
    files.sort { $0.sent.path.utf8.lexicographicallyPrecedes($1.sent.path.utf8) }
  }

  private mutating func addTop(_ name: String) {
    let isFolder = isFolder(name)
    // Descriptions of the folder; no sender writes such files.
    let isKnown =
      name == "receipts.csv" || name == Encodings.file || name.hasPrefix("README")
      || name.hasSuffix(".md") || name.hasSuffix(".json5")
    if !isFolder {
      if !isKnown {
        add(name, year: nil, sender: nil, folder: "", misplaced: .misplacedFile(name))
      }
      return
    }
    // Digits only: "+2025" is no year's folder.
    guard name.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(name),
      plan.years.all.contains(year)
    else {
      walk(name, depth: 1, Place(sender: "", year: nil)) { folder, path in
        folder.add(
          path,
          year: nil,
          sender: nil,
          folder: "",
          misplaced: .unknownYear(path, found: name, years: folder.plan.years)
        )
      }
      return
    }
    guard year <= lastYear else {
      findings.append(.laterYear(name, evaluated: lastYear))
      return
    }
    let known = SenderNames(plan, year: year)
    for folder in names(in: name, Place(sender: "", year: year)) {
      let inner = "\(name)/\(folder)"
      guard self.isFolder(inner) else {
        add(inner, year: year, sender: nil, folder: "", misplaced: .misplacedFile(inner))
        continue
      }
      addSender(inner, folder, year: year, known)
    }
  }

  /// Adds the files of a sender's folder, however deep they lie.
  private mutating func addSender(_ inner: String, _ name: String, year: Int, _ names: SenderNames)
  {
    let reading = names.read(name)
    var own: (key: String, sender: Sender)?
    if case .sender(let key, let sender) = reading { own = (key, sender) }
    walk(inner, depth: 2, Place(sender: own?.key ?? "", year: year)) { folder, path in
      let misplaced: Finding? =
        switch reading {
        case .sender(let key, _):
          FileName(path).isTable || FileName(path).isArchive
            ? nil : .unknownExtension(path, sender: key, year: year)
        case .ambiguous(let keys):
          .ambiguousSender(path, found: name, mayBe: keys, year: year)
        case .unknown:
          .unknownSender(path, found: name, known: names.known.keys.sorted(), year: year)
        }
      folder.add(
        path,
        year: year,
        sender: own?.sender,
        folder: own?.key ?? "",
        misplaced: misplaced
      )
    }
  }

  private mutating func add(
    _ file: String,
    year: Int?,
    sender: Sender?,
    folder: String,
    misplaced: Finding?
  ) {
    let modified = FileStatus(of: "\(path)/\(file)")?.modifiedSecond
    files.append(
      FoundFile(
        sent: SentFile(
          path: file,
          year: year,
          sender: sender == nil ? "" : folder,
          modified: modified.flatMap(Self.day),
          modifiedSecond: modified,
          contents: .disk(path: "\(path)/\(file)")
        ),
        senderID: sender?.id ?? "",
        misplaced: misplaced
      )
    )
  }

  private mutating func walk(
    _ folder: String,
    depth: Int,
    _ place: Place,
    _ visit: (inout DataFolder, String) -> Void
  ) {
    guard depth <= Self.deepest else {
      findings.append(.unreadableFolder(folder, sender: place.sender, year: place.year))
      return
    }
    let count = findings.count
    let names = names(in: folder, place)
    if names.isEmpty, findings.count == count, !FileName(folder).kind.isEmpty,
      FileName(folder).isTable
    {
      findings.append(.folderForFile(folder, sender: place.sender, year: place.year))
    }
    for name in names {
      let inner = "\(folder)/\(name)"
      if isFolder(inner) {
        // Links that lead back to their own folder would multiply at each level.
        guard !FileStatus.isLink("\(path)/\(inner)") else {
          findings.append(.unreadableFolder(inner, sender: place.sender, year: place.year))
          continue
        }
        walk(inner, depth: depth + 1, place, visit)
      } else {
        visit(&self, inner)
      }
    }
  }

  private mutating func names(in folder: String, _ place: Place) -> [String] {
    guard let names = Self.names(in: "\(path)/\(folder)") else {
      findings.append(.unreadableFolder(folder, sender: place.sender, year: place.year))
      return []
    }
    return names
  }

  /// Names in byte order; those that begin with a point belong to the system, not to a sender.
  private static func names(in path: String) -> [String]? {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    return names?.filter { !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func isFolder(_ inner: String) -> Bool {
    FileStatus(of: "\(path)/\(inner)")?.isFolder == true
  }

  /// The day in Vietnam, which keeps one time the year round, so that no time zone matters.
  private static func day(_ second: Int) -> CalendarDate? {
    let (here, isBeyond) = second.addingReportingOverflow(7 * 3600)
    let (days, rest) = here.quotientAndRemainder(dividingBy: 86_400)
    return isBeyond ? nil : CalendarDate(daysSinceEpoch: rest < 0 ? days - 1 : days)
  }
}
