import Diagnostics
import Testing

@testable import Plan

/// What a rule says of each combination of stated, missing and unreadable operands.
///
/// The rows for pairs are those of DHIS2's own tests: a 0 is present, and two absent sides are
/// neither a compulsory nor an exclusive pair that is broken.
@Suite struct RuleVerdictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var test: String
    var missing: ValidationRule.MissingStrategy
    var values: [String: ExpressionValue]
    var verdict: ValidationRule.Verdict
    var testDescription: String {
      "\(test), \(missing.rawValue), \(values.sorted { $0.key < $1.key })"
    }
  }

  private static let none: ExpressionValue = .missing(.notReported)

  private static func rule(
    _ test: ValidationRule.Test,
    _ missing: ValidationRule.MissingStrategy
  ) -> ValidationRule {
    ValidationRule(
      id: "r",
      scope: .unitYear(.members),
      test: test,
      severity: .error,
      missing: missing,
      sender: "",
      message: LocalisedText(vietnamese: ""),
      isSensitive: false
    )
  }

  static let conditions: [Case] = [
    Case(
      test: "a <= b",
      missing: .skipIfAny,
      values: ["a": .number(3), "b": .number(2)],
      verdict: .isBroken
    ),
    Case(
      test: "a <= b",
      missing: .skipIfAny,
      values: ["a": .number(3), "b": none],
      verdict: .isNotChecked
    ),
    Case(
      test: "a <= b",
      missing: .skipIfAny,
      values: ["a": none, "b": none],
      verdict: .isNotChecked
    ),
    Case(
      test: "a <= b",
      missing: .skipIfAll,
      values: ["a": .number(3), "b": none],
      verdict: .isBroken
    ),
    Case(
      test: "a <= b",
      missing: .skipIfAll,
      values: ["a": none, "b": .number(3)],
      verdict: .holds
    ),
    Case(
      test: "a <= b",
      missing: .skipIfAll,
      values: ["a": none, "b": none],
      verdict: .isNotChecked
    ),
    Case(test: "a < b", missing: .neverSkip, values: ["a": none, "b": none], verdict: .isBroken),
    Case(
      test: "a <= b",
      missing: .neverSkip,
      values: ["a": .number(3), "b": none],
      verdict: .isBroken
    ),
    Case(test: "a <= b", missing: .neverSkip, values: ["a": none, "b": none], verdict: .holds),
    // A part that is broken for certain breaks the rule, whatever the missing operand would be.
    Case(
      test: "a <= b and c <= b",
      missing: .skipIfAny,
      values: ["a": .number(3), "b": .number(2), "c": none],
      verdict: .isBroken
    ),
    Case(
      test: "not a or b > 0",
      missing: .neverSkip,
      values: ["a": none, "b": none],
      verdict: .holds
    ),
    Case(test: "a", missing: .neverSkip, values: ["a": none], verdict: .isBroken),
    // What stands there and cannot be read, or is contradicted, is no 0.
    Case(
      test: "a <= b",
      missing: .neverSkip,
      values: ["a": .number(3), "b": .missing(.illegible)],
      verdict: .isNotChecked
    ),
    Case(
      test: "a <= b",
      missing: .skipIfAll,
      values: ["a": .number(3), "b": .missing(.conflict)],
      verdict: .isNotChecked
    ),
    // A code has no 0.
    Case(test: "a = 'x'", missing: .neverSkip, values: ["a": none], verdict: .isNotChecked),
  ]

  @Test(arguments: conditions) func ofAConditionBy(_ row: Case) throws {
    let rule = Self.rule(.condition(try Expression(parsing: row.test)), row.missing)
    #expect(rule.verdict { name, _ in row.values[name] ?? Self.none } == row.verdict)
  }

  static let pairs: [Case] = [
    Case(
      test: "compulsory",
      missing: .skipIfAll,
      values: ["a": none, "b": .number(1)],
      verdict: .isBroken
    ),
    Case(
      test: "compulsory",
      missing: .skipIfAll,
      values: ["a": .number(1), "b": none],
      verdict: .isBroken
    ),
    Case(test: "compulsory", missing: .skipIfAll, values: ["a": none, "b": none], verdict: .holds),
    Case(
      test: "compulsory",
      missing: .skipIfAll,
      values: ["a": .number(1), "b": .number(1)],
      verdict: .holds
    ),
    Case(
      test: "compulsory",
      missing: .skipIfAll,
      values: ["a": .number(1), "b": .number(0)],
      verdict: .holds
    ),
    Case(
      test: "exclusive",
      missing: .skipIfAll,
      values: ["a": none, "b": .number(1)],
      verdict: .holds
    ),
    Case(
      test: "exclusive",
      missing: .skipIfAll,
      values: ["a": .number(1), "b": none],
      verdict: .holds
    ),
    Case(test: "exclusive", missing: .skipIfAll, values: ["a": none, "b": none], verdict: .holds),
    Case(
      test: "exclusive",
      missing: .skipIfAll,
      values: ["a": .number(1), "b": .number(1)],
      verdict: .isBroken
    ),
    Case(
      test: "exclusive",
      missing: .skipIfAll,
      values: ["a": .number(1), "b": .number(0)],
      verdict: .isBroken
    ),
    // Unreadable is present: the sender wrote something.
    Case(
      test: "compulsory",
      missing: .skipIfAll,
      values: ["a": .number(1), "b": .missing(.illegible)],
      verdict: .holds
    ),
    Case(
      test: "compulsory",
      missing: .skipIfAll,
      values: ["a": .number(1), "b": .missing(.notApplicable)],
      verdict: .isBroken
    ),
  ]

  @Test(arguments: pairs) func ofAPairBy(_ row: Case) throws {
    let pair = try #require(ValidationRule.Pair(rawValue: row.test))
    let (a, b) = (try Expression(parsing: "a"), try Expression(parsing: "b"))
    let rule = Self.rule(.pair(pair, left: a, right: b), row.missing)
    #expect(rule.verdict { name, _ in row.values[name] ?? Self.none } == row.verdict)
  }

  /// A side of several figures: one is enough, or all are wanted, as the strategy says.
  @Test(arguments: [
    (ValidationRule.MissingStrategy.skipIfAll, ValidationRule.Verdict.isBroken),
    (.skipIfAny, .holds),
  ]) func aSideOfSeveral(
    _ missing: ValidationRule.MissingStrategy,
    _ verdict: ValidationRule.Verdict
  )
    throws
  {
    let (left, right) = (try Expression(parsing: "a + c"), try Expression(parsing: "b"))
    let rule = Self.rule(.pair(.compulsory, left: left, right: right), missing)
    let values: [String: ExpressionValue] = ["a": .number(1)]
    #expect(rule.verdict { name, _ in values[name] ?? Self.none } == verdict)
  }

  /// A condition is present where it holds; where it cannot be told, nothing is checked.
  @Test(arguments: [
    (ExpressionValue.flag(false), ValidationRule.Verdict.isBroken), (.flag(true), .holds),
    (.missing(.notReported), .isNotChecked),
  ]) func aSideThatIsACondition(_ registered: ExpressionValue, _ verdict: ValidationRule.Verdict)
    throws
  {
    let (left, right) = (
      try Expression(parsing: "registered = false"), try Expression(parsing: "day")
    )
    let rule = Self.rule(.pair(.exclusive, left: left, right: right), .skipIfAll)
    #expect(rule.verdict { name, _ in name == "day" ? .text("x") : registered } == verdict)
  }

  @Test func countsOfSendersAreNamesOfTheirOwn() throws {
    let expression = try Expression(parsing: "a <= reported(village, trees) + on_time(village)")
    #expect(expression.references == ["a", "reported(village,trees)", "on_time(village)"])
    let count = try #require(ReportingCount(reference: expression.references[1]))
    #expect(count == ReportingCount(.reported, forms: ["village", "trees"]))
    #expect(ReportingCount(reference: "village.lessons") == nil)
    #expect(throws: ExpressionError.self) { try Expression(parsing: "reported()") }
    #expect(throws: ExpressionError.self) { try Expression(parsing: "reported(village") }
  }
}
