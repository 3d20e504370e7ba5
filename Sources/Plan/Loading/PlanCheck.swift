import Diagnostics

/// Checks what only the whole plan shows: references between its parts, and what nothing measures.
struct PlanCheck {
  let plan: Plan
  let nodes: [String: PlanNode]
  let findings: PlanFindings

  func run() {
    checkUnits()
    checkSenders()
    checkClauses()
    checkForms()
    checkTargets()
    checkRules()
    checkSheets()
    checkTemplates()
  }

  /// Reports at a member of the node that was remembered, or at the node itself.
  private func report(
    _ code: String,
    _ kind: String,
    _ id: String,
    _ key: String? = nil,
    found: String,
    expected: LocalisedText
  ) {
    guard let node = nodes["\(kind) \(id)"] ?? nodes["plan"] else { return }
    (key.flatMap { node.member($0) } ?? node).report(code, found: found, expected: expected)
  }

  private func checkUnits() {
    if plan.orgUnits.all.isEmpty { return }
    if plan.planUnit(in: plan.years.first) == nil {
      nodes["plan"]?.member("unit")?.report(
        "unknown-unit",
        found: plan.unit,
        expected: LocalisedText(
          vi: "mã một đơn vị trong tệp đơn vị hành chính",
          en: "the code of a unit in the file of org units"
        )
      )
    }
    for year in plan.years.all where plan.members(in: year).isEmpty {
      nodes["plan"]?.member("members")?.report(
        "no-members",
        found: plan.memberLevel,
        expected: LocalisedText(
          vi: "cấp có đơn vị dưới \(plan.unit) vào ngày 1/1/\(year)",
          en: "a level with units below \(plan.unit) on 1 January \(year)"
        )
      )
      break
    }
    let location = Location(
      file: "\(plan.folder)/\(nodes["plan"]?.optionalText("orgUnits") ?? "")"
    )
    for unit in plan.orgUnits.all where !unit.parent.isEmpty {
      if plan.orgUnits.units(code: unit.parent).isEmpty {
        findings.add(
          Finding(
            "unknown-unit",
            .error,
            at: location,
            found: unit.parent,
            expected: LocalisedText(
              vi: "mã một đơn vị, là cấp trên của \(unit.code)",
              en: "the code of a unit, as parent of \(unit.code)"
            )
          )
        )
      } else if isOwnAncestor(unit) {
        findings.add(
          Finding(
            "unit-below-itself",
            .error,
            at: location,
            found: unit.code,
            expected: LocalisedText(
              vi: "đơn vị không nằm trong chính nó",
              en: "a unit that is not below itself"
            )
          )
        )
      }
    }
  }

  private func isOwnAncestor(_ unit: OrgUnit) -> Bool {
    var code = unit.parent
    for _ in 0..<16 {
      if code == unit.code { return true }
      guard let parent = plan.orgUnits.units(code: code).first else { return false }
      code = parent.parent
    }
    return true
  }

  private func checkSenders() {
    let levels = Set(plan.orgUnits.all.map(\.level))
    for sender in plan.senders {
      if let level = sender.eachLevel, !levels.contains(level) {
        report(
          "unknown-level",
          "sender",
          sender.id,
          "each",
          found: level,
          expected: LocalisedText(vi: "một cấp đơn vị", en: "a level of units")
        )
      }
      checkClause(sender.clause, "sender", sender.id)
    }
  }

  private func checkClause(_ clause: String, _ kind: String, _ id: String) {
    let isKnown = plan.clauses.contains { $0.id == clause || $0.id.hasPrefix("\(clause).") }
    guard !clause.isEmpty, !isKnown else { return }
    report(
      "unknown-clause",
      kind,
      id,
      "clause",
      found: clause,
      expected: LocalisedText(vi: "một điều khoản của kế hoạch", en: "a clause of the plan")
    )
  }

