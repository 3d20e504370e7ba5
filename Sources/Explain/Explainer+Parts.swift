import Boundaries
import Diagnostics
import Plan
import Tables

extension Explainer {
  /// What the number is made of: its own facts, or those of the units that it sums.
  func parts(_ row: IndicatorRow, _ indicator: Indicator, _ lists: ToldLists) -> [Explanation] {
    let later = laterReporters(of: indicator, in: row.year)
    if row.unit != plan.unit {
      guard settings.boundaries != nil || !later.isEmpty, let all = links[row.year] else {
        return facts(indicator, row.unit, row.year, lists)
      }
      let links = all.links(to: row.unit).filter { link in
        let key = all.key(of: link)
        return years[row.year]?.isLater(key) != true || later.contains(key)
      }
      return carried(row, indicator, links.map { ($0, all.key(of: $0)) }, lists)
    }
    if indicator.place == .plan {
      let own = facts(indicator, plan.unit, row.year, lists)
      guard own.isEmpty else { return own }
    }
    let codes = (years[row.year]?.first.map(\.key) ?? []) + later
    let listed = codes.prefix(lists.parts)
    var members = listed.map { unit in
      let name = reporterName(unit, in: row.year)
      return Explanation(
        "\(name)\(value(indicator, unit, row.year))",
        facts(indicator, unit, row.year, lists)
      )
    }
    if listed.count < codes.count {
      let (shown, all) = (listed.count, codes.count)
      // Other units are evaluated than those that reported where boundaries or the year changed them.
      let haveFigures = settings.boundaries == nil && later.isEmpty
      let one =
        haveFigures
        ? LocalisedText(vi: "xem một đơn vị bằng --unit, ", en: "see one with --unit, ")
        : LocalisedText(vi: "", en: "")
      members.append(
        Explanation(
          say(
            vi: "\(shown) trong \(all) đơn vị; \(one.vietnamese)xem hết bằng --parts all",
            en: "\(shown) of \(all) units; \(one.english)see all with --parts all"
          )
        )
      )
    }
    let unplaced = facts(indicator, FactRow.unplaced, row.year, lists)
    let nowhere =
      unplaced.isEmpty
      ? [] : [Explanation(reporterName(FactRow.unplaced, in: row.year), unplaced)]
    return members + recounted(indicator, over: codes, row.year) + nowhere
  }

  /// The value of a unit that reported; at other boundaries its row is another unit's.
  private func value(_ indicator: Indicator, _ unit: String, _ year: Int) -> String {
    guard settings.boundaries == nil, let row = row(indicator.id, unit, year) else { return "" }
    guard let value = row.numerator ?? row.value else {
      return row.missing.map { ": \(say($0.label))" } ?? ""
    }
    return row.denominator.map { ": \(number(value)) / \(number($0))" } ?? ": \(number(value))"
  }

  /// The data elements of an indicator with the years from which its formula takes them.
  func operands(of indicator: Indicator, in year: Int) -> [(element: String, year: Int)] {
    let expressions: [Expression] =
      switch indicator.formula {
      case .ratio(let numerator, let denominator, _): [numerator, denominator]
      case .units(let condition): [condition]
      case .count(let value): [value]
      }
    var years: [String: Set<Int>] = [:]
    for expression in expressions {
      for operand in expression.operands {
        let taken =
          switch operand.moment {
          case .current: year
          case .previous: year - 1
          case .base: plan.years.base
          }
        years[expression.references[operand.reference], default: []].insert(taken)
      }
    }
    return years.keys.sorted().flatMap { id in
      (years[id] ?? []).sorted(by: >).map { (id, $0) }
    }
  }

  /// The facts of the indicator's data elements for a unit, in all years that its formula names.
  func facts(
    _ indicator: Indicator,
    _ unit: String,
    _ year: Int,
    _ lists: ToldLists
  ) -> [Explanation] {
    operands(of: indicator, in: year).compactMap { id, year in
      guard let element = plan.element(id), let fact = facts.fact(id, unit: unit, year: year)
      else { return nil }
      return self.fact(fact, element, lists)
    }
  }
}

extension Explainer {
  /// The units that came together in one of other boundaries, by which changes, and their facts.
  private func carried(
    _ row: IndicatorRow,
    _ indicator: Indicator,
    _ links: [(link: Link, key: String)],
    _ lists: ToldLists
  ) -> [Explanation] {
    guard !links.isEmpty else {
      return [
        Explanation(
          say(
            vi: "không đơn vị nào đã báo cáo thuộc về đơn vị này",
            en: "no unit that reported belongs to this one"
          )
        )
      ]
    }
    let counted = links.filter { $0.link.isCounted(usingEstimates: plan.usesEstimatedShares) }
    let units = links.map { link, key in
      Explanation(
        "\(reporterName(key, in: row.year)) (\(key)): \(amount(link.amount))",
        steps(link).map { Explanation($0) } + facts(indicator, key, row.year, lists)
      )
    }
    return units + recounted(indicator, over: counted.map(\.key), row.year)
  }

  /// Units that began within a year and have a figure of the indicator.
  private func laterReporters(of indicator: Indicator, in year: Int) -> [String] {
    (years[year]?.later.map(\.key) ?? []).filter { key in
      indicator.elements.contains { facts.fact($0, unit: key, year: year) != nil }
    }
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

  /// The changes between a unit that reported and the one of other boundaries that it came to.
  private func steps(_ link: Link) -> [String] {
    let isForward = link.source.since < link.target.since
    let (earlier, later) =
      isForward ? (link.source, link.target) : (link.target, link.source)
    return way(from: earlier.code, after: earlier.since, to: later).map(step)
  }

  /// Changes by which a unit became another one; days are `yyyy-mm-dd`, which sort as days do.
  private func way(from code: String, after day: String, to target: UnitKey) -> [UnitChange] {
    for change in plan.unitChanges where change.from == code && change.date.description > day {
      if change.to == target.code, change.date.description == target.since { return [change] }
      let rest = way(from: change.to, after: change.date.description, to: target)
      if !rest.isEmpty { return [change] + rest }
    }
    return []
  }

  private func step(_ change: UnitChange) -> String {
    var text = "\(say(change.kind.label)) \(date(change.date)): \(change.from) → \(change.to)"
    if !change.share.isWhole {
      text += ", \(say(vi: "phần", en: "share")) \(change.share) [\(change.basis.rawValue)"
      text += change.isEstimate ? say(vi: ", ước tính]", en: ", an estimate]") : "]"
    }
    return change.source.isEmpty ? text : "\(text); \(change.source)"
  }
}
