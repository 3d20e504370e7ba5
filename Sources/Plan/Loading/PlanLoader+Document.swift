import Diagnostics

extension PlanLoader {
  /// Reads plan.json5; what other files give is filled in later.
  mutating func readPlan(_ root: PlanNode) -> Plan {
    root.allow(
      "id",
      "title",
      "document",
      "years",
      "unit",
      "members",
      "orgUnits",
      "orgUnitChanges",
      "useEstimatedShares",
      "data",
      "due",
      "senders",
      "clauses",
      "words",
      "unitPrefixes",
      "disclosure",
      "groups",
      "unitSheets",
      "recordTables"
    )
    nodes["plan"] = root
    return Plan(
      folder: folder,
      id: root.text("id"),
      title: root.localised("title"),
      document: readDocument(root),
      years: readYears(root),
      unit: root.text("unit"),
      memberLevel: root.text("members"),
      orgUnits: OrgUnits([]),
      unitChanges: [],
      usesEstimatedShares: root.flag("useEstimatedShares", default: false),
      dataFolder: root.optionalText("data").map { "\(folder)/\($0)" },
      due: readDue(root) ?? MonthDay(month: 12, day: 31),
      senders: root.list("senders").map { readSender($0) },
      clauses: root.list("clauses").map { readClause($0) },
      words: readWords(root.member("words")),
      unitPrefixes: readPrefixes(root.member("unitPrefixes")),
      disclosure: readDisclosure(root.member("disclosure")),
      groups: root.list("groups").map { readGroup($0) },
      hasUnitSheets: root.flag("unitSheets", default: true),
      hasRecordTables: root.flag("recordTables", default: true),
      forms: [],
      elements: [],
      indicators: [],
      targets: [],
      rules: [],
      checks: [],
      sheets: [],
      templates: [:]
    )
  }

  private mutating func readGroup(_ node: PlanNode) -> UnitGroup {
    node.allow("id", "title", "kinds")
    let group = UnitGroup(
      id: node.text("id"),
      title: node.localised("title"),
      kinds: Set(node.texts("kinds"))
    )
    remember("group", group.id, node)
    return group
  }

  private func readDocument(_ root: PlanNode) -> PlanDocument {
    guard let node = root.member("document") else {
      _ = root.text("document")
      let empty = LocalisedText(vietnamese: "")
      return PlanDocument(number: "", date: nil, issuer: empty, place: empty)
    }
    node.allow("number", "date", "issuer", "place")
    let dateText = node.optionalText("date")
    let date = dateText.flatMap { CalendarDate(iso: $0) }
    if let dateText, date == nil {
      node.member("date")?.report(
        "not-a-date",
        found: dateText,
        expected: LocalisedText(vi: "ngày năm-tháng-ngày", en: "a date yyyy-mm-dd")
      )
    }
    return PlanDocument(
      number: node.text("number"),
      date: date,
      issuer: node.localised("issuer"),
      place: node.localised("place")
    )
  }

  private func readYears(_ root: PlanNode) -> PlanYears {
    guard let node = root.member("years") else {
      _ = root.text("years")
      return PlanYears(base: 0, first: 0, last: 0)
    }
    node.allow("base", "first", "last")
    let years = PlanYears(
      base: node.integer("base"),
      first: node.integer("first"),
      last: node.integer("last")
    )
    let isOrdered = years.base <= years.first && years.first <= years.last
    let possible = PlanYears.possible
    guard isOrdered, possible.contains(years.base), possible.contains(years.last) else {
      node.report(
        "wrong-years",
        found: "\(years.base), \(years.first), \(years.last)",
        expected: LocalisedText(
          vi: "\(possible.lowerBound) ≤ base ≤ first ≤ last ≤ \(possible.upperBound)",
          en: "\(possible.lowerBound) ≤ base ≤ first ≤ last ≤ \(possible.upperBound)"
        )
      )
      return PlanYears(base: 2000, first: 2000, last: 2000)
    }
    return years
  }

