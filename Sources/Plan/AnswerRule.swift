/// How answers of yes or no of several units make one of the unit that takes their place.
package enum AnswerRule: String, CaseIterable, Sendable {
  /// Yes where any of them says yes: something exists there.
  case any
  /// Yes where all of them say yes: something holds throughout.
  case all
}
