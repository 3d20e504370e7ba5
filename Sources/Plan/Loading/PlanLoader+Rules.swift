import Diagnostics

extension PlanLoader {
  mutating func readRules(_ list: PlanNode, _ plan: Plan) -> [ValidationRule] {
    let byID = Dictionary(plan.elements.map { ($0.id, $0) }) { first, _ in first }
    return list.elements.compactMap { readRule($0, plan, byID) }
  }

  private mutating func readRule(
    _ node: PlanNode,
    _ plan: Plan,
    _ elements: [String: DataElement]
  ) -> ValidationRule? {
    node.allow(
      "id",
      "title",
      "form",
      "row",
      "expression",
      "pair",
      "left",
      "right",
      "at",
      "severity",
      "missing",
      "sender",
      "message"
    )
    let id = node.text("id")
    remember("rule", id, node)
    let pair = readPair(node)
    // A pair speaks of rows where it names a form.
    let isOfRows = node.member("row") != nil || (pair != nil && node.member("form") != nil)
    let key = isOfRows ? "row" : "expression"
    guard let test = readTest(node, pair, key) else { return nil }
    let missing = readMissing(node, test, isOfRows ? "row" : "expression")
    let scope: ValidationRule.Scope
    if isOfRows {
      guard let form = form(of: node, plan) else { return nil }
      scope = .row(form: form.name)
    } else {
      scope = .unitYear(node.code("at", default: .members) ?? .members)
    }
    var rule = ValidationRule(
      id: id,
      scope: scope,
      test: test,
      severity: node.code("severity", default: nil) ?? .error,
      missing: missing,
      sender: node.optionalText("sender") ?? "",
      message: node.localised("message"),
      isSensitive: false
    )
    for (key, expression) in sides(of: rule.test, key) {
      let place = node.member(key) ?? node
      let isSensitive =
        isOfRows
        ? checkFields(expression, place, node, plan)
        : checkElements(expression, place, rule.scope, plan, elements)
      rule.isSensitive = rule.isSensitive || isSensitive
    }
    return rule
  }

  private func readPair(_ node: PlanNode) -> ValidationRule.Pair? {
    guard node.member("pair") != nil else { return nil }
    for key in ["row", "expression"] {
      node.member(key)?.report(
        "pair-and-condition",
        found: key,
        expected: LocalisedText(
          vi: "chỉ 'left' và 'right', vì quy tắc là một cặp",
          en: "only 'left' and 'right', as the rule is a pair"
        )
      )
    }
    return node.code("pair", default: nil)
  }

  private func readTest(
    _ node: PlanNode,
    _ pair: ValidationRule.Pair?,
    _ key: String
  ) -> ValidationRule.Test? {
    guard let pair else { return node.expression(key).map { .condition($0) } }
    let left = node.expression("left")
    let right = node.expression("right")
    for (key, side) in [("left", left), ("right", right)] where side?.references.isEmpty == true {
      (node.member(key) ?? node).report(
        "side-without-figure",
        found: side?.text ?? "",
        expected: LocalisedText(
          vi: "ít nhất một trường hoặc phần tử số liệu",
          en: "at least one field or data element"
        )
      )
    }
    guard let left, let right else { return nil }
    return .pair(pair, left: left, right: right)
  }

  private func readMissing(
    _ node: PlanNode,
    _ test: ValidationRule.Test,
    _ key: String
  ) -> ValidationRule.MissingStrategy {
    switch test {
    case .pair:
      let strategy: ValidationRule.MissingStrategy =
        node.code("missing", default: .skipIfAll) ?? .skipIfAll
      if strategy == .neverSkip {
        node.member("missing")?.report(
          "wrong-strategy",
          found: strategy.rawValue,
          expected: LocalisedText(
            vi: "skip-if-any hoặc skip-if-all, vì cặp hỏi chính việc có số liệu hay không",
            en: "skip-if-any or skip-if-all, as a pair asks whether figures are there"
          )
        )
      }
      return strategy
    case .condition(let condition):
      let strategy: ValidationRule.MissingStrategy =
        node.code("missing", default: .skipIfAny) ?? .skipIfAny
      if strategy != .skipIfAny, condition.asksWhatIsMissing {
        (node.member(key) ?? node).report(
          "wrong-strategy",
          found: condition.text,
          expected: LocalisedText(
            vi: "không có 'is missing' hay coalesce khi '\(strategy.rawValue)' coi ô thiếu là 0",
            en:
              "no 'is missing' or coalesce where '\(strategy.rawValue)' counts what is missing as 0"
          )
        )
      }
      return strategy
    }
  }

  private func sides(
    of test: ValidationRule.Test,
    _ key: String
  ) -> [(key: String, expression: Expression)] {
    switch test {
    case .condition(let condition): [(key, condition)]
    case .pair(_, let left, let right): [("left", left), ("right", right)]
    }
  }

  private func form(of node: PlanNode, _ plan: Plan) -> Form? {
    let name = node.text("form")
    guard let form = plan.form(name) else {
      (node.member("form") ?? node).report(
        "unknown-form",
        found: name,
        expected: LocalisedText(vi: "tên một biểu mẫu", en: "the name of a form")
      )
      return nil
    }
    return form
  }

  /// Checks the fields that a row's rule names; gives whether one is sensitive.
  private func checkFields(
    _ expression: Expression,
    _ place: PlanNode,
    _ node: PlanNode,
    _ plan: Plan
  ) -> Bool {
    guard let form = plan.form(node.optionalText("form") ?? "") else { return false }
    var isSensitive = false
    for reference in expression.references {
      if let position = form.field(reference) {
        isSensitive = isSensitive || form.fields[position].isSensitive
      } else {
        let names = form.fields.map(\.name).joined(separator: ", ")
        place.report(
          "unknown-field",
          found: reference,
          expected: LocalisedText(vi: "một trong \(names)", en: "one of \(names)")
        )
      }
    }
    return isSensitive
  }

  /// Checks the data elements and counts of senders that a rule names; gives whether one is
  /// sensitive.
  private func checkElements(
    _ expression: Expression,
    _ place: PlanNode,
    _ scope: ValidationRule.Scope,
    _ plan: Plan,
    _ elements: [String: DataElement]
  ) -> Bool {
    var isSensitive = false
    for name in expression.references {
      if let element = elements[name] {
        isSensitive = isSensitive || element.isSensitive
      } else if let count = ReportingCount(reference: name) {
        checkReporting(count, place, scope, plan)
      } else {
        place.report(
          "unknown-element",
          found: name,
          expected: LocalisedText(vi: "mã một phần tử số liệu", en: "the id of a data element")
        )
      }
    }
    return isSensitive
  }

  private func checkReporting(
    _ count: ReportingCount,
    _ place: PlanNode,
    _ scope: ValidationRule.Scope,
    _ plan: Plan
  ) {
    for form in count.forms where plan.form(form) == nil {
      place.report(
        "unknown-form",
        found: form,
        expected: LocalisedText(vi: "tên một biểu mẫu", en: "the name of a form")
      )
    }
    guard case .unitYear(.plan) = scope else {
      place.report(
        "reporting-not-at-plan",
        found: count.reference,
        expected: LocalisedText(
          vi: "at: \"plan\", vì số nơi gửi là của toàn kế hoạch",
          en: "at: \"plan\", as senders are counted for the whole plan"
        )
      )
      return
    }
  }
}
