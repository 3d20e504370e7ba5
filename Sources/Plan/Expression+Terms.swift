extension Expression {
  /// An operand of a sum, and what it is multiplied by.
  package struct Term: Sendable, Equatable {
    package var reference: Int
    package var moment: Moment
    package var factor: Double
  }

  /// The operands of an expression that is a sum of them, each times a constant; nil for any other.
  ///
  /// Of such an expression alone, what is too much in an operand is too much in the result by the
  /// same factor.
  package var terms: [Term]? { Self.sum(root)?.terms }

  private struct Sum {
    var constant = 0.0
    var terms: [Term] = []

    func times(_ factor: Double) -> Sum {
      var sum = Sum(constant: constant * factor)
      sum.terms = terms.map {
        Term(reference: $0.reference, moment: $0.moment, factor: $0.factor * factor)
      }
      return sum
    }
  }

  private static func sum(_ node: Node) -> Sum? {
    switch node {
    case .constant(.number(let number)):
      return Sum(constant: number)
    case .reference(let reference, let moment):
      return Sum(terms: [Term(reference: reference, moment: moment, factor: 1)])
    case .negate(let operand):
      return sum(operand)?.times(-1)
    case .arithmetic(let operation, let a, let b):
      guard let a = sum(a), let b = sum(b) else { return nil }
      switch operation {
      case .add: return Sum(constant: a.constant + b.constant, terms: a.terms + b.terms)
      case .subtract:
        let negative = b.times(-1)
        return Sum(constant: a.constant - b.constant, terms: a.terms + negative.terms)
      case .multiply:
        if a.terms.isEmpty { return b.times(a.constant) }
        return b.terms.isEmpty ? a.times(b.constant) : nil
      case .divide:
        return b.terms.isEmpty && b.constant != 0 ? a.times(1 / b.constant) : nil
      }
    default:
      return nil
    }
  }
}
