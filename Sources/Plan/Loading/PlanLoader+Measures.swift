import Diagnostics

extension PlanLoader {
  /// Reads measures.json5: measures that several forms report.
  mutating func readMeasures(_ list: PlanNode, _ plan: Plan) -> [SharedMeasure] {
    list.elements.compactMap { readMeasure($0, plan) }
  }

  private mutating func readMeasure(_ node: PlanNode, _ plan: Plan) -> SharedMeasure? {
    node.allow("id", "title", "at", "sources", "used", "because")
    let id = node.text("id")
    remember("measure", id, node)
    let place: Indicator.Place = node.code("at", default: .members) ?? .members
    if place == .each {
      node.member("at")?.report(
        "unknown-value",
        found: place.rawValue,
        expected: LocalisedText(vi: "members hoặc plan", en: "members or plan")
      )
    }
    let sources = sources(node, place, plan)
    let used = node.text("used")
    let reason = node.localised("because")
    if !used.isEmpty, !node.texts("sources").contains(used) {
      let names = node.texts("sources").joined(separator: ", ")
      node.member("used")?.report(
        "used-not-a-source",
        found: used,
        expected: LocalisedText(vi: "một trong \(names)", en: "one of \(names)")
      )
    }
    guard sources.count > 1, sources.contains(where: { $0.id == used }) else { return nil }
    return SharedMeasure(
      id: id,
      title: node.localised("title"),
      place: place == .plan ? .plan : .members,
      sources: sources.map(\.id),
      used: used,
      reason: reason
    )
  }

  /// The data elements that `sources` names, each once; those that can be set beside the first.
  private func sources(
    _ node: PlanNode,
    _ place: Indicator.Place,
    _ plan: Plan
  ) -> [DataElement] {
    if node.member("sources") == nil { _ = node.text("sources") }
    let named = zip(node.texts("sources"), node.list("sources")).map { ($0, $1) }
    if Set(named.map(\.0)).count < 2, let member = node.member("sources") {
      member.report(
        "one-source",
        found: named.map(\.0).joined(separator: ", "),
        expected: LocalisedText(
          vi: "ít nhất hai phần tử số liệu khác nhau",
          en: "at least two different data elements"
        )
      )
    }
    var sources: [DataElement] = []
    for (name, node) in named where !sources.contains(where: { $0.id == name }) {
      guard let element = plan.element(name) else {
        node.report(
          "unknown-element",
          found: name,
          expected: LocalisedText(vi: "mã một phần tử số liệu", en: "the id of a data element")
        )
        continue
      }
      if let expected = fault(of: element, beside: sources.first, place, plan) {
        node.report("unlike-sources", found: name, expected: expected)
      } else {
        sources.append(element)
      }
    }
    return sources
  }

  /// What an element lacks to be compared; nil where it can be.
  private func fault(
    of element: DataElement,
    beside first: DataElement?,
    _ place: Indicator.Place,
    _ plan: Plan
  ) -> LocalisedText? {
    let isOfMembers = plan.isOfMembers(element)
    if place != .plan, !isOfMembers {
      return LocalisedText(
        vi: "số liệu của từng đơn vị thành viên, hoặc at: \"plan\"",
        en: "figures of each member unit, or at: \"plan\""
      )
    }
    if place == .plan, isOfMembers, element.kind != .number {
      return LocalisedText(
        vi: "một con số, vì của toàn kế hoạch là tổng của các đơn vị",
        en: "a number, as for the whole plan those of the units are summed"
      )
    }
    guard let first else { return nil }
    if element.kind != first.kind || plan.categoryValues(element) != plan.categoryValues(first) {
      return LocalisedText(
        vi: "cùng loại giá trị với '\(first.id)'",
        en: "the same kind of value as '\(first.id)'"
      )
    }
    // A published figure of the one would tell the hidden figure of the other.
    if element.isSensitive != first.isSensitive {
      return LocalisedText(
        vi: "cùng là sensitive, hoặc cùng không, như '\(first.id)'",
        en: "sensitive as '\(first.id)' is, or neither"
      )
    }
    let years = [first, element].compactMap { plan.form($0.form)?.years }
    if years.count == 2, !years[0].overlaps(years[1]) {
      return LocalisedText(
        vi: "biểu mẫu có năm chung với biểu của '\(first.id)'",
        en: "a form that shares a year with that of '\(first.id)'"
      )
    }
    return nil
  }
}

extension Plan {
  /// Whether facts of the element are given for each member unit, not only for the plan's own.
  package func isOfMembers(_ element: DataElement) -> Bool {
    switch element.source {
    case .field: form(element.form)?.covers != .plan
    case .register(let aggregate): aggregate.at != nil
    }
  }

  /// Values that a coded element can have, sorted; none where it is no code.
  fileprivate func categoryValues(_ element: DataElement) -> [String] {
    guard element.kind == .code, case .field(let form, let field) = element.source,
      let fields = self.form(form)?.fields, fields.indices.contains(field)
    else { return [] }
    return fields[field].categories.map(\.value).sorted()
  }
}
