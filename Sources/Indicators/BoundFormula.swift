import Plan
import Tables

/// An indicator's formula with what its references are among the facts, looked up once for many units.
enum BoundFormula {
  case ratio(BoundExpression, BoundExpression)
  case units(BoundExpression)
  case count(BoundExpression)

  init(_ formula: Indicator.Formula, _ measure: Measure) {
    self =
      switch formula {
      case .ratio(let numerator, let denominator, _):
        .ratio(BoundExpression(numerator, measure), BoundExpression(denominator, measure))
      case .units(let condition): .units(BoundExpression(condition, measure))
      case .count(let value): .count(BoundExpression(value, measure))
      }
  }
}

/// An expression with what its references are among the facts.
///
/// Each thread makes its own: what several refer to is counted up and down by all of them in turns.
final class BoundExpression {
  /// An element that is referred to.
  struct Element {
    /// Its number among the elements that have facts; nil where it has none.
    var number: Int?
    /// Nil for one that the plan does not have.
    var kind: DataElement.ValueKind?
  }

  let expression: Expression
  /// By reference.
  let elements: [Element]

  init(_ expression: Expression, _ measure: Measure) {
    self.expression = expression
    elements = expression.references.map {
      Element(number: measure.facts.number(of: $0), kind: measure.kinds[$0])
    }
  }
}
