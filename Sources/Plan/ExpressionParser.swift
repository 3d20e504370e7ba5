package import Diagnostics

/// Why a text is no expression: what stands where, and what was expected.
package struct ExpressionError: Error, Sendable, Equatable {
  /// 1-based character of the text.
  package var column: Int
  package var found: String
  package var expected: LocalisedText
}

extension Expression {
  /// Reads an expression.
  package init(parsing text: String) throws(ExpressionError) {
    var parser = ExpressionParser(try ExpressionLexer.tokens(of: text))
    let root = try parser.parse()
    self.init(text: text, references: parser.references, root: root)
  }
}

/// Recursive descent over the grammar of Documentation/PlanFolder.md.
private struct ExpressionParser {
  private let tokens: [ExpressionToken]
  private var position = 0
  private var depth = 0
  private(set) var references: [String] = []

  /// Deeper nesting than any plan needs; keeps a hostile one from exhausting the stack.
  private static let deepest = 64

  init(_ tokens: [ExpressionToken]) {
    self.tokens = tokens
  }

  mutating func parse() throws(ExpressionError) -> Expression.Node {
    let node = try disjunction()
    guard next.kind == .end else {
      throw error(LocalisedText(vi: "phép tính hoặc hết biểu thức", en: "an operator or the end"))
    }
    return node
  }

  private var next: ExpressionToken { tokens[Swift.min(position, tokens.count - 1)] }

  private func error(_ expected: LocalisedText) -> ExpressionError {
    ExpressionError(column: next.column, found: next.text, expected: expected)
  }

  private mutating func take(_ text: String) -> Bool {
    guard next.kind == .symbol || next.kind == .word, next.text == text else { return false }
    position += 1
    return true
  }

  private mutating func require(_ text: String) throws(ExpressionError) {
    guard take(text) else { throw error(LocalisedText(vi: "'\(text)'", en: "'\(text)'")) }
  }

  private mutating func disjunction() throws(ExpressionError) -> Expression.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw error(LocalisedText(vi: "biểu thức ít lồng nhau hơn", en: "less nesting"))
    }
    var node = try conjunction()
    while take("or") { node = .or(node, try conjunction()) }
    return node
  }

  private mutating func conjunction() throws(ExpressionError) -> Expression.Node {
    var node = try negation()
    while take("and") { node = .and(node, try negation()) }
    return node
  }

  private mutating func negation() throws(ExpressionError) -> Expression.Node {
    var count = 0
    while take("not") { count += 1 }
    let node = try comparison()
    return count.isMultiple(of: 2) ? node : .not(node)
  }

  private mutating func comparison() throws(ExpressionError) -> Expression.Node {
    let left = try sum()
    if take("is") {
      let isNegated = take("not")
      try require("missing")
      return .isMissing(left, expected: !isNegated)
    }
    if take("in") { return .isIn(left, try list()) }
    let comparisons: [(String, Expression.Comparison)] = [
      ("=", .equal), ("!=", .notEqual), ("<=", .lessOrEqual), ("<", .less),
      (">=", .greaterOrEqual), (">", .greater),
    ]
    for (symbol, comparison) in comparisons where take(symbol) {
      return .compare(comparison, left, try sum())
    }
    return left
  }

  private mutating func list() throws(ExpressionError) -> [ExpressionValue] {
    try require("(")
    var values: [ExpressionValue] = []
    repeat {
      guard case .constant(let value) = try primary() else {
        throw error(LocalisedText(vi: "một hằng số", en: "a constant"))
      }
      values.append(value)
    } while take(",")
    try require(")")
    return values
  }

  private mutating func sum() throws(ExpressionError) -> Expression.Node {
    var node = try product()
    while true {
      if take("+") {
        node = .arithmetic(.add, node, try product())
      } else if take("-") {
        node = .arithmetic(.subtract, node, try product())
      } else {
        return node
      }
    }
  }

  private mutating func product() throws(ExpressionError) -> Expression.Node {
    var node = try unary()
    while true {
      if take("*") {
        node = .arithmetic(.multiply, node, try unary())
      } else if take("/") {
        node = .arithmetic(.divide, node, try unary())
      } else {
        return node
      }
    }
  }

  private mutating func unary() throws(ExpressionError) -> Expression.Node {
    var count = 0
    while take("-") { count += 1 }
    let node = try primary()
    return count.isMultiple(of: 2) ? node : .negate(node)
  }

  private mutating func primary() throws(ExpressionError) -> Expression.Node {
    let token = next
    switch token.kind {
    case .number(let value):
      position += 1
      return .constant(.number(value))
    case .string:
      position += 1
      return .constant(.text(token.text))
    case .word:
      position += 1
      return try word(token.text)
    case .symbol where token.text == "(":
      position += 1
      let node = try disjunction()
      try require(")")
      return node
    default:
      throw error(LocalisedText(vi: "một số, tên hoặc '('", en: "a number, a name or '('"))
    }
  }

  private mutating func word(_ name: String) throws(ExpressionError) -> Expression.Node {
    if name == "true" || name == "false" { return .constant(.flag(name == "true")) }
    guard next.kind == .symbol, next.text == "(" else { return reference(name, .current) }
    position += 1
    if name == "base" || name == "previous" {
      guard next.kind == .word else {
        throw error(LocalisedText(vi: "tên chỉ tiêu gốc", en: "the name of a data element"))
      }
      let element = next.text
      position += 1
      try require(")")
      return reference(element, name == "base" ? .base : .previous)
    }
    if let function = ReportingCount.Function(rawValue: name) {
      return reference(try reportingCount(function).reference, .current)
    }
    guard let function = Expression.Function(rawValue: name) else {
      position -= 2
      throw error(
        LocalisedText(
          vi: "một trong base, previous, year, min, max, coalesce, expected, reported, on_time",
          en: "one of base, previous, year, min, max, coalesce, expected, reported, on_time"
        )
      )
    }
    var arguments = [try disjunction()]
    while take(",") { arguments.append(try disjunction()) }
    try require(")")
    return .call(function, arguments)
  }

  private mutating func reportingCount(
    _ function: ReportingCount.Function
  ) throws(ExpressionError) -> ReportingCount {
    var forms: [String] = []
    repeat {
      guard next.kind == .word else {
        throw error(LocalisedText(vi: "tên một biểu mẫu", en: "the name of a form"))
      }
      forms.append(next.text)
      position += 1
    } while take(",")
    try require(")")
    return ReportingCount(function, forms: forms)
  }

  private mutating func reference(_ name: String, _ moment: Expression.Moment) -> Expression.Node {
    if let index = references.firstIndex(of: name) { return .reference(index, moment) }
    references.append(name)
    return .reference(references.count - 1, moment)
  }
}
