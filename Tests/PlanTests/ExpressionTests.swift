import Diagnostics
import Plan
import Testing

@Suite struct ExpressionTests {
  struct SumCase: Sendable, CustomTestStringConvertible {
    var text: String
    /// What each name is multiplied by, in order; nil where the expression is no sum.
    var terms: [String]?
    var testDescription: String { text }
  }

  @Test(arguments: [
    SumCase(text: "a", terms: ["a 1.0"]),
    SumCase(text: "a + b - c", terms: ["a 1.0", "b 1.0", "c -1.0"]),
    SumCase(text: "-(a - 2 * b) / 4 + 7", terms: ["a -0.25", "b 0.5"]),
    SumCase(text: "a * (1 + 1) - 3", terms: ["a 2.0"]),
    SumCase(text: "a + previous(b) + base(a)", terms: ["a 1.0", "b 1.0 previous", "a 1.0 base"]),
    SumCase(text: "5", terms: []),
    SumCase(text: "a * b", terms: nil),
    SumCase(text: "a / b", terms: nil),
    SumCase(text: "a / 0", terms: nil),
    SumCase(text: "max(a, b)", terms: nil),
    SumCase(text: "a > 1", terms: nil),
    SumCase(text: "coalesce(a, 0)", terms: nil),
  ])
  func `a sum tells what each operand adds`(_ example: SumCase) throws {
    let expression = try Expression(parsing: example.text)
    let terms = expression.terms?.map { term in
      let moment = term.moment == .current ? "" : " \(term.moment)"
      return "\(expression.references[term.reference]) \(term.factor)\(moment)"
    }
    #expect(terms == example.terms)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var value: ExpressionValue
    var testDescription: String { text }
  }

  static let values: [String: ExpressionValue] = [
    "a": .number(6), "b": .number(4), "zero": .number(0), "yes": .flag(true), "no": .flag(false),
    "kind": .text("x"), "gap": .missing(.notReported),
    "day": CalendarDate(year: 2024, month: 5, day: 6).map { .date($0) } ?? .missing(.illegible),
  ]

  static let cases: [Case] = [
    Case(text: "a + b * 2", value: .number(14)),
    Case(text: "(a + b) * 2", value: .number(20)),
    Case(text: "a - b - 1", value: .number(1)),
    Case(text: "--a", value: .number(6)),
    Case(text: "-a / 4", value: .number(-1.5)),
    Case(text: "a / zero", value: .missing(.notApplicable)),
    Case(text: "a + gap", value: .missing(.notReported)),
    Case(text: "a <= b", value: .flag(false)),
    Case(text: "a != b and not (a < b)", value: .flag(true)),
    Case(text: "not not yes", value: .flag(true)),
    Case(text: "gap > 1 and no", value: .flag(false)),
    Case(text: "gap > 1 or yes", value: .flag(true)),
    Case(text: "gap > 1 and yes", value: .missing(.notReported)),
    Case(text: "gap is missing", value: .flag(true)),
    Case(text: "gap is not missing or a = 6", value: .flag(true)),
    Case(text: "kind in ('x', 'y')", value: .flag(true)),
    Case(text: "kind = 'y'", value: .flag(false)),
    Case(text: "a in (1, 2)", value: .flag(false)),
    Case(text: "year(day) = 2024", value: .flag(true)),
    Case(text: "min(a, b) + max(a, b, 9)", value: .number(13)),
    Case(text: "coalesce(gap, b)", value: .number(4)),
    Case(text: "kind > 1", value: .missing(.illegible)),
    Case(text: "day = 'x'", value: .missing(.illegible)),
    Case(text: "yes = true", value: .flag(true)),
    Case(text: "base(a) + previous(b)", value: .number(10)),
  ]

  @Test(arguments: cases) func evaluates(_ test: Case) throws {
    let expression = try Expression(parsing: test.text)
    let value = expression.evaluate { index, _ in
      Self.values[expression.references[index]] ?? .missing(.illegible)
    }
    #expect(value == test.value)
  }

  @Test func momentsReachWhoeverLooksUp() throws {
    let expression = try Expression(parsing: "x - previous(x) + base(y)")
    #expect(expression.references == ["x", "y"])
    var seen: [Expression.Moment] = []
    _ = expression.evaluate { _, moment in
      seen.append(moment)
      return .number(1)
    }
    #expect(seen == [.current, .previous, .base])
  }

  static let malformed: [(String, Int)] = [
    ("", 1), ("a +", 4), ("a b", 3), ("(a", 3), ("a ? b", 3), ("'open", 1), ("foo(a)", 1),
    ("1.2.3", 1),
    ("a in ()", 7), ("a in (b)", 8), ("base(1)", 6), ("a is b", 6), ("!a", 1),
  ]

  @Test(arguments: malformed) func faultsNameTheirPlace(_ text: String, _ column: Int) {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error?.column == column)
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000)
    #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
  }
}
