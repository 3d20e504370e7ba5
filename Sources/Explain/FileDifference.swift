import Diagnostics
import Tables

/// A file of two runs that is not the same in both, or was read otherwise.
struct FileDifference: Sendable {
  var path: String
  var before: SourceFileRow?
  var now: SourceFileRow?

  /// All differences, by path.
  static func all(before: [SourceFileRow], now: [SourceFileRow]) -> [FileDifference] {
    let earlier = Dictionary(before.map { ($0.path, $0) }) { first, _ in first }
    let later = Dictionary(now.map { ($0.path, $0) }) { first, _ in first }
    return Set(earlier.keys).union(later.keys).sorted().compactMap { path in
      let difference = FileDifference(path: path, before: earlier[path], now: later[path])
      return difference.isReal ? difference : nil
    }
  }

  /// The number of a file says nothing: it moves with the files before it.
  private var isReal: Bool {
    guard var before, let now else { return true }
    before.file = now.file
    return before != now
  }

  /// Columns of the table of files that differ, apart from number and hash.
  var columns: [(title: LocalisedText, before: String, now: String)] {
    guard let before, let now else { return [] }
    let pairs = zip(SourceFileRow.schema.columns, zip(before.cells, now.cells))
    return pairs.filter { $0.name != "file" && $0.name != "sha256" && $1.0 != $1.1 }.map {
      ($0.title, TableFormat.machine.text($1.0), TableFormat.machine.text($1.1))
    }
  }
}

extension RunDifference {
  func text(_ difference: FileDifference) -> Explanation {
    switch (difference.before, difference.now) {
    case (nil, let now?):
      let head = say(vi: "tệp mới ", en: "new file ")
      return Explanation(
        head + self.now.file(now) + reason(now),
        brief: head + difference.path + reason(now)
      )
    case (let before?, nil):
      let head = say(vi: "không còn tệp ", en: "gone is the file ")
      return Explanation(head + self.before.file(before), brief: head + difference.path)
    case (let before?, let now?) where before.sha256 != now.sha256:
      let head = say(vi: "tệp đã đổi ", en: "changed file ") + difference.path
      return Explanation(
        "\(head) (SHA-256 \(before.sha256) → \(now.sha256))" + reason(now),
        brief: head + reason(now)
      )
    default:
      let changes = difference.columns.map {
        "\(now.say($0.title)) \(Quote.change($0.before, $0.now))"
      }
      return Explanation(
        say(vi: "tệp như cũ mà đọc khác ", en: "same file, read otherwise ") + difference.path
          + ": " + changes.joined(separator: "; ")
      )
    }
  }

  private func reason(_ row: SourceFileRow) -> String {
    row.reason.isEmpty ? "" : say(vi: "; để riêng", en: "; set aside") + " [\(row.reason)]"
  }
}
