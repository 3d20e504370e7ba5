/// What findings of one column of a file have in common.
final class FindingSubject: Sendable {
  let code: String
  let severity: Severity
  let file: String
  let column: Int?
  let sender: String
  let field: String
  let year: Int?
  let isSensitive: Bool
  let wording: FindingWording

  init(
    _ code: String,
    _ severity: Severity,
    file: String,
    column: Int?,
    sender: String,
    field: String,
    year: Int?,
    isSensitive: Bool,
    wording: FindingWording
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.column = column
    self.sender = sender
    self.field = field
    self.year = year
    self.isSensitive = isSensitive
    self.wording = wording
  }

  func replacing(
    file: String? = nil,
    sender: String? = nil,
    wording: FindingWording? = nil
  ) -> FindingSubject {
    FindingSubject(
      code,
      severity,
      file: file ?? self.file,
      column: column,
      sender: sender ?? self.sender,
      field: field,
      year: year,
      isSensitive: isSensitive,
      wording: wording ?? self.wording
    )
  }

  /// Whether two findings are of one kind and place, whatever they say.
  func isAbout(_ other: FindingSubject) -> Bool {
    code == other.code && severity == other.severity && file == other.file
      && column == other.column && sender == other.sender && field == other.field
      && year == other.year && isSensitive == other.isSensitive
  }
}

/// How the message of a finding is told.
///
/// A message that repeats what was found is always kept as what was expected, whoever put it together,
/// so that findings with the same texts are told in the same way.
enum FindingWording: Sendable {
  case message(LocalisedText)
  /// `found '…', expected …`.
  case expected(LocalisedText)

  /// A message of one who found something.
  init(_ message: LocalisedText, found: String) {
    self = .message(message)
    guard message.vietnamese.rest(after: FoundWords.start) != nil else { return }
    let words = FoundWords(of: found)
    if let vietnamese = message.vietnamese.rest(after: words.vietnamese),
      let english = message.english.rest(after: words.english)
    {
      self = .expected(LocalisedText(vi: vietnamese, en: english))
    }
  }
}

/// What a message begins with that repeats what was found.
struct FoundWords {
  static let start = "thấy '"

  let vietnamese: String
  let english: String

  init(of found: String) {
    let shown = Self.shortened(found)
    vietnamese = "\(Self.start)\(shown)', cần "
    english = "found '\(shown)', expected "
  }

  /// Long cells would bury the message; their whole text stands in the finding.
  private static func shortened(_ text: String) -> String {
    // Text of few bytes has no more characters.
    text.utf8.count <= 120 || text.count <= 120 ? text : "\(text.prefix(117))…"
  }
}

extension String {
  /// What follows a beginning, told byte by byte; nil where it begins otherwise.
  fileprivate func rest(after start: String) -> String? {
    let (own, sought) = (utf8.span, start.utf8.span)
    guard own.count >= sought.count else { return nil }
    for place in sought.indices where own[place] != sought[place] { return nil }
    return String(decoding: utf8.dropFirst(sought.count), as: UTF8.self)
  }
}
