import Diagnostics

extension PlanLoader {
  /// Fields of summaries that are data elements without further words.
  mutating func fieldElements(_ forms: [Form]) -> [DataElement] {
    var elements: [DataElement] = []
    for form in forms where form.kind == .summary {
      for (position, field) in form.fields.enumerated() {
        let kind: DataElement.ValueKind
        switch (field.role, field.type) {
        case (.measure, .integer), (.measure, .number): kind = .number
        case (.measure, .boolean): kind = .flag
        case (.category, .string): kind = .code
        default: continue
        }
        elements.append(
          DataElement(
            id: "\(form.name).\(field.name)",
            title: field.title,
            unit: field.unit,
            isSensitive: field.isSensitive,
            kind: kind,
            form: form.name,
            source: .field(form: form.name, field: position)
          )
        )
        if let node = nodes["field \(form.name).\(field.name)"] {
          remember("element", "\(form.name).\(field.name)", node)
        }
      }
    }
    return elements
  }

  /// Reads elements.json5: data elements made from registers.
  mutating func readElements(_ list: PlanNode, forms: [Form]) -> [DataElement] {
    list.elements.compactMap { readElement($0, forms: forms) }
  }

  private mutating func readElement(_ node: PlanNode, forms: [Form]) -> DataElement? {
    node.allow(
      "id",
      "title",
      "unit",
      "sensitive",
      "form",
      "aggregate",
      "of",
      "where",
      "by",
      "at",
      "window"
    )
    let id = node.text("id")
    remember("element", id, node)
    let name = node.text("form")
    guard let form = forms.first(where: { $0.name == name }) else {
      (node.member("form") ?? node).report(
        "unknown-form",
        found: name,
        expected: LocalisedText(vi: "tên một biểu mẫu", en: "the name of a form")
      )
      return nil
    }
    guard form.kind == .register else {
      (node.member("form") ?? node).report(
        "not-a-register",
        found: name,
        expected: LocalisedText(vi: "biểu dạng sổ (register)", en: "a form of kind register")
      )
      return nil
    }
    let operation: RegisterAggregate.Operation? = node.code("aggregate", default: nil)
    let of = path("of", node, form, forms)
    let needsField = operation == .sum || operation == .distinct || operation == .agreed
    if needsField, of == nil, node.member("of") == nil {
      _ = node.text("of")
    }
    let condition = node.optionalExpression("where")
    return DataElement(
      id: id,
      title: node.localised("title"),
      unit: node.optionalLocalised("unit") ?? LocalisedText(vietnamese: ""),
      isSensitive: node.flag("sensitive", default: false),
      kind: operation == .any ? .flag : .number,
      form: name,
      source: .register(
        RegisterAggregate(
          operation: operation ?? .count,
          of: of,
          condition: condition,
          references: references(of: condition, node, form, forms),
          by: category(node, form),
          at: path("at", node, form, forms),
          window: node.code("window", default: .year) ?? .year
        )
      )
    )
  }

  private func category(_ node: PlanNode, _ form: Form) -> Int? {
    guard let name = node.optionalText("by") else { return nil }
    guard let position = form.field(name), !form.fields[position].categories.isEmpty else {
      node.member("by")?.report(
        "unknown-field",
        found: name,
        expected: LocalisedText(
          vi: "một trường có danh mục của biểu \(form.name)",
          en: "a field with categories of the form \(form.name)"
        )
      )
      return nil
    }
    return position
  }

  private func path(_ key: String, _ node: PlanNode, _ form: Form, _ forms: [Form]) -> FieldPath? {
    guard let member = node.member(key), let text = node.optionalText(key) else { return nil }
    let path = fieldPath(text, form, forms)
    if path == nil { unknownPath(text, member, form) }
    return path
  }

  private func unknownPath(_ text: String, _ node: PlanNode, _ form: Form) {
    let names = form.fields.map(\.name).joined(separator: ", ")
    node.report(
      "unknown-field",
      found: text,
      expected: LocalisedText(
        vi: "một trường của biểu \(form.name) (\(names)), hoặc khóa ngoại.trường",
        en: "a field of the form \(form.name) (\(names)), or foreign_key.field"
      )
    )
  }

  private func fieldPath(_ text: String, _ form: Form, _ forms: [Form]) -> FieldPath? {
    let parts = text.split(separator: ".").map(String.init)
    guard let first = parts.first, let field = form.field(first) else { return nil }
    if parts.count == 1 { return FieldPath(field: field) }
    guard parts.count == 2,
      let key = form.foreignKeys.firstIndex(where: { $0.field == field }),
      let other = forms.first(where: { $0.name == form.foreignKeys[key].form }),
      let target = other.field(parts[1])
    else { return nil }
    return FieldPath(field: field, reference: .init(foreignKey: key, field: target))
  }

  private func references(
    of condition: Expression?,
    _ node: PlanNode,
    _ form: Form,
    _ forms: [Form]
  ) -> [RowReference] {
    (condition?.references ?? []).map { name in
      switch name {
      case "period": return .period
      case "start": return .start
      case "end": return .end
      default:
        if let path = fieldPath(name, form, forms) { return .field(path) }
        unknownPath(name, node.member("where") ?? node, form)
        return .period
      }
    }
  }
}
