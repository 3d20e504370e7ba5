internal import Plan

/// Sensitive columns that a reader can set against each other.
///
/// Columns of one element, and of elements that one rule or one indicator names together, are of
/// one cluster. A unit's row of a cluster is published whole or hidden whole: so neither
/// `supported ≤ in need` nor `total = a + b` narrows a hidden count by a published one.
struct DisclosureCluster: Sendable {
  /// Sorted.
  var elements: [String]
  /// Elements that a rule of the plan says are equal to a sum of others: their totals are hidden
  /// together.
  var equations: [[String]]
}

extension DisclosureCluster {
  /// The clusters of a plan's sensitive counts.
  static func clusters(of plan: Plan) -> [DisclosureCluster] {
    let sensitive = Set(
      plan.elements.filter { $0.isSensitive && $0.kind == .number }.map(\.id)
    )
    var groups = sensitive.sorted().map { [$0] }
    var equations: [[String]] = []
    for rule in plan.rules {
      let named = Self.elements(of: rule).filter(sensitive.contains).sorted()
      guard named.count > 1 else { continue }
      join(named, in: &groups)
      if Self.statesEquality(rule.condition.text) { equations.append(named) }
    }
    for indicator in plan.indicators {
      join(indicator.elements.filter(sensitive.contains), in: &groups)
    }
    return groups.map { group in
      DisclosureCluster(
        elements: group.sorted(),
        equations: equations.filter { group.contains($0[0]) }
      )
    }
    .sorted { $0.elements[0] < $1.elements[0] }
  }

  private static func elements(of rule: ValidationRule) -> [String] {
    switch rule.scope {
    case .row(let form): rule.condition.references.map { "\(form).\($0)" }
    case .unitYear: rule.condition.references
    }
  }

  private static func statesEquality(_ expression: String) -> Bool {
    expression
      .replacing("<=", with: " ").replacing(">=", with: " ").replacing("!=", with: " ")
      .contains("=")
  }

  private static func join(_ named: [String], in groups: inout [[String]]) {
    let touched = groups.indices.filter { index in groups[index].contains { named.contains($0) } }
    guard touched.count > 1 else { return }
    let merged = touched.flatMap { groups[$0] }
    for index in touched.reversed() { groups.remove(at: index) }
    groups.append(merged)
  }
}
