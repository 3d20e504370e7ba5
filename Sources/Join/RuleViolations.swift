import Diagnostics
import Plan
import Tables

/// Checks the plan's rules over data elements for every unit and year.
func ruleViolations(
  _ plan: Plan,
  years: ClosedRange<Int>,
  facts: FactIndex,
  overlaps: KeyOverlaps,
  parts: PartialFacts,
  reporting: ReportingIndex,
  paths: [Int: String]
) -> (conflicts: [ConflictRow], findings: [Finding]) {
  var conflicts: [ConflictRow] = []
  var findings: [Finding] = []
  let kinds = plan.elementKinds
  for rule in plan.rules {
    guard case .unitYear(let place) = rule.scope else { continue }
    for year in years where isDue(rule, year, plan) {
      let members = plan.members(in: year).map(\.code)
      guard let units = unitsChecked(rule, place, year, plan, parts) else { continue }
      for unit in units {
        let values = RuleValues(
          plan: plan,
          rule: rule,
          unit: unit,
          year: year,
          members: members,
          parts: parts,
          facts: facts,
          overlaps: overlaps,
          reporting: reporting,
          kinds: kinds
        )
        guard rule.verdict(values.value) == .isBroken else { continue }
        let conflict = values.conflict()
        conflicts.append(conflict)
        findings.append(
          Finding(
            rule.id,
            rule.severity,
            at: values.location(paths),
            sender: conflict.sender,
            field: rule.references.first ?? "",
            year: year,
            message: LocalisedText(vi: conflict.messageVi, en: conflict.messageEn),
            isSensitive: rule.isSensitive
          )
        )
      }
    }
  }
  return (conflicts, findings)
}

/// Units for which a rule can be checked; nil where its figures are of different times.
///
/// Figures of parts of a year are checked among themselves, and not beside those of other years.
private func unitsChecked(
  _ rule: ValidationRule,
  _ place: Indicator.Place,
  _ year: Int,
  _ plan: Plan,
  _ parts: PartialFacts
) -> [String]? {
  let elements = rule.references.filter { ReportingCount(reference: $0) == nil }
  let units = elements.map { parts.units($0, year) }
  let ofParts = units.compactMap(\.self)
  guard let first = ofParts.first else {
    return place == .plan ? [plan.unit] : plan.members(in: year).map(\.code)
  }
  if place == .plan {
    return elements.allSatisfy { plan.element($0).flatMap(plan.yearRule) != nil } ? [plan.unit] : []
  }
  guard ofParts.count == units.count, ofParts.allSatisfy({ $0 == first }),
    !rule.looksAtOtherYears
  else { return nil }
  return first
}

/// A rule speaks of a year if all its data elements are due in it, and a form that it counts.
private func isDue(_ rule: ValidationRule, _ year: Int, _ plan: Plan) -> Bool {
  rule.references.allSatisfy { name in
    if let count = ReportingCount(reference: name) {
      return count.forms.contains { plan.form($0)?.years.contains(year) ?? false }
    }
    return plan.element(name).flatMap { plan.form($0.form) }?.years.contains(year) ?? false
  }
}
