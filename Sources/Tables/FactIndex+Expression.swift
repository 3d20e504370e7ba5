import Diagnostics
package import Plan

extension FactRow {
  /// What the fact stands for in an expression; no such case counts as 0.
  package func expressionValue(_ kind: DataElement.ValueKind) -> ExpressionValue {
    if let missing {
      return missing == .noCase && kind != .code
        ? (kind == .flag ? .flag(false) : .number(0)) : .missing(missing)
    }
    switch kind {
    case .code: return .text(text)
    case .flag: return value.map { .flag($0 != .zero) } ?? .missing(.notReported)
    case .number: return value.map { .number($0.double) } ?? .missing(.notReported)
    }
  }
}

extension FactIndex {
  /// What the fact at a place stands for in an expression.
  package func value(at place: Int, _ kind: DataElement.ValueKind) -> ExpressionValue {
    let facts = facts
    // Most are numbers; a copy of the row would count its texts up and down.
    if kind == .number, facts.span[place].missing == nil, let number = facts.span[place].value {
      return .number(number.double)
    }
    return facts.span[place].expressionValue(kind)
  }
}

extension Plan {
  /// Kinds of all data elements by id.
  package var elementKinds: [String: DataElement.ValueKind] {
    Dictionary(elements.map { ($0.id, $0.kind) }) { first, _ in first }
  }
}
