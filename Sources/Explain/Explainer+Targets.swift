import Diagnostics
import Plan
import Tables

extension Explainer {
  func headline(_ row: TargetRow, _ target: Target) -> String {
    let status = say(row.status.label)
    return "\(say(vi: "mục tiêu", en: "target")) \(target.id), \(say(target.title)): \(status)"
  }

  /// The tree of a target's status, with that of the figure which decides it.
  func target(
    _ id: String,
    _ unit: String,
    _ year: Int,
    sentence: String,
    _ lists: ToldLists
  ) -> Explanation? {
    guard let target = plan.targets.first(where: { $0.id == id }),
      let row = targets[RowKey(id: id, unit: unit, year: year)],
      let indicator = plan.indicator(row.indicator)
    else { return nil }
    var children = [run]
    if !sentence.isEmpty {
      children.append(Explanation("\(say(vi: "trong báo cáo", en: "in the report")): \(sentence)"))
    }
    children.append(clause(target.clause))
    children += [asked(target, row, indicator), decided(row, indicator)].map { Explanation($0) }
    if let figure = self.row(row.indicator, unit, year) {
      children.append(
        Explanation(headline(figure, indicator), parts(figure, indicator, lists))
      )
    }
    if let base = self.row(row.indicator, unit, plan.years.base), year != plan.years.base {
      children.append(Explanation(headline(base, indicator)))
    }
    return Explanation("\(headline(row, target)) – \(unitName(unit, in: year)), \(year)", children)
  }

  private func asked(_ target: Target, _ row: TargetRow, _ indicator: Indicator) -> String {
    var text = "\(say(vi: "kế hoạch yêu cầu", en: "the plan asks")): \(say(target.title))"
    text += " [\(target.form.rawValue), \(target.when.rawValue)]"
    if let value = row.targetValue { text += ", \(number(value)) \(say(indicator.unit))" }
    if let reading = target.reading {
      text += "; \(say(vi: "hiểu là", en: "read as")): \(say(reading.title))"
    }
    return text
  }

  /// What decided the status, and between which the reports leave it open.
  private func decided(_ row: TargetRow, _ indicator: Indicator) -> String {
    let evidence = row.evidence
    var parts: [String] = []
    switch evidence.rule {
    case .value: parts.append(say(vi: "theo giá trị của năm", en: "by the value of the year"))
    case .history:
      parts.append(say(vi: "theo cả các năm trước", en: "by the years before it, too"))
    case .linearPace:
      parts.append(
        say(vi: "theo đường thẳng từ năm gốc", en: "by a straight line from the base year")
      )
    case nil: break
    }
    if let due = evidence.due {
      parts.append(
        say(vi: "đến năm này cần ", en: "due by this year: ") + rounded(due, indicator)
      )
    }
    if let since = row.since { parts.append(say(vi: "từ năm \(since)", en: "since \(since)")) }
    if row.worst != row.best {
      let (worst, best) = (say(row.worst.label), say(row.best.label))
      parts.append(
        say(
          vi: "khi đủ báo cáo: xấu nhất \(worst), tốt nhất \(best)",
          en: "once all have reported: at worst \(worst), at best \(best)"
        )
      )
    }
    if !evidence.dissent.isEmpty {
      parts.append(
        say(vi: "quy tắc công bố nói khác: ", en: "published rules that differ: ")
          + evidence.dissent
      )
    }
    let text = parts.isEmpty ? say(row.status.label) : parts.joined(separator: "; ")
    return "\(say(vi: "căn cứ", en: "decided")): \(text)"
  }

  /// An indicator of a unit year by year; each year's own key leads on.
  func series(_ id: String, _ unit: String, _ years: ClosedRange<Int>) -> Explanation? {
    guard let indicator = plan.indicator(id) else { return nil }
    let rows = years.compactMap { row(id, unit, $0) }
    guard let last = rows.last else { return nil }
    let name = unitName(unit, in: last.year)
    let points = rows.map { row in
      let key = FigureKey(.indicator(id, unit: unit, year: row.year), of: settings).text
      return Explanation("\(row.year): \(figure(row, indicator)) [\(key)]")
    }
    return Explanation(
      "\(say(indicator.title)), \(name), \(years.lowerBound)–\(years.upperBound)",
      [run] + indicator.clauses.map(clause) + points
    )
  }

  /// A unit's own and official score and class by a sheet.
  func score(_ id: String, _ unit: String, _ year: Int, _ lists: ToldLists) -> Explanation? {
    guard let sheet = plan.sheets.first(where: { $0.id == id }),
      tables.indicators.scores.contains(where: {
        $0.sheet == id && $0.unit == unit && $0.year == year
      })
    else { return nil }
    let elements = [
      sheet.own.score, sheet.own.category, sheet.official.score, sheet.official.category,
    ]
    let facts = elements.compactMap { id -> Explanation? in
      guard let element = plan.element(id),
        let fact = self.facts.fact(id, unit: unit, year: year)
      else { return nil }
      return self.fact(fact, element, lists)
    }
    let source = say(sheet.source)
    let name = reporterName(unit, in: year)
    return Explanation(
      "\(say(sheet.title)), \(name), \(year)",
      [run] + (source.isEmpty ? [] : [Explanation(source)]) + facts
    )
  }

  /// What a sender sent of a form for a year.
  func reporting(_ name: String, _ sender: String, _ year: Int) -> Explanation? {
    let row = tables.join.reporting.first {
      $0.form == name && $0.sender == sender && $0.year == year
    }
    guard let row, let form = plan.form(name) else { return nil }
    var children = [run]
    if let due = row.due {
      children.append(Explanation("\(say(vi: "hạn", en: "due")): \(date(due))"))
    }
    children.append(
      Explanation(
        say(
          vi: "có \(row.unitsReported) trong \(row.unitsExpected) đơn vị",
          en: "\(row.unitsReported) of \(row.unitsExpected) units are in it"
        )
      )
    )
    children += sent(form, sender, year)
    let text = "\(say(form.title)), \(senderName(sender, in: year)), \(year)"
    return Explanation("\(text): \(say(row.status.label))", children)
  }
}

extension ReportingRow.Status {
  fileprivate var label: LocalisedText {
    switch self {
    case .onTime: LocalisedText(vi: "đúng hạn", en: "on time")
    case .late: LocalisedText(vi: "muộn", en: "late")
    case .missing: LocalisedText(vi: "chưa gửi", en: "nothing came")
    case .setAside: LocalisedText(vi: "có tệp nhưng không dùng được", en: "no usable file")
    }
  }
}
