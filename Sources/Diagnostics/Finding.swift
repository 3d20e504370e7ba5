/// One thing that is wrong with the data or the plan; collected and published, never thrown.
///
/// A country's lists of findings are sorted, filtered and handed on many times, and a column that is
/// wrong throughout has one for each row: copies share what they say, and findings of a column
/// (`again(line:found:proposal:)`) what they have in common. A message that repeats what was found is
/// put together when it is read.
package struct Finding: Sendable {
  fileprivate final class Shared: Sendable {
    let subject: FindingSubject
    let line: Int?
    let found: String
    let proposal: String

    init(_ subject: FindingSubject, line: Int?, found: String, proposal: String) {
      self.subject = subject
      self.line = line
      self.found = found
      self.proposal = proposal
    }
  }

  fileprivate private(set) var shared: Shared

  private var subject: FindingSubject { shared.subject }

  /// Stable, kebab-case.
  package var code: String { subject.code }
  package var severity: Severity { subject.severity }
  package var location: Location {
    Location(file: subject.file, line: shared.line, column: subject.column)
  }
  /// Sender who is asked to correct it: a sender's id or a unit's code.
  package var sender: String { subject.sender }
  /// Name of the field or data element, where one is meant.
  package var field: String { subject.field }
  /// Year that the finding speaks of.
  package var year: Int? { subject.year }
  /// Raw text of the cell; empty where there is none, or where it must not be repeated.
  package var found: String { shared.found }
  /// Text that the cell is proposed to have, as its sender would type it; empty where nobody knows.
  ///
  /// It is a question to the sender, who alone may answer it, and as sensitive as `found`.
  package var proposal: String { shared.proposal }
  /// Whether raw text and message speak of counts of vulnerable persons: only the sender reads them.
  package var isSensitive: Bool { subject.isSensitive }

  package var message: LocalisedText {
    switch subject.wording {
    case .message(let message): return message
    case .expected(let expected):
      let start = FoundWords(of: found)
      return LocalisedText(
        vi: start.vietnamese + expected.vietnamese,
        en: start.english + expected.english
      )
    }
  }

  /// What the message says beside what was found, or all that it says: by it and by what was found
  /// messages are told apart without being made.
  var words: LocalisedText {
    switch subject.wording {
    case .message(let words), .expected(let words): words
    }
  }

  /// Whether the message repeats what was found, as far as there is room for it.
  package var quotesFound: Bool {
    if case .expected = subject.wording { true } else { false }
  }

  /// Whether another finding was said again of a cell of the same column, or this one of the other's.
  package func isOfColumn(of other: Finding) -> Bool { subject === other.subject }

  /// A place below a limit by which columns are told apart; two may share one.
  func placeOfColumn(_ limit: Int) -> Int {
    Int(UInt(bitPattern: ObjectIdentifier(subject).hashValue) % UInt(limit))
  }

  /// A finding with a message of its own.
  package init(
    _ code: String,
    _ severity: Severity,
    at location: Location,
    sender: String = "",
    field: String = "",
    year: Int? = nil,
    found: String = "",
    proposal: String = "",
    message: LocalisedText,
    isSensitive: Bool = false
  ) {
    let subject = FindingSubject(
      code,
      severity,
      file: location.file,
      column: location.column,
      sender: sender,
      field: field,
      year: year,
      isSensitive: isSensitive,
      wording: FindingWording(message, found: found)
    )
    shared = Shared(subject, line: location.line, found: found, proposal: proposal)
  }

  /// A finding worded as `found '…', expected …`.
  package init(
    _ code: String,
    _ severity: Severity,
    at location: Location,
    sender: String = "",
    field: String = "",
    year: Int? = nil,
    found: String,
    proposal: String = "",
    expected: LocalisedText,
    isSensitive: Bool = false
  ) {
    let subject = FindingSubject(
      code,
      severity,
      file: location.file,
      column: location.column,
      sender: sender,
      field: field,
      year: year,
      isSensitive: isSensitive,
      wording: .expected(expected)
    )
    shared = Shared(subject, line: location.line, found: found, proposal: proposal)
  }

  /// The same of another cell of the column; a message that does not repeat what was found stays.
  ///
  /// - Parameters:
  ///   - line: Line of the cell; nil where it must not be told.
  ///   - found: What was found there.
  ///   - proposal: What the cell is proposed to have.
  /// - Returns: The finding, which shares with this one what they have in common.
  package func again(line: Int?, found: String, proposal: String) -> Finding {
    var finding = self
    finding.shared = Shared(subject, line: line, found: found, proposal: proposal)
    if case .message(let message) = subject.wording,
      case .expected(let expected) = FindingWording(message, found: found)
    {
      let subject = subject.replacing(wording: .expected(expected))
      finding.shared = Shared(subject, line: line, found: found, proposal: proposal)
    }
    return finding
  }

  /// The finding in other words.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - found: What is told of the cell; nothing unless it is given.
  ///   - proposal: What it is proposed to have; nothing unless it is given.
  /// - Returns: The same finding otherwise.
  package func saying(
    _ message: LocalisedText,
    found: String = "",
    proposal: String = ""
  ) -> Finding {
    var finding = self
    let subject = subject.replacing(wording: FindingWording(message, found: found))
    finding.shared = Shared(subject, line: shared.line, found: found, proposal: proposal)
    return finding
  }

  /// The same of a file under another path.
  package func at(path: String) -> Finding {
    var finding = self
    let subject = subject.replacing(file: path)
    finding.shared = Shared(subject, line: shared.line, found: found, proposal: proposal)
    return finding
  }

  /// The same, asked of another sender.
  package func sent(by sender: String) -> Finding {
    var finding = self
    let subject = subject.replacing(sender: sender)
    finding.shared = Shared(subject, line: shared.line, found: found, proposal: proposal)
    return finding
  }

  /// `file:line:column: severity: message [code]`, as compilers print it.
  package func description(in language: Language) -> String {
    var place = location.file
    if let line = location.line {
      place += ":\(line)"
      if let column = location.column { place += ":\(column)" }
    }
    return "\(place): \(severity.label(in: language)): \(message.text(in: language)) [\(code)]"
  }
}

extension Finding: Equatable {
  package static func == (a: Finding, b: Finding) -> Bool {
    if a.shared === b.shared { return true }
    let (one, other) = (a.shared, b.shared)
    guard one.line == other.line, one.found == other.found, one.proposal == other.proposal
    else { return false }
    return one.subject === other.subject
      || (one.subject.isAbout(other.subject) && a.message == b.message)
  }
}

extension Finding: Comparable {
  /// Worst first, then by file and place: the order in which lists print them.
  package static func < (a: Finding, b: Finding) -> Bool {
    let (one, other) = (a.shared.subject, b.shared.subject)
    let (aLine, bLine) = (a.shared.line ?? 0, b.shared.line ?? 0)
    if one === other, aLine != bLine { return aLine < bLine }
    if one.severity != other.severity { return one.severity > other.severity }
    if one.file != other.file { return one.file < other.file }
    if aLine != bLine { return aLine < bLine }
    let (aColumn, bColumn) = (one.column ?? 0, other.column ?? 0)
    if aColumn != bColumn { return aColumn < bColumn }
    return (one.code, one.sender, one.field, a.message.vietnamese)
      < (other.code, other.sender, other.field, b.message.vietnamese)
  }
}
