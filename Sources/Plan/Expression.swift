package import Diagnostics

/// An expression of the plan, over data elements or over the fields of a row.
///
/// Grammar and meaning stand in Documentation/PlanFolder.md. References are numbered, so that
/// whoever evaluates many rows resolves each name once.
package struct Expression: Sendable {
  /// The text as the plan has it.
  package let text: String
  /// Names that it refers to, in order of first appearance; nodes refer to them by position.
  package let references: [String]
  let root: Node
  private let asked: Asked

  /// What is asked of an expression for each row; behind a reference, so that an expression is as
  /// quick to copy as without.
  private final class Asked: Sendable {
    let operands: [Operand]
    let flagReferences: Set<Int>

    init(_ root: Node) {
      operands = Expression.operands(of: root)
      flagReferences = Expression.flagReferences(of: root)
    }
  }

  /// What the expression is made of, each once, in order of first appearance.
  package var operands: [Operand] { asked.operands }

  /// References that stand where yes or no is wanted.
  var flagReferences: Set<Int> { asked.flagReferences }

  init(text: String, references: [String], root: Node) {
    self.text = text
    self.references = references
    self.root = root
    asked = Asked(root)
  }

  indirect enum Node: Sendable {
    case constant(ExpressionValue)
    case reference(Int, Moment)
    case call(Function, [Node])
    case negate(Node)
    case not(Node)
    case arithmetic(Arithmetic, Node, Node)
    case compare(Comparison, Node, Node)
    case isMissing(Node, expected: Bool)
    case isIn(Node, [ExpressionValue])
    case and(Node, Node)
    case or(Node, Node)
  }

  /// The year from which a data element is taken.
  package enum Moment: Sendable, Hashable { case current, base, previous }

  enum Function: String, Sendable { case year, min, max, coalesce }
  enum Arithmetic: Sendable { case add, subtract, multiply, divide }
  enum Comparison: Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }
}

/// A value of an expression; a missing operand makes a missing result.
package enum ExpressionValue: Sendable, Hashable {
  case number(Double)
  case text(String)
  case flag(Bool)
  case date(CalendarDate)
  case missing(MissingReason)

  package var number: Double? {
    switch self {
    case .number(let value): value
    case .flag(let value): value ? 1 : 0
    default: nil
    }
  }

  package var flag: Bool? {
    if case .flag(let value) = self { value } else { nil }
  }
}

extension Expression {
  /// Evaluates the expression; `value` gives what a reference stands for.
  package func evaluate(_ value: (Int, Moment) -> ExpressionValue) -> ExpressionValue {
    Self.evaluate(root, value)
  }

  private static func evaluate(
    _ node: Node,
    _ value: (Int, Moment) -> ExpressionValue
  ) -> ExpressionValue {
    switch node {
    case .constant(let constant):
      return constant
    case .reference(let index, let moment):
      return value(index, moment)
    case .negate(let operand):
      return number(evaluate(operand, value)) { -$0 }
    case .not(let operand):
      let result = evaluate(operand, value)
      guard case .flag(let flag) = result else { return missing(result) }
      return .flag(!flag)
    case .arithmetic(let operation, let a, let b):
      return arithmetic(operation, evaluate(a, value), evaluate(b, value))
    case .compare(let comparison, let a, let b):
      return compare(comparison, evaluate(a, value), evaluate(b, value))
    case .isMissing(let operand, let expected):
      if case .missing = evaluate(operand, value) { return .flag(expected) }
      return .flag(!expected)
    case .isIn(let operand, let list):
      let result = evaluate(operand, value)
      if case .missing = result { return result }
      return .flag(list.contains(result))
    case .and(let a, let b):
      // No closure here: it would copy all that `value` knows for each of them.
      let first = evaluate(a, value)
      if first.flag == false { return first }
      return both(first, evaluate(b, value), absorbing: false)
    case .or(let a, let b):
      let first = evaluate(a, value)
      if first.flag == true { return first }
      return both(first, evaluate(b, value), absorbing: true)
    case .call(let function, let arguments):
      return call(function, arguments.map { evaluate($0, value) })
    }
  }

  private static func missing(_ value: ExpressionValue) -> ExpressionValue {
    if case .missing = value { value } else { .missing(.illegible) }
  }

  private static func number(
    _ value: ExpressionValue,
    _ transform: (Double) -> Double
  ) -> ExpressionValue {
    guard let number = value.number else { return missing(value) }
    return finite(transform(number))
  }

  private static func finite(_ value: Double) -> ExpressionValue {
    value.isFinite ? .number(value) : .missing(.notApplicable)
  }

  private static func arithmetic(
    _ operation: Arithmetic,
    _ a: ExpressionValue,
    _ b: ExpressionValue
  ) -> ExpressionValue {
    guard let x = a.number else { return missing(a) }
    guard let y = b.number else { return missing(b) }
    return switch operation {
    case .add: finite(x + y)
    case .subtract: finite(x - y)
    case .multiply: finite(x * y)
    case .divide: finite(x / y)
    }
  }

  private static func compare(
    _ comparison: Comparison,
    _ a: ExpressionValue,
    _ b: ExpressionValue
  ) -> ExpressionValue {
    switch (a, b) {
    case (.missing, _): a
    case (_, .missing): b
    case (.text(let x), .text(let y)): .flag(holds(comparison, x, y))
    case (.date(let x), .date(let y)): .flag(holds(comparison, x, y))
    case (.flag(let x), .flag(let y)):
      .flag(holds(comparison, x ? 1 : 0, y ? 1 : 0))
    default:
      if let x = a.number, let y = b.number {
        .flag(holds(comparison, x, y))
      } else {
        .missing(.illegible)
      }
    }
  }

  private static func holds<T: Comparable>(_ comparison: Comparison, _ a: T, _ b: T) -> Bool {
    switch comparison {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  /// Three-valued `and` (absorbing false) and `or` (absorbing true).
  private static func both(
    _ a: ExpressionValue,
    _ b: ExpressionValue,
    absorbing: Bool
  ) -> ExpressionValue {
    if a.flag == absorbing || b.flag == absorbing { return .flag(absorbing) }
    guard a.flag != nil else { return missing(a) }
    guard b.flag != nil else { return missing(b) }
    return .flag(!absorbing)
  }

  private static func call(_ function: Function, _ arguments: [ExpressionValue]) -> ExpressionValue
  {
    switch function {
    case .year:
      guard let first = arguments.first else { return .missing(.illegible) }
      guard case .date(let date) = first else { return missing(first) }
      return .number(Double(date.year))
    case .coalesce:
      return arguments.first { if case .missing = $0 { false } else { true } }
        ?? arguments.last ?? .missing(.notReported)
    case .min, .max:
      var best: Double?
      for argument in arguments {
        guard let number = argument.number else { return missing(argument) }
        best =
          best.map { function == .min ? Swift.min($0, number) : Swift.max($0, number) } ?? number
      }
      return best.map { .number($0) } ?? .missing(.notReported)
    }
  }
}
