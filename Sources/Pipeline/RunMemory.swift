import Diagnostics
import Digests
package import Foundation
package import Plan
import VietnameseText

/// Remembers a run, or the part of it that is one unit's, so that the next one with the same inputs can
/// leave all as it stands.
///
/// Beside the workspace lies a hidden file with digests of what the file system says of the program,
/// the plan's files, the data and the results, taken before they were read and after they were
/// written. Where each is as it was, a run would write the same bytes again.
package struct RunMemory {
  private let place: String
  /// Digest of all that is asked for.
  private let asked: String
  private let folder: String
  private let request: RunRequest
  /// In the order in which they were taken; nil where something could not be told.
  private var inputs: [FileStamps?] = []
  private var results: [FileStamps?] = []
  private var said: [String] = []
  private let began: Date

  /// Seconds; file systems tell times of change by the kernel's ticks, a hundredth of a second.
  private static let grain = 0.05

  private static let head = "chitieu run 4"
  /// Bytes; a country's districts print a hundredth of it.
  private static let most = 1 << 28
  /// Lines of what is read: the program with the plan folder, and the data.
  private static let linesOfInputs = 2

  /// - Parameters:
  ///   - folder: The plan folder as it was named.
  ///   - request: What is asked for.
  ///   - began: When the run began, before it read anything: what changes later is not trusted.
  package init(_ folder: String, _ request: RunRequest, began: Date) {
    self.folder = withoutSlash(folder)
    self.request = request
    self.began = began
    func digest(_ texts: [String]) -> String {
      sha256(of: Array(texts.joined(separator: "\n").utf8))
    }
    let name = digest([
      FileManager.default.currentDirectoryPath, folder, request.data ?? "-",
      request.year.map(String.init) ?? "-", request.work ?? "-", request.reports,
      request.boundaries?.description ?? "-",
    ])
    // With the name, so that what is remembered of another workspace is not believed of this one.
    asked = digest([
      name, request.asOf?.description ?? "-", "\(request.language)", request.encoding?.name ?? "-",
    ])
    let work = withoutSlash(request.work ?? "work/run")
    let cut = work.lastIndex(of: "/").map { work.index(after: $0) } ?? work.startIndex
    place = "\(work[..<cut]).\(work[cut...]).\(name.prefix(16))"
  }

  /// What the last run with this request printed, where nothing has changed since.
  package func unchanged() -> String? { keptRun()?.said }

  /// What the last run with this request left, where nothing has changed since.
  func keptRun() -> KeptRun? {
    guard let size = FileStamps(of: [place])?.sizes.first, size < Self.most,
      let data = FileManager.default.contents(atPath: place),
      let whole = String(data: data, encoding: .utf8)
    else { return nil }
    // The head, what was asked for, a digest of the rest, so that nothing damaged is trusted, and the
    // rest.
    let heads = whole.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
    guard heads.count == 4, heads[0] == Self.head, heads[1] == asked,
      heads[2] == sha256(of: Array(heads[3].utf8))
    else { return nil }
    let parts = heads[3].split(separator: "\n\n", maxSplits: 1)
    let lines = (parts.first?.split(separator: "\n") ?? []).map {
      $0.split(separator: "\t").map(String.init)
    }
    guard parts.count == 2, !lines.isEmpty else { return nil }
    var stamps: [FileStamps] = []
    for (place, words) in lines.enumerated() {
      guard words.count > 1, let now = FileStamps(of: Array(words.dropFirst())),
        now.digest == words[0],
        // A plan that changed since it was read is not the one that is evaluated.
        place >= Self.linesOfInputs || now.changed < latest
      else { return nil }
      stamps.append(now)
    }
    return KeptRun(said: String(parts[1]), results: Array(stamps.dropFirst(Self.linesOfInputs)))
  }

  /// What changed just before the run began may have changed again within the clock's grain.
  private var latest: Int { Int((began.timeIntervalSince1970 - Self.grain) * 1e9) }

  /// Looks at the program and the plan folder, before the plan is read.
  package mutating func beginWithPlan() {
    inputs = [FileStamps(of: [Self.program, folder])]
  }

  /// Looks at the data and the plan's other files, before the data are read.
  package mutating func beginWithData(_ plan: Plan) throws {
    let data = try plan.dataFolder(request.data, year: request.year)
    inputs.append(FileStamps(of: [data] + plan.files.map { "\(folder)/\($0)" }))
  }

  /// Size of the data's files; nil where it could not be told.
  var bytes: Int? { inputs.last.flatMap(\.self)?.sizes.first }

  /// Looks at what a run has written.
  package mutating func add(_ evaluation: Evaluation, said text: String) {
    said.append(text)
    switch evaluation {
    case .unit(let result):
      let folders = [result.workspace, result.reportFolder] + result.otherFolders
      results.append(FileStamps(of: folders))
    // As they were found: another run may have changed them since.
    case .unchanged(let kept): results += kept.results
    case .above(let result):
      results.append(FileStamps(of: [result.workspace, result.reportFolder]))
    }
  }

  /// Keeps what was remembered, after everything is written.
  ///
  /// A run that cannot keep it is no worse for it: the next one does its work again.
  package func keep() {
    let own = inputs.compactMap(\.self)
    let stamps = own + results.compactMap(\.self)
    guard stamps.count == inputs.count + results.count, own.allSatisfy({ $0.changed < latest })
    else { return }
    let lines = stamps.map { ([$0.digest] + $0.roots).joined(separator: "\t") }
    let rest = lines.joined(separator: "\n") + "\n\n" + said.joined(separator: "\n")
    let text = [Self.head, asked, sha256(of: Array(rest.utf8)), rest].joined(separator: "\n")
    // Half of it, or two runs' together, is told by its digest, so that it need not wait for the disk.
    // The file or link that stands there goes first: nothing is written through a link.
    _ = unsafe unlink(place)
    try? Data(text.utf8).write(to: URL(fileURLWithPath: place), options: .withoutOverwriting)
  }

  private static let program = "/proc/self/exe"
}
