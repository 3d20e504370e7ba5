import Diagnostics
import Plan
import Tables

/// Checks the plan's rules over data elements for every unit and year.
func ruleViolations(
  _ plan: Plan,
  years: ClosedRange<Int>,
  facts: FactIndex,
  paths: [Int: String]
) -> (conflicts: [ConflictRow], findings: [Finding]) {
  var conflicts: [ConflictRow] = []
  var findings: [Finding] = []
  let kinds = plan.elementKinds
  for rule in plan.rules {
    guard case .unitYear(let place) = rule.scope else { continue }
    for year in years where isDue(rule, year, plan) {
      let members = plan.members(in: year).map(\.code)
      for unit in place == .plan ? [plan.unit] : members {
        let values = RuleValues(plan, rule, unit, year, members, facts, kinds)
        let result = rule.condition.evaluate(values.value)
        let isBroken: Bool
        switch result {
        case .flag(let holds): isBroken = !holds
        case .missing: isBroken = rule.missing == .fail
        default: isBroken = false
        }
        guard isBroken else { continue }
        let conflict = values.conflict()
        conflicts.append(conflict)
        findings.append(
          Finding(
            rule.id,
            rule.severity,
            at: values.location(paths),
            sender: conflict.sender,
            field: rule.condition.references.first ?? "",
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

/// A rule speaks of a year if all its data elements are due in it.
private func isDue(_ rule: ValidationRule, _ year: Int, _ plan: Plan) -> Bool {
  rule.condition.references.allSatisfy { name in
    plan.element(name).flatMap { plan.form($0.form) }?.years.contains(year) ?? false
  }
}

/// The data elements of a rule for one unit and year.
private struct RuleValues {
  let plan: Plan
  let rule: ValidationRule
  let unit: String
  let year: Int
  let members: [String]
  let facts: FactIndex
  let kinds: [String: DataElement.ValueKind]

  init(
    _ plan: Plan,
    _ rule: ValidationRule,
    _ unit: String,
    _ year: Int,
    _ members: [String],
    _ facts: FactIndex,
    _ kinds: [String: DataElement.ValueKind]
  ) {
    self.plan = plan
    self.rule = rule
    self.unit = unit
    self.year = year
    self.members = members
    self.facts = facts
    self.kinds = kinds
  }

  func value(_ reference: Int, _ moment: Expression.Moment) -> ExpressionValue {
    let name = rule.condition.references[reference]
    let moved =
      switch moment {
      case .current: year
      case .base: plan.years.base
      case .previous: year - 1
      }
    return value(name, moved)
  }

  /// A member's figure for the plan's own unit is the sum over all members, if none is missing.
  private func value(_ name: String, _ year: Int) -> ExpressionValue {
    guard let kind = kinds[name] else { return .missing(.notReported) }
    if let fact = facts.fact(name, unit: unit, year: year) {
      // A lower bound can neither fulfil nor break a rule.
      return fact.isPartial ? .missing(.notReported) : fact.expressionValue(kind)
    }
    guard unit == plan.unit else { return .missing(.notReported) }
    var sum = 0.0
    for member in members {
      guard let fact = facts.fact(name, unit: member, year: year) else {
        return .missing(.notReported)
      }
      let value = fact.expressionValue(kind)
      guard let number = value.number, !fact.isPartial else { return .missing(.notReported) }
      sum += number
    }
    return .number(sum)
  }

  func conflict() -> ConflictRow {
    let names = rule.condition.references
    let values = names.map { "\($0)=\(text(value($0, year)))" }.joined(separator: " ")
    return ConflictRow(
      rule: rule.id,
      severity: rule.severity,
      unit: unit,
      year: year,
      sender: sender,
      elements: names.joined(separator: " "),
      values: values,
      messageVi: message(.vietnamese),
      messageEn: message(.english),
      isSensitive: rule.isSensitive
    )
  }

  /// The rule's sender, or who sends the form of its first data element.
  private var sender: String {
    let first = rule.condition.references.first.flatMap { plan.element($0) }
    let form = first.flatMap { plan.form($0.form) }
    guard let sender = plan.sender(rule.sender.isEmpty ? form?.senders.first ?? "" : rule.sender)
    else { return "" }
    return sender.eachLevel == nil ? sender.id : unit
  }

  private func message(_ language: Language) -> String {
    var text = rule.message.text(in: language)
    for name in rule.condition.references {
      let shown = shown(value(name, year), of: name, language)
      text = text.replacing("{\(name)}", with: shown)
      if let last = name.split(separator: ".").last {
        text = text.replacing("{\(last)}", with: shown)
      }
    }
    return text
  }

  /// A value as senders read it: categories and reasons by their labels, not by their codes.
  private func shown(_ value: ExpressionValue, of name: String, _ language: Language) -> String {
    if case .missing(let reason) = value { return reason.label.text(in: language) }
    guard case .text(let code) = value,
      case .field(let form, let field)? = plan.element(name)?.source,
      let fields = plan.form(form)?.fields, fields.indices.contains(field),
      let category = fields[field].categories.first(where: { $0.value == code })
    else { return text(value) }
    return category.label.text(in: language)
  }

  private func text(_ value: ExpressionValue) -> String {
    switch value {
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .text(let text): text
    case .flag(let flag): flag ? "1" : "0"
    case .date(let date): date.description
    case .missing(let reason): reason.rawValue
    }
  }

  /// The first row that a data element of the rule was read from.
  func location(_ paths: [Int: String]) -> Location {
    for name in rule.condition.references {
      guard let fact = facts.fact(name, unit: unit, year: year),
        let source = fact.sources.split(separator: " ").first
      else { continue }
      let parts = source.split(separator: ":").compactMap { Int($0) }
      if let file = parts.first, let path = paths[file] {
        return Location(file: path, line: parts.count > 1 ? parts[1] : nil)
      }
    }
    return Location(file: "")
  }
}
