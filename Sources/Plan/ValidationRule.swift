package import Diagnostics

/// A condition that rows or data elements must fulfil, and the sentence for the sender if not.
package struct ValidationRule: Sendable {
  package enum Scope: Sendable {
    case row(form: String)
    case unitYear(Indicator.Place)
  }

  /// What a missing operand means for a rule; the names are those of DHIS2.
  package enum MissingStrategy: String, CaseIterable, Sendable {
    /// Not checked where the result hangs on a missing operand.
    case skipIfAny = "skip-if-any"
    /// Not checked where all operands are missing; else a missing one counts as 0.
    case skipIfAll = "skip-if-all"
    /// A missing operand counts as 0.
    case neverSkip = "never-skip"
  }

  /// How two sides must go together.
  package enum Pair: String, CaseIterable, Sendable {
    /// Both sides are present, or neither is.
    case compulsory
    /// Not both sides are present.
    case exclusive
  }

  package enum Test: Sendable {
    case condition(Expression)
    case pair(Pair, left: Expression, right: Expression)
  }

  /// What a rule says of one row, or of one unit and year.
  package enum Verdict: Sendable { case holds, isBroken, isNotChecked }

  package var id: String
  package var scope: Scope
  package var test: Test
  package var severity: Severity
  package var missing: MissingStrategy
  /// Id of the sender who is asked; empty: the sender of the row.
  package var sender: String
  /// `{name}` stands for the value of a field or element.
  package var message: LocalisedText
  package var isSensitive: Bool

  package init(
    id: String,
    scope: Scope,
    test: Test,
    severity: Severity,
    missing: MissingStrategy,
    sender: String,
    message: LocalisedText,
    isSensitive: Bool
  ) {
    self.id = id
    self.scope = scope
    self.test = test
    self.severity = severity
    self.missing = missing
    self.sender = sender
    self.message = message
    self.isSensitive = isSensitive
  }

  /// Names that the rule refers to, in order of first appearance.
  package var references: [String] {
    switch test {
    case .condition(let condition): return condition.references
    case .pair(_, let left, let right):
      return left.references + right.references.filter { !left.references.contains($0) }
    }
  }

  /// Whether figures of other years are part of it.
  package var looksAtOtherYears: Bool {
    let expressions: [Expression] =
      switch test {
      case .condition(let condition): [condition]
      case .pair(_, let left, let right): [left, right]
      }
    return expressions.contains { $0.operands.contains { $0.moment != .current } }
  }

  /// The condition as the plan has it; empty for a pair.
  package var conditionText: String {
    if case .condition(let condition) = test { condition.text } else { "" }
  }
}

extension MissingReason {
  /// Nothing was stated; otherwise a value stands somewhere, and is only not known here.
  package var isAbsence: Bool {
    switch self {
    case .notReported, .notApplicable, .noUnit: true
    // Of a date or a code; a figure of which there was no case is a 0 before it comes here.
    case .noCase: true
    case .illegible, .suppressed, .conflict, .notSeparable: false
    }
  }
}

extension ValidationRule {
  /// What the rule says; `value` gives what a name stands for.
  ///
  /// A value that cannot be read, contradicts itself or is hidden is not known, which is not the
  /// same as missing: no strategy makes a 0 of it.
  package func verdict(
    _ value: (String, Expression.Moment) -> ExpressionValue
  ) -> Verdict {
    switch test {
    case .condition(let condition): verdict(of: condition, value)
    case .pair(let pair, let left, let right): verdict(of: pair, left, right, value)
    }
  }

  private func verdict(
    of condition: Expression,
    _ value: (String, Expression.Moment) -> ExpressionValue
  ) -> Verdict {
    // By themselves: a function that knew the whole condition would copy it for each of its parts.
    let references = condition.references
    if missing == .skipIfAll, !references.isEmpty,
      condition.operands.allSatisfy({ value(references[$0.reference], $0.moment).isAbsent })
    {
      return .isNotChecked
    }
    let countsAsZero = missing != .skipIfAny
    let kinds = countsAsZero ? condition.flagReferences : []
    let result = condition.evaluate { reference, moment in
      let operand = value(references[reference], moment)
      guard countsAsZero, operand.isAbsent else { return operand }
      return kinds.contains(reference) ? .flag(false) : .number(0)
    }
    return switch result {
    case .flag(let holds): holds ? .holds : .isBroken
    default: .isNotChecked
    }
  }

  private func verdict(
    of pair: Pair,
    _ left: Expression,
    _ right: Expression,
    _ value: (String, Expression.Moment) -> ExpressionValue
  ) -> Verdict {
    guard let left = isPresent(left, value), let right = isPresent(right, value) else {
      return .isNotChecked
    }
    let holds =
      switch pair {
      case .compulsory: left == right
      case .exclusive: !(left && right)
      }
    return holds ? .holds : .isBroken
  }

  /// Whether a side is present: a figure where it was stated, a condition where it holds.
  private func isPresent(
    _ side: Expression,
    _ value: (String, Expression.Moment) -> ExpressionValue
  ) -> Bool? {
    let references = side.references
    guard side.isCondition else {
      let stated = side.operands.map { !value(references[$0.reference], $0.moment).isAbsent }
      return missing == .skipIfAny ? stated.allSatisfy(\.self) : stated.contains(true)
    }
    return side.evaluate { value(references[$0], $1) }.flag
  }
}

extension ExpressionValue {
  /// Whether nothing was stated; "no such case" is a statement.
  package var isAbsent: Bool {
    if case .missing(let reason) = self { reason.isAbsence } else { false }
  }
}
