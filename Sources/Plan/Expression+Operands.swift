extension Expression {
  /// A name with the year in which it is taken.
  package struct Operand: Hashable, Sendable {
    /// Position in `references`.
    package var reference: Int
    package var moment: Moment
  }

  static func operands(of root: Node) -> [Operand] {
    var operands: [Operand] = []
    visit(root) { node in
      guard case .reference(let reference, let moment) = node else { return }
      let operand = Operand(reference: reference, moment: moment)
      if !operands.contains(operand) { operands.append(operand) }
    }
    return operands
  }

  /// Whether its value is yes or no by its form, and not a figure.
  package var isCondition: Bool {
    switch root {
    case .constant(let constant): constant.flag != nil
    case .not, .compare, .isMissing, .isIn, .and, .or: true
    case .reference, .call, .negate, .arithmetic: false
    }
  }

  /// Whether it decides itself what a missing operand means.
  package var asksWhatIsMissing: Bool {
    var asks = false
    Self.visit(root) { node in
      switch node {
      case .isMissing, .call(.coalesce, _): asks = true
      default: break
      }
    }
    return asks
  }

  /// Whether it asks that a number be equal to another one; what lies between the ends of a range
  /// may be so where neither end is.
  package func asksEquality(of names: Set<String>) -> Bool {
    var asks = false
    Self.visit(root) { node in
      guard case .compare(let comparison, let a, let b) = node,
        comparison == .equal || comparison == .notEqual
      else { return }
      for side in [a, b] {
        Self.visit(side) { node in
          if case .reference(let reference, _) = node, names.contains(references[reference]) {
            asks = true
          }
        }
      }
    }
    return asks
  }

  static func flagReferences(of root: Node) -> Set<Int> {
    var flags: Set<Int> = []
    func note(_ node: Node) {
      if case .reference(let reference, _) = node { flags.insert(reference) }
    }
    note(root)
    visit(root) { node in
      switch node {
      case .not(let operand): note(operand)
      case .and(let a, let b), .or(let a, let b):
        note(a)
        note(b)
      default: break
      }
    }
    return flags
  }

  private static func visit(_ node: Node, _ body: (Node) -> Void) {
    body(node)
    switch node {
    case .constant, .reference: break
    case .negate(let operand), .not(let operand), .isMissing(let operand, _),
      .isIn(let operand, _):
      visit(operand, body)
    case .arithmetic(_, let a, let b), .compare(_, let a, let b), .and(let a, let b),
      .or(let a, let b):
      visit(a, body)
      visit(b, body)
    case .call(_, let arguments):
      for argument in arguments { visit(argument, body) }
    }
  }
}
