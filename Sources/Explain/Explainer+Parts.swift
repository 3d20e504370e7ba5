import Boundaries
import Diagnostics
import Plan
import Tables

extension Explainer {
  /// What the number is made of: its own facts, or those of the units that it sums.
  func parts(
    _ row: IndicatorRow,
    _ indicator: Indicator,
    _ question: ExplainQuestion
  ) -> [Explanation] {
    // Units that began within the year count where they have figures.
    let units = YearUnits(plan, row.year)
    let members = units.all.map(\.key).filter { key in
      !units.isLater(key)
        || indicator.elements.contains { facts.fact($0, unit: key, year: row.year) != nil }
    }
    if row.unit != plan.unit {
      let isMixed = members.contains(where: units.isLater)
      let start = CalendarDate(year: row.year, month: 1, day: 1)
      guard let day = tables.ingest.settings.boundaries ?? (isMixed ? start : nil) else {
        return facts(indicator, row.unit, row.year, question)
      }
      let boundaries = Boundaries(on: day, of: plan)
      let all = MemberLinks(plan, year: row.year, boundaries, withLater: isMixed)
      let links = all.links(to: row.unit)
      let counted = links.filter { $0.isCounted(usingEstimates: plan.usesEstimatedShares) }
      return links.map { link in
        let key = all.key(of: link)
        return Explanation(
          "\(reporterName(key, in: row.year)): \(amount(link.amount))",
          facts(indicator, key, row.year, question)
        )
      } + recounted(indicator, over: counted.map(all.key), row.year)
    }
    let own = facts(indicator, plan.unit, row.year, question)
    guard own.isEmpty else { return own }
    return members.map { unit in
      let name = reporterName(unit, in: row.year)
      return Explanation(
        "\(name)\(value(indicator, unit, row.year))",
        facts(indicator, unit, row.year, question)
      )
    } + recounted(indicator, over: members, row.year)
  }

  private func value(_ indicator: Indicator, _ unit: String, _ year: Int) -> String {
    guard let row = row(indicator.id, unit, year) else { return "" }
    guard let value = row.numerator ?? row.value else {
      return row.missing.map { ": \(say($0.label))" } ?? ""
    }
    return row.denominator.map { ": \(number(value)) / \(number($0))" } ?? ": \(number(value))"
  }

  private func amount(_ amount: Link.Amount) -> String {
    switch amount {
    case .whole: say(vi: "toàn bộ", en: "all of it")
    case .part(let share, let isEstimate):
      say(
        vi: "một phần (\(share)\(isEstimate ? ", ước tính" : ""))",
        en: "a part (\(share)\(isEstimate ? ", an estimate" : ""))"
      )
    case .unknown: say(vi: "không rõ phần nào", en: "nobody knows which part")
    }
  }

  /// The facts of the indicator's data elements for a unit, in all years that its formula names.
  private func facts(
    _ indicator: Indicator,
    _ unit: String,
    _ year: Int,
    _ question: ExplainQuestion
  ) -> [Explanation] {
    indicator.elements.flatMap { id -> [Explanation] in
      guard let element = plan.element(id) else { return [] }
      return years(of: id, indicator, year).compactMap { year in
        facts.fact(id, unit: unit, year: year).map { fact($0, element, question) }
      }
    }
  }

  private func years(of element: String, _ indicator: Indicator, _ year: Int) -> [Int] {
    let expressions: [Expression] =
      switch indicator.formula {
      case .ratio(let numerator, let denominator, _): [numerator, denominator]
      case .units(let condition): [condition]
      case .count(let value): [value]
      }
    let texts = expressions.filter { $0.references.contains(element) }.map(\.text)
    var years = [year]
    if texts.contains(where: { $0.contains("previous(\(element))") }) { years.append(year - 1) }
    if texts.contains(where: { $0.contains("base(\(element))") }) { years.append(plan.years.base) }
    return years
  }

  private func fact(
    _ fact: FactRow,
    _ element: DataElement,
    _ question: ExplainQuestion
  ) -> Explanation {
    var text = "\(element.id) (\(say(element.title))), \(fact.year): "
    text += fact.missing.map { say($0.label) } ?? fact.value.map(\.description) ?? fact.text
    if fact.isPartial { text += say(vi: ", chưa đủ nguồn", en: ", some sources are missing") }
    let rows = SourceRow.list(fact.sources)
    let most = question.rowsAtMost ?? .max
    var children = byFile(rows.prefix(most), element)
    if rows.count > most {
      let left = rows.count - most
      children.append(
        Explanation(
          say(
            vi: "… và \(left) hàng nữa; xem hết bằng --rows all",
            en: "… and \(left) more rows; see all with --rows all"
          )
        )
      )
    }
    if rows.isEmpty, fact.missing == nil { children.append(noRow(fact, element, most)) }
    children += remarks(fact, rows)
    return Explanation(text, children)
  }
}
