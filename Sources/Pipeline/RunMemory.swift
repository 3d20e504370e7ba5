import Diagnostics
import Digests
import Foundation
package import Plan
import VietnameseText

/// Remembers a run, so that the next one with the same inputs can leave all as it stands.
///
/// Beside the workspace lies a hidden file with the stamps of the program, the plan's files, the data
/// and the results, taken before they were read and after they were written. Where each is as it was,
/// a run would write the same bytes again.
package struct RunMemory {
  private let place: String
  private let folder: String
  private let request: RunRequest
  private var inputs: [FileStamp] = []
  private var results: [FileStamp] = []
  private var said: [String] = []
  private let began = Date()

  /// Seconds; file systems tell times of change by the kernel's ticks, a hundredth of a second.
  private static let grain = 0.05

  private static let head = "chitieu run 1"

  /// - Parameters:
  ///   - folder: The plan folder as it was named.
  ///   - request: What is asked for.
  package init(_ folder: String, _ request: RunRequest) {
    self.folder = withoutSlash(folder)
    self.request = request
    let asked: [String] = [
      FileManager.default.currentDirectoryPath, folder, request.data ?? "-",
      request.year.map(String.init) ?? "-", request.work ?? "-", request.reports,
      request.asOf?.description ?? "-", request.boundaries?.description ?? "-",
      "\(request.language)", request.encoding?.name ?? "-",
    ]
    let name = sha256(of: Array(asked.joined(separator: "\n").utf8)).prefix(16)
    let work = withoutSlash(request.work ?? "work/run")
    let cut = work.lastIndex(of: "/").map { work.index(after: $0) } ?? work.startIndex
    place = "\(work[..<cut]).\(work[cut...]).\(name)"
  }

  /// What the last run with this request printed, where nothing has changed since.
  package func unchanged() -> String? {
    guard let data = FileManager.default.contents(atPath: place),
      let text = String(data: data, encoding: .utf8)
    else { return nil }
    let parts = text.split(separator: "\n\n", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let lines = parts[0].split(separator: "\n")
    guard lines.first == Self.head[...], lines.count > 1 else { return nil }
    for line in lines.dropFirst() {
      guard let stamp = FileStamp(line: line), stamp.isCurrent else { return nil }
    }
    return String(parts[1])
  }

  /// Takes the stamps of the program and of the plan folder, before the plan is read.
  package mutating func beginWithPlan() {
    inputs = [FileStamp(Self.program)] + FileStamp.all(in: folder)
  }

  /// Takes the stamps of the data and of the plan's other files, before the data are read.
  package mutating func beginWithData(_ plan: Plan) throws {
    let data = try plan.dataFolder(request.data, year: request.year)
    inputs += FileStamp.all(in: data)
    inputs += plan.files.map { FileStamp("\(folder)/\($0)") }
  }

  /// Takes the stamps of what a run has written.
  package mutating func add(_ evaluation: Evaluation, said text: String) {
    said.append(text)
    let folders: [String] =
      switch evaluation {
      case .unit(let result): [result.workspace, result.reportFolder] + result.otherFolders
      case .above(let result): [result.workspace, result.reportFolder]
      }
    for folder in folders { results += FileStamp.all(in: folder) }
  }

  /// Keeps what was remembered, after everything is written.
  ///
  /// A run that cannot keep it is no worse for it: the next one does its work again.
  package func keep() {
    let stamps = inputs + results
    let lines = stamps.compactMap(\.line)
    // What changed just before it was read may have changed again within the clock's grain.
    guard lines.count == stamps.count, !inputs.contains(where: hasJustChanged) else { return }
    let text =
      ([Self.head] + lines).joined(separator: "\n") + "\n\n" + said.joined(separator: "\n")
    try? Data(text.utf8).write(to: URL(fileURLWithPath: place), options: .atomic)
  }

  private func hasJustChanged(_ stamp: FileStamp) -> Bool {
    guard let changed = stamp.changed else { return false }
    return changed > began.timeIntervalSince1970 - Self.grain
  }

  private static let program = "/proc/self/exe"
}
