import Diagnostics
import Plan
import Tables

extension Explainer {
  /// The tree of a fact that is asked for by itself.
  func fact(
    _ id: String,
    _ unit: String,
    _ year: Int,
    _ category: String,
    _ lists: ToldLists
  ) -> Explanation? {
    let fact = factRows[.fact(id, unit: unit, year: year, category: category)]
    guard let fact, let element = plan.element(id) else { return nil }
    let tree = self.fact(fact, element, lists)
    let users = plan.indicators.filter { $0.elements.contains(id) }.map(\.id)
    let used =
      users.isEmpty
      ? [] : [Explanation(say(vi: "dùng cho: ", en: "used by: ") + users.joined(separator: ", "))]
    return Explanation(
      "\(reporterName(unit, in: year)) – \(tree.text)",
      [run] + used + tree.children
    )
  }

  /// A data element of a unit and year, the rows that it was made from, and what touches it.
  func fact(_ fact: FactRow, _ element: DataElement, _ lists: ToldLists) -> Explanation {
    var text = "\(element.id) (\(say(element.title))), \(fact.year)"
    if fact.category != FactRow.total { text += " [\(fact.category)]" }
    text += ": \(value(of: fact, element))"
    if fact.isPartial { text += say(vi: ", chưa đủ nguồn", en: ", some sources are missing") }
    let rows = Array(fact.sources)
    let shown = lists.rows.range(of: rows.count)
    var children = how(element).map { [Explanation($0)] } ?? []
    children += byFile(rows[shown], element, lists)
    if shown.count < rows.count {
      children.append(Explanation(paging(shown, of: rows.count)))
    }
    if rows.isEmpty { children += absence(fact, element) }
    children += remarks(fact, element, rows, lists)
    return Explanation(text, children)
  }

  private func paging(_ shown: Range<Int>, of count: Int) -> String {
    guard !shown.isEmpty else {
      return say(vi: "chỉ có \(count) hàng", en: "there are only \(count) rows")
    }
    let (first, last) = (shown.lowerBound + 1, shown.upperBound)
    return say(
      vi:
        "hàng \(first) đến \(last) trong \(count) hàng; xem tiếp bằng --page, hết bằng --rows all",
      en: "rows \(first) to \(last) of \(count); go on with --page, see all with --rows all"
    )
  }

  /// The fact's value in words, exact to the digit.
  func value(of fact: FactRow, _ element: DataElement) -> String {
    if let missing = fact.missing { return say(missing.label) }
    switch element.kind {
    case .flag:
      return fact.value.map { $0 == .zero ? say(vi: "không", en: "no") : say(vi: "có", en: "yes") }
        ?? ""
    case .code: return categoryLabel(fact.text, element)
    case .number:
      guard let value = fact.value else { return "" }
      return language == .vietnamese
        ? value.description.replacing(".", with: ",") : value.description
    }
  }

  private func categoryLabel(_ value: String, _ element: DataElement) -> String {
    guard case .field(_, let field) = element.source, let form = plan.form(element.form),
      let category = form.fields[field].categories.first(where: { $0.value == value })
    else { return value }
    return "\(say(category.label)) [\(value)]"
  }

  /// How rows of a register become the value; nil for a field of a form, which is read as it is.
  private func how(_ element: DataElement) -> String? {
    guard case .register(let aggregate) = element.source, let form = plan.form(element.form) else {
      return nil
    }
    let operation =
      switch aggregate.operation {
      case .count: say(vi: "đếm hàng", en: "rows counted")
      case .distinct: say(vi: "đếm giá trị khác nhau", en: "distinct values counted")
      case .sum: say(vi: "cộng", en: "summed")
      case .any: say(vi: "có hàng nào không", en: "whether there is a row")
      case .agreed: say(vi: "giá trị mà mọi hàng thống nhất", en: "value on which all rows agree")
      }
    var text = "\(say(form.title)): \(operation)"
    if let of = aggregate.of { text += " \(plan.name(of, form))" }
    if let condition = aggregate.condition {
      text += say(vi: ", với ", en: ", where ") + condition.text
    }
    switch aggregate.window {
    case .year: break
    case .plan:
      text += say(vi: ", từ năm \(plan.years.first)", en: ", since \(plan.years.first)")
    }
    return text
  }
}
