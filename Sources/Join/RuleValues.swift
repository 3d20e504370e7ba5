import Diagnostics
import Plan
import Tables

/// The data elements of a rule for one unit and year.
struct RuleValues {
  let plan: Plan
  let rule: ValidationRule
  let unit: String
  let year: Int
  let members: [String]
  let parts: PartialFacts
  let facts: FactIndex
  let overlaps: KeyOverlaps
  let reporting: ReportingIndex
  let kinds: [String: DataElement.ValueKind]

  func value(_ name: String, _ moment: Expression.Moment) -> ExpressionValue {
    if let count = ReportingCount(reference: name) {
      return .number(Double(plan.senders(count, in: year, reporting)))
    }
    let moved =
      switch moment {
      case .current: year
      case .base: plan.years.base
      case .previous: year - 1
      }
    return value(name, moved)
  }

  /// A member's figure for the plan's own unit is the sum over all members, if none is missing;
  /// what several members count is in it once.
  private func value(_ name: String, _ year: Int) -> ExpressionValue {
    guard let kind = kinds[name] else { return .missing(.notReported) }
    if let fact = facts.fact(name, unit: unit, year: year) {
      return value(fact, kind)
    }
    guard unit == plan.unit else { return .missing(.notReported) }
    let members =
      parts.units(making: name, year, plan.element(name).flatMap(plan.yearRule)) ?? members
    let stated = members.map { member in
      facts.fact(name, unit: member, year: year).map { value($0, kind) } ?? .missing(.notReported)
    }
    if stated.allSatisfy(\.isAbsent) { return .missing(.notReported) }
    // What some have stated is not known as a sum while others have not.
    let numbers = stated.compactMap(\.number)
    guard numbers.count == members.count else { return .missing(.illegible) }
    let shares = Dictionary(members.map { ($0, 1.0) }) { first, _ in first }
    return .number(numbers.reduce(0, +) - overlaps.excess(name, year: year, among: shares))
  }

  /// A lower bound can neither fulfil nor break a rule, and is no absence either.
  private func value(_ fact: FactRow, _ kind: DataElement.ValueKind) -> ExpressionValue {
    fact.isPartial ? .missing(.illegible) : fact.expressionValue(kind)
  }

  func conflict() -> ConflictRow {
    let values = rule.references.map { "\($0)=\(text(value($0, .current)))" }
    return ConflictRow(
      rule: rule.id,
      severity: rule.severity,
      unit: unit,
      year: year,
      sender: sender,
      elements: rule.references.filter { kinds[$0] != nil }.joined(separator: " "),
      values: values.joined(separator: " "),
      messageVi: message(.vietnamese),
      messageEn: message(.english),
      isSensitive: rule.isSensitive
    )
  }

  /// The rule's sender, or who sends the form of its first data element.
  private var sender: String {
    let first = rule.references.first.flatMap { plan.element($0) }
    let form = first.flatMap { plan.form($0.form) }
    guard let sender = plan.sender(rule.sender.isEmpty ? form?.senders.first ?? "" : rule.sender)
    else { return "" }
    return sender.eachLevel == nil ? sender.id : unit
  }

  private func message(_ language: Language) -> String {
    var text = rule.message.text(in: language)
    for name in rule.references {
      let shown = shown(value(name, .current), of: name, language)
      text = text.replacing("{\(name)}", with: shown)
      if let count = ReportingCount(reference: name) {
        text = text.replacing("{\(count.function.rawValue)}", with: shown)
      } else if let last = name.split(separator: ".").last {
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
    for name in rule.references {
      guard let fact = facts.fact(name, unit: unit, year: year),
        let row = fact.sources.first, let path = paths[row.file]
      else { continue }
      return Location(file: path, line: row.line)
    }
    return Location(file: "")
  }
}
