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
      "at",
      "severity",
      "missing",
      "sender",
      "message"
    )
    let id = node.text("id")
    remember("rule", id, node)
    let scope: ValidationRule.Scope
    let condition: Expression?
    var isSensitive = false
    if node.member("row") != nil {
      let name = node.text("form")
      condition = node.optionalExpression("row")
      guard let form = plan.form(name) else {
        (node.member("form") ?? node).report(
          "unknown-form",
          found: name,
          expected: LocalisedText(vi: "tên một biểu mẫu", en: "the name of a form")
        )
        return nil
      }
      for reference in condition?.references ?? [] {
        if let position = form.field(reference) {
          isSensitive = isSensitive || form.fields[position].isSensitive
        } else {
          let names = form.fields.map(\.name).joined(separator: ", ")
          node.member("row")?.report(
            "unknown-field",
            found: reference,
            expected: LocalisedText(vi: "một trong \(names)", en: "one of \(names)")
          )
        }
      }
      scope = .row(form: name)
    } else {
      condition = node.expression("expression")
      if let condition {
        checkReferences(condition, node.member("expression") ?? node, elements)
        isSensitive = condition.references.contains { elements[$0]?.isSensitive ?? false }
      }
      scope = .unitYear(node.code("at", default: .members) ?? .members)
    }
    guard let condition else { return nil }
    return ValidationRule(
      id: id,
      scope: scope,
      condition: condition,
      severity: node.code("severity", default: nil) ?? .error,
      missing: node.code("missing", default: .skip) ?? .skip,
      sender: node.optionalText("sender") ?? "",
      message: node.localised("message"),
      isSensitive: isSensitive
    )
  }

  mutating func readSheets(_ root: PlanNode) -> [ScoringSheet] {
    root.allow("sheets")
    return root.list("sheets").map { readSheet($0) }
  }

  private mutating func readSheet(_ node: PlanNode) -> ScoringSheet {
    node.allow("id", "title", "source", "verified", "criteria", "classes", "own", "official")
    let id = node.text("id")
    remember("sheet", id, node)
    let isVerified = node.flag("verified", default: false)
    let criteria = node.list("criteria").map { criterion in
      criterion.allow("id", "text", "maximum")
      return ScoringSheet.Criterion(
        id: criterion.text("id"),
        text: criterion.localised("text"),
        maximum: criterion.optionalNumber("maximum") ?? 0
      )
    }
    if !isVerified, !criteria.isEmpty {
      node.member("criteria")?.report(
        "unverified-criteria",
        found: "\(criteria.count)",
        expected: LocalisedText(
          vi: "không có tiêu chí nào khi chưa kiểm chứng (verified: false)",
          en: "no criteria while the sheet is not verified (verified: false)"
        )
      )
    }
    return ScoringSheet(
      id: id,
      title: node.localised("title"),
      source: node.localised("source"),
      isVerified: isVerified,
      criteria: criteria,
      classes: node.list("classes").map { entry in
        entry.allow("value", "label")
        return Category(
          value: entry.text("value"),
          label: entry.localised("label"),
          spellings: []
        )
      },
      own: result(node, "own"),
      official: result(node, "official")
    )
  }

  private func result(_ node: PlanNode, _ key: String) -> ScoringSheet.Result {
    guard let member = node.member(key) else {
      _ = node.text(key)
      return ScoringSheet.Result(score: "", category: "")
    }
    member.allow("score", "class")
    return ScoringSheet.Result(score: member.text("score"), category: member.text("class"))
  }
}
