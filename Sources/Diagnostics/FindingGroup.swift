/// Findings of one code about one column of one file, as lists show them together.
package struct FindingGroup: Sendable {
  /// Findings that say the same.
  package struct Item: Sendable {
    package var message: LocalisedText
    package var found: String
    package var proposal: String
    /// What the list says of them besides, such as that they are new; empty where nothing.
    package var mark: String
    /// In order; empty where the finding is about no line.
    package var lines: [Int]
    package var count: Int

    /// The message, with the raw text of the cell before it where it does not repeat it.
    package func text(in language: Language) -> String {
      let text = message.text(in: language)
      // Messages cut long cells off.
      guard !found.isEmpty, !text.contains(found.prefix(100)) else { return text }
      return "'\(found.count <= 120 ? found : "\(found.prefix(117))…")': \(text)"
    }
  }

  package var code: String
  package var severity: Severity
  package var file: String
  package var column: Int?
  package var field: String
  /// In the order of their first lines.
  package var items: [Item]

  package var count: Int { items.reduce(0) { $0 + $1.count } }

  /// Groups findings: worst first, then as their files and first lines stand.
  package static func groups(of findings: [Finding]) -> [FindingGroup] {
    groups(of: findings.map { ($0, "") })
  }

  /// Groups findings, each with a mark; those of different marks are not taken together.
  package static func groups(
    of findings: [(finding: Finding, mark: String)]
  ) -> [FindingGroup] {
    struct Key: Hashable {
      var code: String
      var severity: Severity
      var file: String
      var column: Int?
      var field: String
    }
    var groups: [FindingGroup] = []
    var places: [Key: Int] = [:]
    // Of each group; a column may have as many different texts as rows.
    var items: [[ItemKey: Int]] = []
    for (finding, mark) in findings.sorted(by: { $0.finding < $1.finding }) {
      let key = Key(
        code: finding.code,
        severity: finding.severity,
        file: finding.location.file,
        column: finding.location.column,
        field: finding.field
      )
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        items.append([:])
        groups.append(
          FindingGroup(
            code: key.code,
            severity: key.severity,
            file: key.file,
            column: key.column,
            field: key.field,
            items: []
          )
        )
      }
      let item = ItemKey(finding, mark)
      if let same = items[place][item] {
        groups[place].items[same].lines += [finding.location.line].compactMap { $0 }
        groups[place].items[same].count += 1
      } else {
        items[place][item] = groups[place].items.count
        groups[place].items.append(Item(finding, mark))
      }
    }
    return groups
  }

  /// What makes findings of one group the same.
  private struct ItemKey: Hashable {
    var vietnamese: ExactText
    var english: ExactText
    var found: ExactText
    var proposal: ExactText
    var mark: ExactText
    var hasLine: Bool

    init(_ finding: Finding, _ mark: String) {
      vietnamese = ExactText(text: finding.message.vietnamese)
      english = ExactText(text: finding.message.english)
      found = ExactText(text: finding.found)
      proposal = ExactText(text: finding.proposal)
      self.mark = ExactText(text: mark)
      hasLine = finding.location.line != nil
    }
  }
}

/// A text as its bytes stand: a text with accents is otherwise brought into a normal form for each look.
private struct ExactText: Hashable {
  var text: String

  static func == (a: ExactText, b: ExactText) -> Bool {
    let (first, second) = (a.text.utf8.span, b.text.utf8.span)
    guard first.count == second.count else { return false }
    for place in first.indices where first[place] != second[place] { return false }
    return true
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text.utf8.count)
    unsafe text.utf8.span.bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

extension FindingGroup.Item {
  fileprivate init(_ finding: Finding, _ mark: String) {
    self.init(
      message: finding.message,
      found: finding.found,
      proposal: finding.proposal,
      mark: mark,
      lines: [finding.location.line].compactMap { $0 },
      count: 1
    )
  }
}

extension FindingGroup {
  /// Line numbers as people write them: `3, 5–8, 11`, and how many more where there are many.
  package static func text(ofLines lines: [Int], in language: Language) -> String {
    var ranges: [ClosedRange<Int>] = []
    for line in Set(lines).sorted() {
      if let last = ranges.last, last.upperBound + 1 == line {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    // More would bury what is to be done; whoever mends the first ones sees how.
    let shown = ranges.prefix(12)
    let left = ranges.dropFirst(12).reduce(0) { $0 + $1.count }
    var text = shown.map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound), \(range.upperBound)"
      default: "\(range.lowerBound)–\(range.upperBound)"
      }
    }
    .joined(separator: ", ")
    if left > 0 {
      text += language == .vietnamese ? " và \(left) dòng khác" : " and \(left) more lines"
    }
    return text
  }
}

extension Location {
  /// Letters over a column as a spreadsheet shows them: 1 is A, 27 is AA.
  package static func letters(ofColumn column: Int) -> String {
    var number = column
    var letters = ""
    while number > 0 {
      let digit = (number - 1) % 26
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(digit))) + letters
      number = (number - 1) / 26
    }
    return letters
  }
}
