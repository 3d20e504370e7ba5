import Diagnostics
import Parallel
import Plan
import Tables
import VietnameseText

extension FormRows {
  private struct SenderYear: Hashable {
    var sender: String
    var year: Int
  }

  /// A file and the one that took the place of rows of it.
  private struct FilePair: Hashable, Comparable {
    var earlier: Int
    var later: Int

    static func < (a: Self, b: Self) -> Bool { (a.earlier, a.later) < (b.earlier, b.later) }
  }

  /// A register is sent whole, so that the later file takes the place of the earlier one.
  ///
  /// - Parameters:
  ///   - files: Files of the form that were read.
  ///   - order: Which file is the later one.
  mutating func replaceWholeFiles(_ files: [SourceFileRow], _ order: FileOrder) {
    guard form.kind == .register else { return }
    var ranges: [Int: [Range<Int>]] = [:]
    for (file, own) in raw.fileRanges { ranges[file, default: []].append(own) }
    func used(_ file: Int) -> [Int] {
      (ranges[file] ?? []).flatMap { $0.filter { states[$0] == .used } }
    }
    func isUsed(_ file: Int) -> Bool {
      (ranges[file] ?? []).contains { $0.contains { states[$0] == .used } }
    }
    var groups: [SenderYear: [SourceFileRow]] = [:]
    // A file of which no row could be used takes nobody's place; a list without rows does.
    for file in files where ranges[file.file] == nil || isUsed(file.file) {
      guard let year = file.year else { continue }
      let sender = senderKeys[file.file] ?? file.sender
      groups[SenderYear(sender: sender, year: year), default: []].append(file)
    }
    for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0].file < $1[0].file }) {
      let sorted = group.sorted { order.place($0.file) < order.place($1.file) }
      guard let latest = sorted.last else { continue }
      var lines: [String: Int] = [:]
      for row in used(latest.file) { lines[key(row)] = raw.lines[row] }
      for (earlier, next) in zip(sorted, sorted.dropFirst()) {
        let own = used(earlier.file)
        let rule = order.rule(next.file, over: earlier.file)
        let tally = noteChanges(
          from: (earlier.file, own),
          to: (next.file, used(next.file)),
          rule: rule
        )
        for row in own {
          let line = lines[key(row)] ?? latest.headerLine ?? 1
          let rule = order.rule(latest.file, over: earlier.file)
          supersede(row, byFile: latest.file, line: line, rule: rule)
        }
        remarkOnFile(replaced(earlier, by: next, rule: rule, tally))
      }
    }
  }

  /// Of rows with one key only one is used.
  ///
  /// - Parameters:
  ///   - order: Which file is the later one.
  ///   - jobs: The most threads that look for keys and compare rows.
  ///   - senders: Place of each sender in the plan.
  mutating func removeDuplicates(
    _ order: FileOrder,
    jobs: Int = 1,
    senders: @Sendable (String) -> Int
  ) {
    let shared = rowsOfSharedKeys(jobs: jobs)
    var pairs: [FilePair: RevisionTally] = [:]
    // What differs is looked up on all cores: of a country's rows few stand near one another.
    var start = 0
    while start < shared.count {
      var (end, rows) = (start, 0)
      while end < shared.count, rows < Self.rowsAtATime {
        rows += shared[end].count
        end += 1
      }
      let own = shared[start..<end]
      let outcomes = parallelRanges(own.count, of: 64, jobs: jobs) { [self] places in
        places.map { compared(own[own.startIndex + $0], order, senders) }
      }
      for outcome in outcomes { settle(outcome, &pairs) }
      start = end
    }
    if !raw.parts.isEmpty { replaceParts(order) }
    for (pair, tally) in pairs.sorted(by: { $0.key < $1.key }) where pair.earlier != pair.later {
      let rule = order.rule(pair.later, over: pair.earlier)
      let (earlier, later) = (sources.file(pair.earlier), sources.file(pair.later))
      remarkOnFile(replaced(earlier, by: later, rule: rule, tally))
    }
  }

  /// What was found of rows is held until they are settled.
  private static let rowsAtATime = 8_192

  /// Rows with one key, compared while all of them are still in use.
  private struct SharedKey {
    /// Rows of one sender that take each other's place, in their order.
    var replacements: [Replacement] = []
    /// The last row of each sender; the one that is used comes first.
    var kept: [Int] = []
  }

  /// A row that takes the place of an earlier one.
  private struct Replacement {
    var earlier: Int
    var row: Int
    var earlierKey: String
    /// Why the row is the later one.
    var rule: String
    /// What is said of two rows of one file that differ.
    var finding: Finding?
    /// How many fields have values that differ, and what is noted of each.
    var differing: Int
    var changes: [RevisionRow]
  }

  private func compared(
    _ rows: [Int],
    _ order: FileOrder,
    _ senders: (String) -> Int
  ) -> SharedKey {
    var result = SharedKey()
    var latest: [String: Int] = [:]
    for row in inOrder(rows, order) {
      let sender = folderSender(row)
      if let earlier = latest[sender] {
        let fields = differences(earlier, row)
        let rule = order.rule(raw.files[row], over: raw.files[earlier])
        let changes = changes(in: fields, from: earlier, to: row, rule: rule)
        result.replacements.append(
          Replacement(
            earlier: earlier,
            row: row,
            earlierKey: key(earlier),
            rule: rule,
            finding: differing(earlier, row, in: fields),
            differing: fields.count,
            changes: changes
          )
        )
      }
      latest[sender] = row
    }
    result.kept = latest.map { (senders($0), $0, raw.files[$1], row: $1) }
      .sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
      .map(\.row)
    return result
  }

  private mutating func settle(
    _ shared: SharedKey,
    _ pairs: inout [FilePair: RevisionTally]
  ) {
    for replacement in shared.replacements {
      replace(replacement)
      let (earlier, later) = (raw.files[replacement.earlier], raw.files[replacement.row])
      let pair = FilePair(earlier: earlier, later: later)
      pairs[pair, default: RevisionTally()].figures += replacement.differing
    }
    for row in shared.kept.dropFirst() { compare(row, with: shared.kept[0]) }
  }

  /// Rows of the earlier files first, and those of a file by their lines.
  private func inOrder(_ rows: [Int], _ order: FileOrder) -> [Int] {
    rows.map { (order.place(raw.files[$0]), raw.lines[$0], row: $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.row)
  }

  /// Puts a row in the place of the earlier one.
  private mutating func replace(_ replacement: Replacement) {
    let (earlier, row) = (replacement.earlier, replacement.row)
    if let finding = replacement.finding { remark(finding, row: row) }
    supersede(earlier, of: replacement.earlierKey, by: row, rule: replacement.rule)
    revisions += replacement.changes
  }

  /// What is said of two rows of one key in one file; nil where they agree, or are of two files.
  private func differing(_ earlier: Int, _ row: Int, in fields: [Int]) -> Finding? {
    let isSame = fields.isEmpty && units[earlier] == units[row]
    guard raw.files[earlier] == raw.files[row], !isSame else { return nil }
    let source = source(row)
    let titles = titles(of: fields)
    return Finding(
      "duplicate-key",
      .warning,
      at: location(row, field: form.primaryKey.first),
      sender: source.sender,
      field: form.primaryKey.first.map { form.fields[$0].name } ?? "",
      year: source.year,
      found: key(row),
      expected: LocalisedText(
        vi: "mỗi mã một hàng; dòng \(raw.lines[earlier]) cùng mã nhưng khác ở "
          + "\(titles.vietnamese); hàng sau được dùng",
        en: "one row for each key; line \(raw.lines[earlier]) has it too and differs in "
          + "\(titles.english); the later row is used"
      )
    )
  }

  /// Two senders list the same thing: it counts once, and they must agree on what it is.
  private mutating func compare(_ row: Int, with kept: Int) {
    let isSame = hasSameContent(row, kept)
    let source = source(row)
    let (other, line) = (self.source(kept), raw.lines[kept])
    let titles = titles(of: differences(row, kept))
    remarkOnFile(
      Finding(
        isSame ? "key-of-two-senders" : "conflicting-key",
        isSame ? .note : .error,
        at: location(row, field: form.primaryKey.first),
        sender: source.sender,
        field: form.primaryKey.first.map { form.fields[$0].name } ?? "",
        year: source.year,
        found: key(row),
        expected: LocalisedText(
          vi: isSame
            ? "mã chưa có nơi nào gửi; đã có ở \(other.path):\(line), chỉ tính một lần"
            : "cùng nội dung như ở \(other.path):\(line) (khác ở \(titles.vietnamese)); "
              + "hàng ấy được dùng",
          en: isSame
            ? "a key that nobody else sends; \(other.path):\(line) has it, it counts once"
            : "the same content as \(other.path):\(line) (they differ in \(titles.english)); "
              + "that row is used"
        )
      )
    )
    supersede(row, by: kept, rule: isSame ? "same-content" : "sender-order")
  }
}
