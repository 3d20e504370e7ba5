import Diagnostics
import Foundation

extension PlanLoader {
  /// Reads the Table Schemas of the folder's forms, by name.
  mutating func readForms(_ plan: Plan) throws(PlanFailure) -> [Form] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/forms")) ?? []
    var read: [(form: Form, node: PlanNode)] = []
    for name in names.filter({ $0.hasSuffix(".json") }).sorted() {
      guard let node = try document("forms/\(name)") else { continue }
      read.append((readForm(node, file: String(name.dropLast(5)), plan), node))
    }
    let forms = read.map(\.form)
    return read.map { form, node in
      var form = form
      form.foreignKeys = node.list("foreignKeys").compactMap { readForeignKey($0, form, forms) }
      return form
    }
  }

  private mutating func readForm(_ node: PlanNode, file: String, _ plan: Plan) -> Form {
    node.allow(
      "$schema",
      "name",
      "number",
      "title",
      "titleEnglish",
      "description",
      "kind",
      "senders",
      "covers",
      "clause",
      "from",
      "to",
      "due",
      "fields",
      "primaryKey",
      "foreignKeys",
      "parts",
      "missingValues"
    )
    let name = node.text("name")
    if name != file {
      node.member("name")?.report(
        "wrong-name",
        found: name,
        expected: LocalisedText(vi: "tên của tệp, '\(file)'", en: "the file's name, '\(file)'")
      )
    }
    remember("form", name, node)
    let partSets = readPartSets(node)
    let fields = node.list("fields").map { readField($0, form: name, partSets) }
    let from = node.optionalInteger("from") ?? plan.years.first
    let to = node.optionalInteger("to") ?? plan.years.last
    if from > to {
      node.report(
        "wrong-years",
        found: "\(from)…\(to)",
        expected: LocalisedText(vi: "from không sau to", en: "from not after to")
      )
    }
    return Form(
      name: name,
      number: node.optionalText("number") ?? "",
      title: titled(node),
      kind: node.code("kind", default: nil) ?? .summary,
      senders: node.texts("senders"),
      covers: node.code("covers", default: nil) ?? .sender,
      clause: node.optionalText("clause") ?? "",
      years: min(from, to)...max(from, to),
      due: readDue(node) ?? plan.due,
      fields: fields,
      primaryKey: readPrimaryKey(node, fields),
      foreignKeys: [],
      partSets: partSets
    )
  }

  private func titled(_ node: PlanNode) -> LocalisedText {
    LocalisedText(vietnamese: node.text("title"), english: node.optionalText("titleEnglish"))
  }

  private func readPrimaryKey(_ node: PlanNode, _ fields: [Field]) -> [Int] {
    let names =
      if case .text(let name)? = node.member("primaryKey")?.value { [name] } else {
        node.texts("primaryKey")
      }
    return names.compactMap { name in
      let position = fields.firstIndex { $0.name == name }
      if position == nil { unknownField(name, node.member("primaryKey") ?? node, fields) }
      return position
    }
  }

  private func unknownField(_ name: String, _ node: PlanNode, _ fields: [Field]) {
    let names = fields.map(\.name).joined(separator: ", ")
    node.report(
      "unknown-field",
      found: name,
      expected: LocalisedText(vi: "một trong các trường \(names)", en: "one of the fields \(names)")
    )
  }

  private mutating func readField(
    _ node: PlanNode,
    form: String,
    _ partSets: [PartSet]
  ) -> Field {
    node.allow(
      "name",
      "type",
      "title",
      "titleEnglish",
      "description",
      "headers",
      "codes",
      "role",
      "unit",
      "sensitive",
      "blank",
      "dash",
      "categories",
      "constraints",
      "parts",
      "total",
      "overYear",
      "format",
      "missingValues"
    )
    let name = node.text("name")
    remember("field", "\(form).\(name)", node)
    let type: Field.ValueType = node.code("type", default: nil) ?? .string
    let standard: Field.Role =
      switch type {
      case .integer, .number, .boolean: .measure
      case .date: .date
      case .year: .year
      case .string: .note
      }
    let constraints = node.member("constraints")
    constraints?.allow("required", "minimum", "maximum", "unique", "pattern")
    let title = titled(node)
    let unit = node.optionalLocalised("unit") ?? LocalisedText(vietnamese: "")
    return Field(
      name: name,
      type: type,
      role: node.code("role", default: standard) ?? standard,
      title: title,
      purpose: node.optionalText("description") ?? "",
      headers: [HeaderSpelling(text: title.vietnamese, scale: 1)]
        + node.list("headers").map { readHeader($0) },
      unit: unit,
      isSensitive: node.flag("sensitive", default: false),
      blank: node.code("blank", default: .notReported) ?? .notReported,
      dash: node.code("dash", default: .notReported) ?? .notReported,
      categories: node.list("categories").map { readCategory($0) },
      isRequired: constraints?.flag("required", default: false) ?? false,
      minimum: limit(constraints, "minimum"),
      maximum: limit(constraints, "maximum"),
      codes: node.texts("codes"),
      partSets: readParts(node, type, partSets),
      isSummed: isSummed(node, type, unit),
      yearRule: readYearRule(node, type)
    )
  }

  private func limit(_ node: PlanNode?, _ key: String) -> FixedDecimal? {
    guard let number = node?.optionalNumber(key) else { return nil }
    let text = number == number.rounded() ? String(format: "%.0f", number) : "\(number)"
    return FixedDecimal(text)
  }

  private func readHeader(_ node: PlanNode) -> HeaderSpelling {
    if case .text(let text) = node.value { return HeaderSpelling(text: text, scale: 1) }
    node.allow("text", "scale")
    return HeaderSpelling(
      text: node.text("text"),
      scale: max(1, node.optionalInteger("scale") ?? 1)
    )
  }

  private func readCategory(_ node: PlanNode) -> Category {
    node.allow("value", "label", "labelEnglish", "spellings")
    let label = node.optionalLocalised("label") ?? LocalisedText(vietnamese: node.text("value"))
    return Category(
      value: node.text("value"),
      label: LocalisedText(
        vietnamese: label.vietnamese,
        english: node.optionalText("labelEnglish") ?? label.english
      ),
      spellings: node.texts("spellings")
    )
  }

  private func readForeignKey(_ node: PlanNode, _ form: Form, _ forms: [Form]) -> ForeignKey? {
    node.allow("fields", "reference")
    guard let reference = node.member("reference") else {
      _ = node.text("reference")
      return nil
    }
    reference.allow("resource", "fields")
    guard let name = node.texts("fields").first, let field = form.field(name) else {
      unknownField(node.texts("fields").first ?? "", node, form.fields)
      return nil
    }
    let target = reference.text("resource")
    guard let other = forms.first(where: { $0.name == target }) else {
      reference.report(
        "unknown-form",
        found: target,
        expected: LocalisedText(vi: "tên một biểu mẫu", en: "the name of a form")
      )
      return nil
    }
    guard let key = reference.texts("fields").first, other.field(key) != nil else {
      unknownField(reference.texts("fields").first ?? "", reference, other.fields)
      return nil
    }
    return ForeignKey(field: field, form: target, key: key)
  }
}
