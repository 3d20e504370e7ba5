internal import Diagnostics
internal import Plan
internal import Tables

/// `{{register}}`: the rows of a register as they were sent, up to the year reported.
extension ReportContext {
  func registerBlock(_ name: String) -> String {
    guard let position = plan.forms.firstIndex(where: { $0.name == name }),
      position < records.count
    else { return "" }
    let form = plan.forms[position]
    let rows = records[position]
    // Each row of such a register is a case or a person; a list of them would count them.
    guard !Sensitivity(plan: plan, files: tables.files).countsCases(name),
      rows.columns.count == form.fields.count
    else { return say(MissingReason.suppressed.label) + " \(Self.hiddenMark)." }
    let shown = (0..<rows.count).filter { rows.years[$0] <= year }.sorted {
      (reporterName(rows.units[$0]), rows.years[$0], $0) < (
        reporterName(rows.units[$1]), rows.years[$1], $1
      )
    }
    let fields = form.fields.indices.filter {
      ![.key, .unit, .year].contains(form.fields[$0].role)
    }
    return Markdown.table(
      [say(vi: "Đơn vị", en: "Unit"), say(vi: "Năm", en: "Year")]
        + fields.map { say(form.fields[$0].title) },
      aligned: [.left, .right] + fields.map { isNumber(form.fields[$0]) ? .right : .left },
      shown.map { row in
        [reporterName(rows.units[row]), String(rows.years[row])]
          + fields.map { cell(rows.columns[$0], row, form.fields[$0]) }
      }
    )
  }

  private func isNumber(_ field: Field) -> Bool { field.type == .integer || field.type == .number }

  private func cell(_ column: TypedColumn, _ row: Int, _ field: Field) -> String {
    if let reason = column.missing(row) {
      return reason == .notApplicable ? "" : say(reason.label)
    }
    if let number = column.number(row) { return numbers.short(number.double) }
    if let flag = column.flag(row) {
      return flag ? say(vi: "có", en: "yes") : say(vi: "không", en: "no")
    }
    if let date = column.date(row) { return numbers.date(date) }
    guard let text = column.text(row) else { return "" }
    let label = field.categories.first { $0.value == text }?.label
    return label.map { say($0) } ?? Markdown.escaped(text, limit: 1000)
  }
}

/// `{{units}}`: what the member units stand at, for indicators that may have no figure over them.
extension ReportContext {
  func unitsBlock(_ clauses: [String]) -> String {
    let years = plan.years.base...max(plan.years.base, year)
    let rows = plan.indicators
      .filter { indicator in
        indicator.clauses.contains { own in clauses.contains { Self.isClause(own, within: $0) } }
      }
      .flatMap { indicator in
        members.flatMap { unit in
          years.compactMap { year -> [String]? in
            guard let row = self.indicator(indicator.id, unit.code, year),
              row.value != nil || row.missing == .conflict || row.missing == .suppressed
            else { return nil }
            return [
              say(indicator.title), unit.name, String(year), figure(row, indicator),
              isYesOrNo(indicator, unit.code) ? "–" : say(indicator.unit),
            ]
          }
        }
      }
    guard !rows.isEmpty else { return say(MissingReason.notReported.label) + "." }
    return Markdown.table(
      [
        say(vi: "Chỉ tiêu", en: "Indicator"), say(vi: "Đơn vị", en: "Unit"),
        say(vi: "Năm", en: "Year"), say(vi: "Giá trị", en: "Value"),
        say(vi: "Đơn vị tính", en: "Unit of measure"),
      ],
      aligned: [.left, .left, .right, .right, .left],
      rows
    )
  }
}
