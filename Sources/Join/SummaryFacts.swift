import Diagnostics
import Plan
import Tables
import VietnameseText

/// Facts of the fields of summary forms: one for each unit and year in which the form is due.
func summaryFacts(
  _ plan: Plan,
  years: ClosedRange<Int>,
  records: [String: TypedRecords],
  reports: YearReports
) -> [FactRow] {
  var facts: [FactRow] = []
  for form in plan.forms where form.kind == .summary {
    let elements = plan.elements.filter { $0.form == form.name }
    let rows = rowsByUnit(records[form.name])
    for year in years where form.years.contains(year) {
      let units =
        form.covers == .plan ? [plan.unit] : reports.expected(form, in: year)?.all ?? []
      for unit in units {
        let own = rows[UnitYear(unit: unit, year: year)] ?? []
        for element in elements {
          guard case .field(_, let field) = element.source else { continue }
          let figures = byPart(own, records[form.name]).map { rows in
            let row = records[form.name].flatMap { giving(field, rows, $0) }
            return fact(element, unit, year, records[form.name], row: row, field: field)
          }
          facts.append(wholeFact(of: figures, plan.yearRule(element)))
        }
      }
    }
  }
  return facts
}

/// Rows of a unit by the part of the year that they state, in order of time; one group as a rule.
private func byPart(_ rows: [Int], _ records: TypedRecords?) -> [[Int]] {
  guard rows.count > 1, let records, rows.contains(where: { records.parts[$0] != nil }) else {
    return [rows]
  }
  return Dictionary(grouping: rows) { records.parts[$0]?.description ?? "" }
    .sorted { order($0.key) < order($1.key) }.map(\.value)
}

/// Place of a stated part in the year, by its last month.
private func order(_ part: String) -> (Int, String) {
  guard case .months(let months)? = PartOfYear(part) else {
    return (part == "before" ? 0 : 12, part)
  }
  return (months.upperBound, part)
}

private struct UnitYear: Hashable {
  var unit: String
  var year: Int
}

/// The first of some rows that says something of a field, else the first.
private func giving(_ field: Int, _ rows: [Int], _ records: TypedRecords) -> Int? {
  guard records.columns.indices.contains(field) else { return rows.first }
  return rows.first { records.columns[field].missing($0) != .notReported } ?? rows.last
}

/// The rows that speak of a unit and year: one whole row, which clean leaves, behind rows of one
/// figure each.
private func rowsByUnit(_ records: TypedRecords?) -> [UnitYear: [Int]] {
  var rows: [UnitYear: [Int]] = [:]
  guard let records else { return rows }
  for row in 0..<records.count {
    let key = UnitYear(unit: records.units[row], year: records.years[row])
    rows[key, default: []].append(row)
  }
  return rows
}

private func fact(
  _ element: DataElement,
  _ unit: String,
  _ year: Int,
  _ records: TypedRecords?,
  row: Int?,
  field: Int
) -> FactRow {
  var fact = FactRow(
    element: element.id,
    unit: unit,
    year: year,
    category: FactRow.total,
    text: "",
    isPartial: false,
    sources: []
  )
  guard let records, let row, records.columns.indices.contains(field) else {
    fact.missing = .notReported
    return fact
  }
  let column = records.columns[field]
  fact.sources = [SourceRow(file: records.files[row], line: records.lines[row])]
  fact.missing = column.missing(row)
  switch element.kind {
  case .number: fact.value = column.number(row)
  case .flag: fact.value = column.flag(row).map { FixedDecimal($0 ? 1 : 0) }
  case .code: fact.text = column.text(row) ?? ""
  }
  return fact
}
