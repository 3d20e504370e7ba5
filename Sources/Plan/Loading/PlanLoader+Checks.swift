import Diagnostics

extension PlanLoader {
  private enum CheckName: String, CaseIterable {
    case unlikeOwnYears = "unlike-own-years"
    case jump = "jump-against-denominator"
    case factor = "factor-of-ten"
    case copied = "last-year-copied"
    case swappedDigits = "digits-swapped"
    case swappedColumns = "columns-swapped"
  }

  /// Reads checks.json5.
  func readChecks(_ list: PlanNode, _ plan: Plan) -> [OutlierCheck] {
    list.elements.compactMap { node in
      guard let kind = readKind(node, plan) else { return nil }
      let severity: Severity = node.code("severity", default: .warning) ?? .warning
      if severity == .error {
        node.member("severity")?.report(
          "wrong-value",
          found: severity.rawValue,
          expected: LocalisedText(
            vi: "warning hoặc note, vì số lạ chưa phải số sai",
            en: "warning or note, as an unusual figure need not be wrong"
          )
        )
      }
      return OutlierCheck(kind: kind, severity: severity)
    }
  }

  private func readKind(_ node: PlanNode, _ plan: Plan) -> OutlierCheck.Kind? {
    let name: CheckName? = node.code("check", default: nil)
    switch name {
    case .unlikeOwnYears:
      node.allow(
        "check",
        "of",
        "except",
        "exposure",
        "level",
        "difference",
        "ratio",
        "numberRatio",
        "years",
        "severity"
      )
      return .unlikeOwnYears(
        OutlierCheck.OwnYears(
          elements: elements(node, plan),
          exposures: exposures(node, plan),
          level: number(node, "level", 0.001, within: 1e-9...0.5),
          difference: number(node, "difference", 5, within: 0...1e15),
          ratio: number(node, "ratio", 2, within: 1...1000),
          numberRatio: number(node, "numberRatio", 3, within: 1...1000),
          years: years(node, 3)
        )
      )
    case .jump:
      node.allow("check", "of", "factor", "still", "difference", "level", "years", "severity")
      return .jump(
        OutlierCheck.Jump(
          parts: parts(node, plan),
          factor: number(node, "factor", 2, within: 1...1000),
          still: number(node, "still", 0.1, within: 0...1),
          difference: number(node, "difference", 5, within: 0...1e15),
          level: number(node, "level", 0.01, within: 1e-9...0.5),
          years: years(node, 2)
        )
      )
    case .factor:
      node.allow("check", "of", "except", "factors", "slack", "level", "years", "severity")
      return .factor(
        OutlierCheck.Factor(
          elements: elements(node, plan),
          factors: factors(node),
          slack: number(node, "slack", 0.25, within: 0...1),
          level: number(node, "level", 0.001, within: 1e-9...0.5),
          years: years(node, 3)
        )
      )
    case .copied:
      node.allow("check", "forms", "fields", "differing", "severity")
      return .copied(
        OutlierCheck.Copied(
          forms: forms(node, plan),
          fields: Int(number(node, "fields", 6, within: 1...1000)),
          differing: number(node, "differing", 0.1, within: 0...0.5)
        )
      )
    case .swappedDigits:
      node.allow("check", "of", "except", "widths", "years", "severity")
      return .swappedDigits(
        OutlierCheck.SwappedDigits(
          elements: elements(node, plan),
          widths: number(node, "widths", 3, within: 0...1000),
          years: years(node, 4)
        )
      )
    case .swappedColumns:
      node.allow("check", "forms", "widths", "difference", "years", "severity")
      return .swappedColumns(
        OutlierCheck.SwappedColumns(
          forms: forms(node, plan),
          widths: number(node, "widths", 1, within: 0...1000),
          difference: number(node, "difference", 5, within: 0...1e15),
          years: years(node, 3)
        )
      )
    case nil:
      return nil
    }
  }

  /// Elements that `of` names: `*` all numbers of summaries, `form.*` those of one, or one by id.
  private func elements(_ node: PlanNode, _ plan: Plan) -> [String] {
    if node.member("of") == nil { _ = node.text("of") }
    var left: Set<String> = []
    for (name, place) in names(node, "except") {
      left.formUnion(elements(named: name, place, plan))
    }
    var seen: Set<String> = []
    return names(node, "of")
      .flatMap { elements(named: $0, $1, plan) }
      .filter { !left.contains($0) && seen.insert($0).inserted }
  }

