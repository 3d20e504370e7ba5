package import Diagnostics

/// A measure of the plan's progress, as an expression over data elements.
package struct Indicator: Sendable {
  package enum Formula: Sendable {
    case ratio(numerator: Expression, denominator: Expression, per: Int)
    /// Units in which a condition holds.
    case units(condition: Expression)
    case count(Expression)
  }

  package enum Direction: String, CaseIterable, Sendable { case up, down, none }

  package enum Place: String, CaseIterable, Sendable {
    /// Computed for each member unit and over them for the plan's unit.
    case members
    /// Only for the plan's own unit.
    case plan
    /// For each member unit, with no figure over them.
    case each
  }

  package var id: String
  package var title: LocalisedText
  package var clauses: [String]
  package var formula: Formula
  package var place: Place
  package var unit: LocalisedText
  package var direction: Direction
  package var decimals: Int
  /// Whether the numerator is part of the denominator, so that an interval and bounds exist.
  package var isProportion: Bool
  package var sentence: LocalisedText?
  /// How answers of merged units combine; nil where only what all say alike is said of the whole.
  package var answerRule: AnswerRule?
  /// First years of a changed definition, in order: years before them are not compared with later.
  package var breaks: [Int] = []
  /// Ids of the data elements that its expressions name, sorted.
  package var elements: [String]
  /// Whether one of them counts vulnerable persons.
  package var isSensitive: Bool
}

/// What the plan wants an indicator to be.
package struct Target: Sendable {
  package enum Form: String, CaseIterable, Sendable {
    case reach, keep
    case keepBase = "keep-base"
    case none, fewer, done
  }

  package enum When: String, CaseIterable, Sendable {
    case everyYear = "every-year"
    case byEnd = "by-end"
  }

  package var id: String
  package var clause: String
  package var title: LocalisedText
  package var indicator: String
  package var form: Form
  package var value: Double?
  package var when: When
  /// The reading chosen where the plan's words allow several.
  package var reading: Reading?
  /// All readings that the plan folder offers.
  package var readings: [Reading]

  package struct Reading: Sendable {
    package var id: String
    package var title: LocalisedText
  }
}

/// A scoring sheet; criteria stay empty where nobody found them.
package struct ScoringSheet: Sendable {
  package struct Criterion: Sendable {
    package var id: String
    package var text: LocalisedText
    package var maximum: Double
  }

  /// Data elements that hold a score and a class.
  package struct Result: Sendable {
    package var score: String
    package var category: String
  }

  package var id: String
  package var title: LocalisedText
  package var source: LocalisedText
  package var isVerified: Bool
  package var criteria: [Criterion]
  package var classes: [Category]
  package var own: Result
  package var official: Result
}
