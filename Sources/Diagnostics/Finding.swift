/// How bad a finding is for the figures.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case note
  case warning
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package func label(in language: Language) -> String {
    switch (self, language) {
    case (.note, .vietnamese): "ghi chú"
    case (.warning, .vietnamese): "cảnh báo"
    case (.error, .vietnamese): "lỗi"
    case (_, .english): rawValue
    }
  }
}

/// Where something stands: a file, and a line and column in it where they are known.
package struct Location: Hashable, Sendable {
  package var file: String
  package var line: Int?
  /// 1-based: a column of the table in data files, a character in plan files.
  package var column: Int?

  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// One thing that is wrong with the data or the plan; collected and published, never thrown.
///
/// A country's lists of findings are sorted, filtered and handed on many times: copies share what they say.
package struct Finding: Sendable {
  private struct Parts: Hashable {
    var code: String
    var severity: Severity
    var location: Location
    var sender: String
    var field: String
    var year: Int?
    var found: String
    var proposal: String
    var message: LocalisedText
    var isSensitive: Bool
  }

  private final class Shared: Sendable {
    let parts: Parts

    init(_ parts: Parts) { self.parts = parts }
  }

  private var shared: Shared

  private var parts: Parts {
    get { shared.parts }
    set { shared = Shared(newValue) }
  }

  /// Stable, kebab-case.
  package var code: String { shared.parts.code }
  package var severity: Severity { shared.parts.severity }
  package var location: Location {
    get { shared.parts.location }
    set { parts.location = newValue }
  }
  /// Sender who is asked to correct it: a sender's id or a unit's code.
  package var sender: String {
    get { shared.parts.sender }
    set { parts.sender = newValue }
  }
  /// Name of the field or data element, where one is meant.
  package var field: String { shared.parts.field }
  /// Year that the finding speaks of.
  package var year: Int? { shared.parts.year }
  /// Raw text of the cell; empty where there is none, or where it must not be repeated.
  package var found: String {
    get { shared.parts.found }
    set { parts.found = newValue }
  }
  /// Text that the cell is proposed to have, as its sender would type it; empty where nobody knows.
  ///
  /// It is a question to the sender, who alone may answer it, and as sensitive as `found`.
  package var proposal: String {
    get { shared.parts.proposal }
    set { parts.proposal = newValue }
  }
  package var message: LocalisedText {
    get { shared.parts.message }
    set { parts.message = newValue }
  }
  /// Whether raw text and message speak of counts of vulnerable persons: only the sender reads them.
  package var isSensitive: Bool { shared.parts.isSensitive }

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
    shared = Shared(
      Parts(
        code: code,
        severity: severity,
        location: location,
        sender: sender,
        field: field,
        year: year,
        found: found,
        proposal: proposal,
        message: message,
        isSensitive: isSensitive
      )
    )
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
    self.init(
      code,
      severity,
      at: location,
      sender: sender,
      field: field,
      year: year,
      found: found,
      proposal: proposal,
      message: LocalisedText(
        vi: "thấy '\(Self.shortened(found))', cần \(expected.vietnamese)",
        en: "found '\(Self.shortened(found))', expected \(expected.english)"
      ),
      isSensitive: isSensitive
    )
  }

  /// Long cells would bury the message; their whole text stands in `found`.
  private static func shortened(_ text: String) -> String {
    text.count <= 120 ? text : "\(text.prefix(117))…"
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

extension Finding: Hashable {
  package static func == (a: Finding, b: Finding) -> Bool {
    a.shared === b.shared || a.shared.parts == b.shared.parts
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(shared.parts) }
}

extension Finding: Comparable {
  /// Worst first, then by file and place: the order in which lists print them.
  package static func < (a: Finding, b: Finding) -> Bool {
    if a.severity != b.severity { return a.severity > b.severity }
    if a.location.file != b.location.file { return a.location.file < b.location.file }
    let (aLine, bLine) = (a.location.line ?? 0, b.location.line ?? 0)
    if aLine != bLine { return aLine < bLine }
    let (aColumn, bColumn) = (a.location.column ?? 0, b.location.column ?? 0)
    if aColumn != bColumn { return aColumn < bColumn }
    return (a.code, a.sender, a.field, a.message.vietnamese)
      < (b.code, b.sender, b.field, b.message.vietnamese)
  }
}
