import Diagnostics

extension PlanLoader {
  mutating func readIndicators(_ list: PlanNode, elements: [DataElement]) -> [Indicator] {
    let byID = Dictionary(elements.map { ($0.id, $0) }) { first, _ in first }
    return list.elements.map { readIndicator($0, byID) }
  }

  private mutating func readIndicator(
    _ node: PlanNode,
    _ elements: [String: DataElement]
  ) -> Indicator {
    node.allow(
      "id",
      "title",
      "clauses",
      "kind",
      "numerator",
      "denominator",
      "condition",
      "value",
      "per",
      "at",
      "unit",
      "direction",
      "decimals",
      "proportion",
      "sentence",
      "merged",
      "breaks"
    )
    let id = node.text("id")
    remember("indicator", id, node)
    let formula = readFormula(node)
    var names: Set<String> = []
    for key in ["numerator", "denominator", "condition", "value"] {
      guard let expression = node.optionalExpression(key) else { continue }
      checkReferences(expression, node.member(key) ?? node, elements)
      names.formUnion(expression.references)
    }
    let isPercentage: Bool
    switch formula {
    case .ratio(_, _, let per): isPercentage = per == 100
    case .units: isPercentage = true
    case .count: isPercentage = false
    }
    let decimals = node.optionalInteger("decimals") ?? (isPercentage ? 1 : 0)
    if !(0...6).contains(decimals) {
      node.member("decimals")?.report(
        "wrong-value",
        found: "\(decimals)",
        expected: LocalisedText(vi: "từ 0 đến 6", en: "0 to 6")
      )
    }
    return Indicator(
      id: id,
      title: node.localised("title"),
      clauses: node.texts("clauses"),
      formula: formula,
      place: node.code("at", default: .members) ?? .members,
      unit: node.optionalLocalised("unit") ?? LocalisedText(vietnamese: isPercentage ? "%" : ""),
      direction: node.code("direction", default: Indicator.Direction.none) ?? .none,
      decimals: min(6, max(0, decimals)),
      isProportion: node.flag("proportion", default: isPercentage),
      sentence: node.optionalLocalised("sentence"),
      answerRule: node.member("merged").flatMap { _ in node.code("merged", default: nil) },
      breaks: readBreaks(node),
      elements: names.sorted(),
      isSensitive: names.contains { elements[$0]?.isSensitive ?? false }
    )
  }

  private func readBreaks(_ node: PlanNode) -> [Int] {
    node.list("breaks").compactMap { year in
      if case .number(let value) = year.value, let whole = Int(exactly: value) { return whole }
      year.report(
        "wrong-value",
        found: year.value.summary,
        expected: LocalisedText(vi: "một năm", en: "a year")
      )
      return nil
    }.sorted()
  }

  private func readFormula(_ node: PlanNode) -> Indicator.Formula {
    let zero = Expression.nothing
    switch node.optionalText("kind") {
    case "ratio":
      let per = node.optionalInteger("per") ?? 100
      if per < 1 {
        node.member("per")?.report(
          "wrong-value",
          found: "\(per)",
          expected: LocalisedText(vi: "số nguyên dương", en: "a positive integer")
        )
      }
      return .ratio(
        numerator: node.expression("numerator") ?? zero,
        denominator: node.expression("denominator") ?? zero,
        per: max(1, per)
      )
    case "units":
      return .units(condition: node.expression("condition") ?? zero)
    case "count":
      return .count(node.expression("value") ?? zero)
    default:
      (node.member("kind") ?? node).report(
        "unknown-value",
        found: node.member("kind")?.value.summary ?? "",
        expected: LocalisedText(
          vi: "một trong ratio, units, count",
          en: "one of ratio, units, count"
        )
      )
      return .count(zero)
    }
  }

  /// Reports names that are no data elements, with the nearest place in the text.
  func checkReferences(
    _ expression: Expression,
    _ node: PlanNode,
    _ elements: [String: DataElement]
  ) {
    for name in expression.references where elements[name] == nil {
      node.report(
        "unknown-element",
        found: name,
        expected: LocalisedText(vi: "mã một phần tử số liệu", en: "the id of a data element")
      )
    }
  }

  mutating func readTargets(_ list: PlanNode) -> [Target] {
    list.elements.map { readTarget($0) }
  }

  private mutating func readTarget(_ node: PlanNode) -> Target {
    node.allow(
      "id",
      "clause",
      "title",
      "indicator",
      "form",
      "value",
      "when",
      "readings",
      "reading"
    )
    let id = node.text("id")
    remember("target", id, node)
    let readings = node.member("readings")?.members ?? []
    let chosen = node.optionalText("reading")
    for (_, reading) in readings {
      reading.allow("title", "indicator", "form", "value", "when")
    }
    let reading = readings.first { $0.key == chosen }
    if reading == nil, chosen != nil || !readings.isEmpty {
      let names = readings.map(\.key).joined(separator: ", ")
      (node.member("reading") ?? node).report(
        "unknown-reading",
        found: chosen ?? "",
        expected: LocalisedText(vi: "một trong \(names)", en: "one of \(names)")
      )
    }
    // A reading may say anything of the target differently.
    let over = reading?.node
    let form: Target.Form? = over?.member("form").flatMap { _ in over?.code("form", default: nil) }
    let when: Target.When? = over?.member("when").flatMap { _ in over?.code("when", default: nil) }
    let target = Target(
      id: id,
      clause: node.text("clause"),
      title: node.localised("title"),
      indicator: over?.optionalText("indicator") ?? node.text("indicator"),
      form: form ?? node.code("form", default: nil) ?? .reach,
      value: over?.optionalNumber("value") ?? node.optionalNumber("value"),
      when: when ?? node.code("when", default: .everyYear) ?? .everyYear,
      reading: reading.map { Target.Reading(id: $0.key, title: $0.node.localised("title")) },
      readings: readings.map { Target.Reading(id: $0.key, title: $0.node.localised("title")) }
    )
    if target.value == nil, target.form == .reach || target.form == .keep {
      node.report(
        "missing-key",
        found: "",
        expected: LocalisedText(vi: "khóa 'value'", en: "the key 'value'")
      )
    }
    return target
  }
}

extension Expression {
  /// Stands in for an expression that could not be read; such a plan is never run.
  static let nothing = Expression(
    text: "",
    references: [],
    root: .constant(.missing(.notApplicable))
  )
}
