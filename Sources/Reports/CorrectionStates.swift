internal import Diagnostics
internal import Parallel
internal import Tables

/// How errors and warnings stand against the publication before: new, still open or solved.
struct CorrectionStates: Sendable {
  /// As they are published, in order.
  let rows: [CorrectionRow]
  /// Whether there is anything to compare with.
  let isComparison: Bool
  private let open: [CorrectionRow.Matter: Int]
  /// Where rows of each sender stand: all communes of a province may be senders.
  private let places: [String: [Int32]]

  /// - Parameters:
  ///   - findings: All findings, as they may be published.
  ///   - files: The files that they were made from.
  ///   - previous: The publication that stands in the report's place.
  ///   - jobs: The most threads.
  init(
    _ findings: [Finding],
    files: [SourceFileRow],
    previous: PreviousPublication?,
    jobs: Int = 1
  ) {
    let counts = CountedMatters(findings, files, jobs: jobs).counts
    guard let previous, previous.isComparison || previous.inputs != Self.inputs(files) else {
      isComparison = false
      open = [:]
      let rows = counts.map { CorrectionRow(matter: $0, state: .listed, count: $1) }
      places = Self.places(rows)
      self.rows = rows
      return
    }
    // The same files once more: what was said of them stays as it is.
    let isRepeat = previous.inputs == Self.inputs(files)
    let known = Self.counts(previous.corrections, isRepeat ? [.open] : [.listed, .new, .open])
    var rows: [CorrectionRow] = []
    var open: [CorrectionRow.Matter: Int] = [:]
    for (matter, count) in counts {
      let old = min(count, known[matter] ?? 0)
      open[matter] = old
      if old > 0 { rows.append(CorrectionRow(matter: matter, state: .open, count: old)) }
      if count > old {
        rows.append(CorrectionRow(matter: matter, state: .new, count: count - old))
      }
    }
    if isRepeat {
      rows += previous.corrections.filter { $0.state == .solved }
    } else {
      let now = Dictionary(counts.map { ($0.matter, $0.count) }, uniquingKeysWith: +)
      for (matter, count) in known where count > (now[matter] ?? 0) {
        rows.append(
          CorrectionRow(matter: matter, state: .solved, count: count - (now[matter] ?? 0))
        )
      }
    }
    isComparison = true
    self.open = open
    let sorted = parallelSorted(rows, jobs: jobs)
    places = Self.places(sorted)
    self.rows = sorted
  }

  private static func places(_ rows: [CorrectionRow]) -> [String: [Int32]] {
    Dictionary(grouping: rows.indices.lazy.map { Int32(clamping: $0) }) { place in
      rows[Int(place)].matter.sender
    }
  }

  /// The rows of a sender.
  func rows(of sender: String, _ state: CorrectionRow.State) -> [CorrectionRow] {
    (places[sender] ?? []).lazy.map { rows[Int($0)] }.filter { $0.state == state }
  }

  /// States of one sender's findings, which are in the order of their lines: what is new of a matter
  /// is taken to stand below what is old.
  func states(of findings: [Finding], files: [SourceFileRow]) -> [CorrectionRow.State?] {
    guard isComparison else { return findings.map { _ in nil } }
    var matters = FindingMatters(files)
    var left = open
    return findings.map { finding in
      guard finding.severity > .note else { return nil }
      let matter = matters.matter(of: finding)
      guard let count = left[matter], count > 0 else { return .new }
      left[matter] = count - 1
      return .open
    }
  }

  private static func inputs(_ files: [SourceFileRow]) -> Set<PreviousPublication.InputFile> {
    Set(files.map { PreviousPublication.InputFile(path: $0.path, sha256: $0.sha256) })
  }

  private static func counts(
    _ rows: [CorrectionRow],
    _ states: Set<CorrectionRow.State>
  ) -> [CorrectionRow.Matter: Int] {
    // Counts come from a file; a sum beyond any real one must not trap.
    rows.filter { states.contains($0.state) }.reduce(into: [:]) { counts, row in
      counts[row.matter] = min((counts[row.matter] ?? 0) + min(row.count, 1 << 40), 1 << 40)
    }
  }
}
