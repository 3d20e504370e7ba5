import Diagnostics

/// What a row of totals holds in a field's column.
private enum TotalMeaning: String, CaseIterable {
  case sum, none
}

// Yearly figures that senders report in parts, and totals.
extension PlanLoader {
  /// Sets of parts that the fields of a form may name.
  func readPartSets(_ node: PlanNode) -> [PartSet] {
    node.list("parts").map { node in
      node.allow("name", "of")
      let parts = node.list("of").map { node in
        node.allow("title", "titleEnglish", "headers")
        let title = LocalisedText(
          vietnamese: node.text("title"),
          english: node.optionalText("titleEnglish")
        )
        return Part(title: title, headers: [title.vietnamese] + node.texts("headers"))
      }
      if parts.count < 2 {
        (node.member("of") ?? node).report(
          "too-few-parts",
          found: "\(parts.count)",
          expected: LocalisedText(
            vi: "ít nhất hai phần của năm",
            en: "at least two parts of a year"
          )
        )
      }
      return PartSet(name: node.text("name"), parts: parts)
    }
  }

  /// Positions of the sets that a field names.
  func readParts(_ node: PlanNode, _ type: Field.ValueType, _ sets: [PartSet]) -> [Int] {
    let names = node.texts("parts")
    guard let member = node.member("parts"), !names.isEmpty else { return [] }
    guard type == .integer || type == .number else {
      member.report(
        "parts-of-no-number",
        found: type.rawValue,
        expected: LocalisedText(
          vi: "trường kiểu integer hoặc number, vì các phần được cộng lại",
          en: "a field of type integer or number, since parts are summed"
        )
      )
      return []
    }
    return names.compactMap { name in
      let position = sets.firstIndex { $0.name == name }
      if position == nil {
        let known = sets.map(\.name).joined(separator: ", ")
        member.report(
          "unknown-parts",
          found: name,
          expected: LocalisedText(
            vi: "một trong các bộ phần của biểu mẫu: \(known)",
            en: "one of the form's sets of parts: \(known)"
          )
        )
      }
      return position
    }
  }

  /// How parts of a year combine; fields that may be reported in parts are summed.
  func readYearRule(_ node: PlanNode, _ type: Field.ValueType) -> YearRule? {
    let standard: YearRule? = node.texts("parts").isEmpty ? nil : .sum
    guard node.member("overYear") != nil,
      let rule: YearRule = node.code("overYear", default: nil)
    else { return standard }
    let fitting: [YearRule] =
      switch type {
      case .integer, .number: [.sum, .last, .max]
      case .boolean: [.last, .any, .all]
      case .string, .date, .year: [.last]
      }
    if !fitting.contains(rule) {
      node.member("overYear")?.report(
        "rule-of-other-type",
        found: rule.rawValue,
        expected: LocalisedText(
          vi:
            "với trường kiểu \(type.rawValue): \(fitting.map(\.rawValue).joined(separator: ", "))",
          en: "for a field of type \(type.rawValue): "
            + fitting.map(\.rawValue).joined(separator: ", ")
        )
      )
      return nil
    }
    return rule
  }

  /// Numbers are summed, unless they are percentages or the form says that they are not.
  func isSummed(_ node: PlanNode, _ type: Field.ValueType, _ unit: LocalisedText) -> Bool {
    let isNumber = type == .integer || type == .number
    let standard: TotalMeaning = isNumber && !unit.vietnamese.contains("%") ? .sum : .none
    return isNumber && (node.code("total", default: standard) ?? standard) == .sum
  }
}
