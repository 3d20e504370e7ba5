package import Diagnostics

/// What a finding's code means, for those who meet it; a new code is a new entry in `Entries`.
package struct FindingEntry: Sendable {
  package let code: String
  /// Severities that a finding of this code may have, worst first.
  package let severities: [Severity]
  package let vietnamese: Explanation
  package let english: Explanation

  init(_ code: String, _ severities: Severity..., vi: Explanation, en: Explanation) {
    self.code = code
    self.severities = severities
    vietnamese = vi
    english = en
  }

  package func explanation(in language: Language) -> Explanation {
    language == .vietnamese ? vietnamese : english
  }
}

/// A finding's code in words, for a clerk who has never seen it.
package struct Explanation: Sendable, Equatable {
  /// A few words, as the heading over findings of the code.
  package let title: String
  /// What stands in the file.
  package let meaning: String
  /// What becomes of it, and what it would do to the figures.
  package let importance: String
  /// What the sender is to do.
  package let remedy: String
}