  private func checkClauses() {
    for clause in plan.clauses {
      for sender in clause.responsible where plan.sender(sender) == nil {
        report(
          "unknown-sender",
          "clause",
          clause.id,
          "responsible",
          found: sender,
          expected: LocalisedText(vi: "mã một nơi gửi", en: "the id of a sender")
        )
      }
      let isMeasured = plan.indicators.contains { $0.clauses.contains(clause.id) }
      if !isMeasured, clause.unmeasured == nil {
        report(
          "clause-without-measure",
          "clause",
          clause.id,
          found: clause.id,
          expected: LocalisedText(
            vi: "một chỉ tiêu nêu điều khoản này, hoặc lý do 'unmeasured'",
            en: "an indicator that names the clause, or a reason 'unmeasured'"
          )
        )
      } else if isMeasured, clause.unmeasured != nil {
        report(
          "clause-measured-and-not",
          "clause",
          clause.id,
          "unmeasured",
          found: clause.id,
          expected: LocalisedText(
            vi: "không có 'unmeasured', vì đã có chỉ tiêu",
            en: "no 'unmeasured', as an indicator names the clause"
          )
        )
      }
    }
    for indicator in plan.indicators {
      for clause in indicator.clauses where !plan.clauses.contains(where: { $0.id == clause }) {
        report(
          "unknown-clause",
          "indicator",
          indicator.id,
          "clauses",
          found: clause,
          expected: LocalisedText(vi: "một điều khoản của kế hoạch", en: "a clause of the plan")
        )
      }
    }
  }

  private func checkTargets() {
    for target in plan.targets {
      checkClause(target.clause, "target", target.id)
      guard let indicator = plan.indicator(target.indicator) else {
        report(
          "unknown-indicator",
          "target",
          target.id,
          "indicator",
          found: target.indicator,
          expected: LocalisedText(vi: "mã một chỉ tiêu", en: "the id of an indicator")
        )
        continue
      }
      if target.form == .keepBase, case .units = indicator.formula { continue }
      if target.form == .keepBase {
        report(
          "wrong-target",
          "target",
          target.id,
          "form",
          found: target.form.rawValue,
          expected: LocalisedText(vi: "chỉ tiêu dạng units", en: "an indicator of kind units")
        )
      }
      checkData(of: target, indicator)
    }
  }

  /// A target needs data in the plan's years: some form that is due then must feed its indicator.
  private func checkData(of target: Target, _ indicator: Indicator) {
    let forms = indicator.elements.compactMap { plan.element($0).flatMap { plan.form($0.form) } }
    let planYears = plan.years.first...plan.years.last
    guard !forms.contains(where: { $0.years.overlaps(planYears) && !$0.senders.isEmpty }) else {
      return
    }
    report(
      "target-without-data",
      "target",
      target.id,
      found: target.indicator,
      expected: LocalisedText(
        vi: "chỉ tiêu có biểu mẫu đến hạn trong các năm của kế hoạch",
        en: "an indicator fed by a form that is due in the plan's years"
      )
    )
  }

  private func checkRules() {
    for rule in plan.rules where !rule.sender.isEmpty && plan.sender(rule.sender) == nil {
      report(
        "unknown-sender",
        "rule",
        rule.id,
        "sender",
        found: rule.sender,
        expected: LocalisedText(vi: "mã một nơi gửi", en: "the id of a sender")
      )
    }
  }

  private func checkSheets() {
    for sheet in plan.sheets {
      let elements = [
        ("own", sheet.own.score), ("own", sheet.own.category),
        ("official", sheet.official.score), ("official", sheet.official.category),
      ]
      for (key, element) in elements where plan.element(element) == nil {
        report(
          "unknown-element",
          "sheet",
          sheet.id,
          key,
          found: element,
          expected: LocalisedText(vi: "mã một phần tử số liệu", en: "the id of a data element")
        )
      }
    }
  }

  private func checkTemplates() {
    guard plan.templates[.vietnamese] == nil else { return }
    findings.add(
      Finding(
        "no-template",
        .error,
        at: Location(file: "\(plan.folder)/report.vi.md"),
        found: "",
        expected: LocalisedText(vi: "tệp mẫu báo cáo", en: "a report template")
      )
    )
  }
}
