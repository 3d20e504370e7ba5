import Diagnostics
import Tables

@testable import Plan

/// The invented plan with a second form, by which the office reports what the parishes report too.
enum SharedPlan {
  static func plan(template: String = "{{reconciliation}}") throws -> Plan {
    var plan = try Invented.plan(template: template)
    plan.forms.append(plan.forms[0])
    plan.forms[1].name = "cases"
    plan.forms[1].number = "02"
    plan.forms[1].senders = ["office"]
    plan.forms[1].covers = .members
    for (name, field, isSensitive) in [("checked", 0, false), ("need", 3, true)] {
      var element = Invented.element("cases.\(name)", field: field, sensitive: isSensitive)
      element.form = "cases"
      element.source = .field(form: "cases", field: field)
      plan.elements.append(element)
    }
    plan.measures = [
      measure("visits", ["year.checked", "cases.checked"], used: "cases.checked"),
      measure("persons", ["year.need", "cases.need"], used: "cases.need"),
      measure("all-visits", ["year.checked", "cases.checked"], used: "year.checked", at: .plan),
    ]
    return plan
  }

  static func measure(
    _ id: String,
    _ sources: [String],
    used: String,
    at place: Indicator.Place = .members
  ) -> SharedMeasure {
    SharedMeasure(
      id: id,
      title: Invented.text("Việc \(id)"),
      place: place,
      sources: sources,
      used: used,
      reason: Invented.text("vì ghi từng việc.")
    )
  }

  static func fact(
    _ element: String,
    _ unit: String,
    _ value: Int64?,
    year: Int = Invented.year,
    text: String = "",
    missing: MissingReason? = nil,
    isPartial: Bool = false
  ) -> FactRow {
    FactRow(
      element: element,
      unit: unit,
      year: year,
      category: FactRow.total,
      value: value.map { FixedDecimal($0) },
      text: text,
      missing: value == nil && text.isEmpty ? missing ?? .notReported : missing,
      isPartial: isPartial,
      sources: []
    )
  }

  /// The office's figures: those of the parishes, each changed by a difference; nil is not reported.
  static func office(_ tables: InventedTables, _ name: String, plus differences: [Int64?])
    -> [FactRow]
  {
    tables.facts.filter { $0.element == "year.\(name)" }.map { own in
      let index = (Int(own.unit.dropFirst()) ?? 1) - 1
      let change = index < differences.count ? differences[index] : 0
      let value = own.value?.integer.flatMap { value in change.map { value + $0 } }
      return fact("cases.\(name)", own.unit, value, year: own.year)
    }
  }
}
