internal import Plan

/// Sensitive columns that a reader can set against each other.
///
/// Columns of one element, and of elements that one rule or one indicator names together, are of
/// one cluster. A unit's row of a cluster is published whole or hidden whole: so neither
/// `supported ≤ in need` nor `total = a + b` narrows a hidden count by a published one.
struct DisclosureCluster: Sendable {
  /// Sorted.
  var elements: [String]
  /// Elements that a rule of the plan says are equal to a sum of others, or that measure the same:
  /// their totals are hidden together.
  var equations: [[String]]
  /// Of these, those that read `whole = part + part`; the whole comes first.
  var sums: [[String]]
}

extension DisclosureCluster {
  /// The clusters of a plan's sensitive counts.
  static func clusters(of plan: Plan) -> [DisclosureCluster] {
    let sensitive = Set(
      plan.elements.filter { $0.isSensitive && $0.kind == .number }.map(\.id)
    )
    var groups = sensitive.sorted().map { [$0] }
    var equations: [[String]] = []
    var sums: [[String]] = []
    for rule in plan.rules {
      let named = elements(of: rule, in: plan).filter(sensitive.contains).sorted()
      guard named.count > 1 else { continue }
      join(named, in: &groups)
      guard statesEquality(rule.conditionText) else { continue }
      equations.append(named)
      if let terms = terms(of: rule, in: plan), terms.allSatisfy(sensitive.contains) {
        sums.append(terms)
      }
    }
    for measure in plan.measures {
      // Figures of one thing: what the one source tells, the other would tell nearly.
      let named = measure.sources.filter(sensitive.contains).sorted()
      guard named.count > 1 else { continue }
      join(named, in: &groups)
      equations.append(named)
    }
    for indicator in plan.indicators {
      join(indicator.elements.filter(sensitive.contains), in: &groups)
    }
    return groups.map { group in
      DisclosureCluster(
        elements: group.sorted(),
        equations: equations.filter { group.contains($0[0]) },
        sums: sums.filter { group.contains($0[0]) }
      )
    }
    .sorted { $0.elements[0] < $1.elements[0] }
  }

  private static func elements(of rule: ValidationRule, in plan: Plan) -> [String] {
    switch rule.scope {
    case .row(let form):
      rule.references.flatMap { elements(over: $0, of: form, in: plan) }
    case .unitYear: rule.references
    }
  }

  /// Elements that are a field of a summary, or that aggregate a field of a register.
  private static func elements(over field: String, of form: String, in plan: Plan) -> [String] {
    guard let position = plan.form(form)?.field(field) else { return [] }
    return plan.elements.filter { element in
      guard element.form == form else { return false }
      return switch element.source {
      case .field(_, let own): own == position
      case .register(let aggregate):
        aggregate.of?.reference == nil && aggregate.of?.field == position
      }
    }.map(\.id)
  }

  /// Whole and parts of a rule `whole = part + part`, either way round.
  private static func terms(of rule: ValidationRule, in plan: Plan) -> [String]? {
    let sides = rule.conditionText.split(separator: "=").map { side in
      side.split(separator: "+").map { $0.filter { !$0.isWhitespace } }
    }
    guard sides.count == 2, let whole = sides.first(where: { $0.count == 1 }),
      let parts = sides.last(where: { $0.count > 1 })
    else { return nil }
    let named = (whole + parts).compactMap { name -> String? in
      switch rule.scope {
      case .row(let form): elements(over: name, of: form, in: plan).first
      case .unitYear: name
      }
    }
    return named.count == whole.count + parts.count ? named : nil
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
