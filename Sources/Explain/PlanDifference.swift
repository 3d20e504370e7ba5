import Plan

/// A thing that the plan says otherwise than in an earlier run; nil where one does not say it.
struct PlanDifference: Sendable {
  var kind: PlanPart.Kind
  var name: String
  var property: String
  var before: String?
  var now: String?

  private struct Key: Hashable {
    var kind: PlanPart.Kind
    var name: String
    var property: String

    init(_ part: PlanPart) {
      kind = part.kind
      name = part.name
      property = part.property
    }
  }

  /// All differences between two plans, in the order of the later one, then of the earlier one.
  static func all(before: [PlanPart], now: [PlanPart]) -> [PlanDifference] {
    let earlier = Dictionary(before.map { (Key($0), $0.text) }) { first, _ in first }
    let later = Dictionary(now.map { (Key($0), $0.text) }) { first, _ in first }
    let changed = now.filter { earlier[Key($0)] != $0.text }
    let gone = before.filter { later[Key($0)] == nil }
    return (changed + gone).map { part in
      PlanDifference(
        kind: part.kind,
        name: part.name,
        property: part.property,
        before: earlier[Key(part)],
        now: later[Key(part)]
      )
    }
  }
}

extension RunDifference {
  func text(_ difference: PlanDifference) -> Explanation {
    let kind =
      switch difference.kind {
      case .indicator: say(vi: "chỉ tiêu", en: "indicator")
      case .target: say(vi: "mục tiêu", en: "target")
      case .element: say(vi: "phần tử số liệu", en: "data element")
      case .form: say(vi: "biểu mẫu", en: "form")
      case .unit: say(vi: "đơn vị", en: "unit")
      case .setting: say(vi: "thiết lập", en: "setting")
      }
    let none = say(vi: "(không có)", en: "(none)")
    let change = Quote.change(difference.before ?? none, difference.now ?? none)
    let head = say(vi: "kế hoạch nói khác", en: "the plan says otherwise")
    return Explanation("\(head): \(kind) \(difference.name), \(difference.property): \(change)")
  }

  /// What the plan says otherwise of an indicator, of what it is made from, and of all figures.
  func planReasons(_ id: String) -> [Explanation] {
    let elements = elements(of: id)
    let forms = forms(of: elements)
    return plan.filter { difference in
      switch difference.kind {
      case .indicator: difference.name == id
      case .element: elements.contains(difference.name)
      case .form: forms.contains(difference.name)
      case .unit, .setting: true
      case .target: false
      }
    }
    .map(text)
  }

  func elements(of id: String) -> Set<String> {
    Set((now.plan.indicator(id)?.elements ?? []))
  }

  /// Forms of data elements, and those to which their rows refer.
  func forms(of elements: Set<String>) -> Set<String> {
    let own = elements.compactMap { now.plan.element($0)?.form }
    let referred = own.compactMap { now.plan.form($0) }.flatMap { $0.foreignKeys.map(\.form) }
    return Set(own + referred)
  }
}