  /// `due` as month-day; also for forms.
  func readDue(_ node: PlanNode) -> MonthDay? {
    guard let text = node.optionalText("due") else { return nil }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    // A leap year, so that 29 February can be due.
    guard parts.count == 2, CalendarDate(year: 2024, month: parts[0], day: parts[1]) != nil else {
      node.member("due")?.report(
        "not-a-day",
        found: text,
        expected: LocalisedText(vi: "tháng-ngày, như 12-15", en: "month-day, such as 12-15")
      )
      return nil
    }
    return MonthDay(month: parts[0], day: parts[1])
  }

  private mutating func readSender(_ node: PlanNode) -> Sender {
    node.allow("id", "title", "short", "each", "clause", "duty")
    let title = node.localised("title")
    let sender = Sender(
      id: node.text("id"),
      title: title,
      short: node.optionalLocalised("short") ?? title,
      eachLevel: node.optionalText("each"),
      clause: node.optionalText("clause") ?? "",
      duty: node.optionalLocalised("duty") ?? LocalisedText(vietnamese: "")
    )
    remember("sender", sender.id, node)
    return sender
  }

  private mutating func readClause(_ node: PlanNode) -> Clause {
    node.allow("id", "title", "responsible", "unmeasured")
    let clause = Clause(
      id: node.text("id"),
      title: node.localised("title"),
      responsible: node.texts("responsible"),
      unmeasured: node.optionalLocalised("unmeasured")
    )
    remember("clause", clause.id, node)
    return clause
  }

  private func readWords(_ node: PlanNode?) -> PlanWords {
    guard let node else { return PlanWords() }
    node.allow(
      "none",
      "notReported",
      "notApplicable",
      "yes",
      "no",
      "ditto",
      "total",
      "group",
      "signature",
      "long"
    )
    let long = node.member("long")
    long?.allow("unit", "element", "period", "value")
    return PlanWords(
      none: node.texts("none"),
      notReported: node.texts("notReported"),
      notApplicable: node.texts("notApplicable"),
      yes: node.texts("yes"),
      no: node.texts("no"),
      ditto: node.texts("ditto"),
      total: node.texts("total"),
      group: node.texts("group"),
      signature: node.texts("signature"),
      long: LongHeaders(
        unit: long?.texts("unit") ?? [],
        element: long?.texts("element") ?? [],
        period: long?.texts("period") ?? [],
        value: long?.texts("value") ?? []
      )
    )
  }

  private func readPrefixes(_ node: PlanNode?) -> [String: [String]] {
    var prefixes: [String: [String]] = [:]
    for (kind, _) in node?.members ?? [] { prefixes[kind] = node?.texts(kind) }
    return prefixes
  }

  private func readDisclosure(_ node: PlanNode?) -> Disclosure {
    guard let node else {
      return Disclosure(smallest: 1, width: 0, source: LocalisedText(vietnamese: ""))
    }
    node.allow("smallest", "width", "source")
    let disclosure = Disclosure(
      smallest: node.integer("smallest"),
      width: node.integer("width"),
      source: node.localised("source")
    )
    if disclosure.smallest < 1 || disclosure.width < 0 || disclosure.smallest > 1000 {
      node.report(
        "wrong-disclosure",
        found: "\(disclosure.smallest), \(disclosure.width)",
        expected: LocalisedText(vi: "smallest 1…1000, width ≥ 0", en: "smallest 1…1000, width ≥ 0")
      )
    }
    return disclosure
  }

  /// Notes where something stands, and reports an id that stands twice.
  mutating func remember(_ kind: String, _ id: String, _ node: PlanNode) {
    let key = "\(kind) \(id)"
    if nodes[key] != nil, !id.isEmpty {
      (node.member("id") ?? node).report(
        "duplicate-id",
        found: id,
        expected: LocalisedText(vi: "một mã chưa dùng", en: "an id that is not in use")
      )
    }
    nodes[key] = node
  }
}
