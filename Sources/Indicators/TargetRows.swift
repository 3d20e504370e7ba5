import Diagnostics
import Plan
import Tables

/// What every target stands at, for every unit and each of the plan's years.
func targetRows(
  _ plan: Plan,
  years: ClosedRange<Int>,
  indicators: [IndicatorRow]
) -> [TargetRow] {
  var rows: [TargetRow] = []
  for target in plan.targets {
    guard let indicator = plan.indicator(target.indicator) else { continue }
    let judge = TargetJudge(target: target, direction: indicator.direction, years: plan.years)
    var series = Dictionary(
      grouping: indicators.filter { $0.indicator == indicator.id },
      by: \.unit
    )
    if target.form == .keepBase {
      series[plan.unit] = keptOfBase(plan, years: years, series)
    }
    for unit in series.keys.sorted() {
      let history = TargetHistory(judge: judge, rows: series[unit] ?? [], isUnit: unit != plan.unit)
      for year in years where year >= plan.years.first {
        if let row = history.row(plan, unit: unit, year: year) { rows.append(row) }
      }
    }
  }
  return rows
}

/// The plan's unit for "keep what was had": of the units that fulfilled the indicator in the base
/// year, those that still do.
///
/// A unit whose base year is not known belongs to neither; it opens the bounds instead.
private func keptOfBase(
  _ plan: Plan,
  years: ClosedRange<Int>,
  _ series: [String: [IndicatorRow]]
) -> [IndicatorRow] {
  years.compactMap { year in
    guard let whole = series[plan.unit]?.first(where: { $0.year == year }) else { return nil }
    var row = whole
    var (kept, lost, open) = (0.0, 0.0, 0.0)
    for unit in series.keys.sorted() where unit != plan.unit {
      let rows = series[unit] ?? []
      let base = rows.first { $0.year == plan.years.base }
      let now = rows.first { $0.year == year }
      guard base?.numerator != 0 || base?.missing != nil else { continue }
      if base?.numerator == nil || now?.numerator == nil || base?.missing != nil {
        open += 1
      } else if now?.numerator == 1 {
        kept += 1
      } else {
        lost += 1
      }
    }
    row.numerator = kept
    row.denominator = kept + lost
    row.value = kept + lost > 0 ? kept / (kept + lost) * 100 : nil
    row.missing = kept + lost > 0 ? nil : open > 0 ? .notReported : .noCase
    row.expected = Int(kept + lost + open)
    row.reported = Int(kept + lost)
    row.worst = row.expected > 0 ? kept / Double(row.expected) * 100 : nil
    row.best = row.expected > 0 ? (kept + open) / Double(row.expected) * 100 : nil
    return row
  }
}