  private func names(_ node: PlanNode, _ key: String) -> [(String, PlanNode)] {
    zip(node.texts(key), node.list(key)).map { ($0, $1) }
  }

  private func elements(named name: String, _ place: PlanNode, _ plan: Plan) -> [String] {
    let form = name.hasSuffix(".*") ? String(name.dropLast(2)) : nil
    if name == "*" || form != nil {
      if let form, plan.form(form) == nil { unknownForm(form, place) }
      return plan.elements.filter { element in
        guard case .field = element.source, element.kind == .number else { return false }
        return form == nil || element.form == form
      }.map(\.id)
    }
    return [number(named: name, place, plan)].compactMap(\.self)
  }

  private func number(named name: String, _ place: PlanNode, _ plan: Plan) -> String? {
    if plan.element(name)?.kind == .number { return name }
    place.report(
      "unknown-element",
      found: name,
      expected: LocalisedText(
        vi: "mã một phần tử số liệu là số",
        en: "the id of a data element that is a number"
      )
    )
    return nil
  }

  private func unknownForm(_ name: String, _ place: PlanNode) {
    place.report(
      "unknown-form",
      found: name,
      expected: LocalisedText(vi: "tên một biểu mẫu", en: "the name of a form")
    )
  }

  /// Summary forms that `forms` names; `*` is all of them.
  private func forms(_ node: PlanNode, _ plan: Plan) -> [String] {
    if node.member("forms") == nil { _ = node.text("forms") }
    var seen: Set<String> = []
    return names(node, "forms").flatMap { name, place -> [String] in
      if name == "*" { return plan.forms.filter { $0.kind == .summary }.map(\.name) }
      guard let form = plan.form(name), form.kind == .summary else {
        unknownForm(name, place)
        return []
      }
      return [name]
    }.filter { seen.insert($0).inserted }
  }

  private func exposures(_ node: PlanNode, _ plan: Plan) -> [String: String] {
    var exposures: [String: String] = [:]
    guard let member = node.member("exposure") else { return exposures }
    for (element, place) in member.members {
      guard number(named: element, place, plan) != nil,
        let exposure = member.optionalText(element),
        number(named: exposure, place, plan) != nil
      else { continue }
      exposures[element] = exposure
    }
    return exposures
  }

  private func parts(_ node: PlanNode, _ plan: Plan) -> [OutlierCheck.Jump.Part] {
    if node.member("of") == nil { _ = node.text("of") }
    return node.list("of").compactMap { part in
      part.allow("numerator", "denominator")
      let numerator = number(
        named: part.text("numerator"),
        part.member("numerator") ?? part,
        plan
      )
      let denominator = number(
        named: part.text("denominator"),
        part.member("denominator") ?? part,
        plan
      )
      guard let numerator, let denominator else { return nil }
      return OutlierCheck.Jump.Part(numerator: numerator, denominator: denominator)
    }
  }

  private func factors(_ node: PlanNode) -> [Int] {
    guard node.member("factors") != nil else { return [10] }
    return node.list("factors").compactMap { place in
      if case .number(let number) = place.value, let factor = Int(exactly: number),
        (2...1_000_000_000).contains(factor)
      {
        return factor
      }
      wrongValue(place, found: place.value.summary, "2", "1000000000")
      return nil
    }
  }

  private func years(_ node: PlanNode, _ standard: Int) -> Int {
    Int(number(node, "years", Double(standard), within: 1...100))
  }

  private func number(
    _ node: PlanNode,
    _ key: String,
    _ standard: Double,
    within range: ClosedRange<Double>
  ) -> Double {
    guard let number = node.optionalNumber(key) else { return standard }
    guard range.contains(number) else {
      wrongValue(
        node.member(key) ?? node,
        found: "\(number)",
        "\(range.lowerBound)",
        "\(range.upperBound)"
      )
      return standard
    }
    return number
  }

  private func wrongValue(_ place: PlanNode, found: String, _ low: String, _ high: String) {
    place.report(
      "wrong-value",
      found: found,
      expected: LocalisedText(vi: "từ \(low) đến \(high)", en: "\(low) to \(high)")
    )
  }
}
