/// Findings of one code about one column of one file, as lists show them together.
package struct FindingGroup: Sendable {
  /// Findings that say the same.
  package struct Item: Sendable {
    /// The first of them.
    private let first: Finding
    /// What the list says of them besides, such as that they are new; empty where nothing.
    package let mark: String
    private var furtherLines: [Int] = []
    package private(set) var count = 1

    fileprivate init(_ finding: Finding, _ mark: String) {
      first = finding
      self.mark = mark
    }

    fileprivate mutating func add(_ finding: Finding) {
      if let line = finding.location.line { furtherLines.append(line) }
      count += 1
    }

    package var proposal: String { first.proposal }

    /// In order; empty where the finding is about no line.
    package var lines: [Int] { first.location.line.map { [$0] + furtherLines } ?? [] }

    /// The message, with the raw text of the cell before it where it does not repeat it.
    package func text(in language: Language) -> String {
      let text = first.message.text(in: language)
      let found = first.found
      // Messages cut long cells off.
      if found.isEmpty || first.quotesFound || text.contains(found.prefix(100)) { return text }
      return "'\(found.count <= 120 ? found : "\(found.prefix(117))…")': \(text)"
    }
  }

  package let code: String
  package let severity: Severity
  package let file: String
  package let column: Int?
  package let field: String
  /// In the order of their lines, each with a mark.
  private var findings: [(finding: Finding, mark: String)] = []

  private init(_ key: Key) {
    code = key.code
    severity = key.severity
    file = key.file
    column = key.column
    field = key.field
  }

  package var count: Int { findings.count }

  private struct Key: Hashable {
    var code: String
    var severity: Severity
    var file: String
    var column: Int?
    var field: String

    init(_ finding: Finding) {
      code = finding.code
      severity = finding.severity
      file = finding.location.file
      column = finding.location.column
      field = finding.field
    }
  }

  /// Groups findings: worst first, then as their files and first lines stand.
  package static func groups(of findings: [Finding]) -> [FindingGroup] {
    groups(of: findings.map { ($0, "") })
  }

  /// Groups findings, each with a mark; those of different marks are not taken together.
  package static func groups(
    of findings: [(finding: Finding, mark: String)]
  ) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    var known: [Key: Int] = [:]
    var places = FoundForColumns<Int>()
    for (finding, mark) in findings.sorted(by: { $0.finding < $1.finding }) {
      let place = places.value(of: finding) { finding in
        let key = Key(finding)
        if let place = known[key] { return place }
        known[key] = groups.count
        groups.append(FindingGroup(key))
        return groups.count - 1
      }
      groups[place].findings.append((finding, mark))
    }
    return groups
  }

  /// Puts together what says the same, in the order of the first lines.
  package func items() -> [Item] {
    var items: [Item] = []
    // A column may have as many different texts as rows.
    var places: [ItemKey: Int] = [:]
    for (finding, mark) in findings {
      let place = places[ItemKey(finding, mark), default: items.count]
      if place < items.count {
        items[place].add(finding)
      } else {
        places[ItemKey(finding, mark)] = place
        items.append(Item(finding, mark))
      }
    }
    return items
  }

  /// What makes findings of one group the same.
  private struct ItemKey: Hashable {
    let finding: Finding
    let mark: String

    init(_ finding: Finding, _ mark: String) {
      self.finding = finding
      self.mark = mark
    }

    static func == (a: ItemKey, b: ItemKey) -> Bool {
      let (one, other) = (a.finding, b.finding)
      return ExactText(text: one.found) == ExactText(text: other.found)
        && ExactText(text: one.proposal) == ExactText(text: other.proposal)
        && ExactText(text: a.mark) == ExactText(text: b.mark)
        && (one.location.line == nil) == (other.location.line == nil)
        && (one.isOfColumn(of: other) || one.hasExactMessage(of: other))
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(ExactText(text: finding.found))
      hasher.combine(ExactText(text: finding.proposal))
      hasher.combine(ExactText(text: mark))
      // Equal messages are told in the same way (`FindingWording`), so that their words are equal.
      let words = finding.words
      hasher.combine(ExactText(text: words.vietnamese))
      hasher.combine(ExactText(text: words.english))
    }
  }
}

extension Finding {
  fileprivate func hasExactMessage(of other: Finding) -> Bool {
    let (own, others) = (message, other.message)
    return ExactText(text: own.vietnamese) == ExactText(text: others.vietnamese)
      && ExactText(text: own.english) == ExactText(text: others.english)
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
