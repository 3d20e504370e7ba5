/// A language that reports and messages can be written in.
package enum Language: String, CaseIterable, Sendable {
  case vietnamese = "vi"
  case english = "en"
}

/// A text for people in the languages of the program; plans may leave English out.
package struct LocalisedText: Hashable, Sendable {
  package var vietnamese: String
  package var english: String

  package init(vietnamese: String, english: String? = nil) {
    self.vietnamese = vietnamese
    self.english = english ?? vietnamese
  }

  /// The two languages side by side, as messages are written in code.
  package init(vi: String, en: String) {
    self.init(vietnamese: vi, english: en)
  }

  package func text(in language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// Applies the same change to both texts.
  package func mapping(_ transform: (String) -> String) -> LocalisedText {
    LocalisedText(vi: transform(vietnamese), en: transform(english))
  }
}
