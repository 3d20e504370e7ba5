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
    var series = Dictionary(
      grouping: indicators.filter { $0.indicator == indicator.id },
      by: \.unit
    )
    if target.form == .keepBase {
      series[plan.unit] = keptOfBase(
        plan,
        years: years,
        series[plan.unit] ?? [],
        of: series.keys.sorted().filter { $0 != plan.unit }.map { series[$0] ?? [] }
      )
    }
    for unit in series.keys.sorted() {
      let isUnit = unit != plan.unit
      let judge = TargetJudge(
        target: target,
        indicator: indicator,
        years: plan.years,
        isYesOrNo: isYesOrNo(indicator, plan, isUnit: isUnit)
      )
      let history = TargetHistory(judge: judge, rows: series[unit] ?? [], isUnit: isUnit)
      for year in years where year >= plan.years.first {
        if let row = history.row(plan, unit: unit, year: year) { rows.append(row) }
      }
    }
  }
  return rows
}

/// Whether the indicator's figure is the yes or no of one unit.
func isYesOrNo(_ indicator: Indicator, _ plan: Plan, isUnit: Bool) -> Bool {
  switch indicator.formula {
  case .units: isUnit
  case .count:
    !indicator.elements.isEmpty
      && indicator.elements.allSatisfy { plan.element($0)?.kind == .flag }
      && (isUnit || indicator.place == .plan)
  case .ratio: false
  }
}

/// A unit of several members for "keep what was had": of the units that fulfilled the indicator in the base
/// year, those that still do.
///
/// A unit whose base year is not known belongs to neither; it opens the bounds instead.
///
/// - Parameters:
///   - plan: The plan.
///   - years: The years.
///   - rows: The unit's rows.
///   - members: The rows of each of its members.
/// - Returns: The unit's rows, in which only such members count.
func keptOfBase(
  _ plan: Plan,
  years: ClosedRange<Int>,
  _ rows: [IndicatorRow],
  of members: [[IndicatorRow]]
) -> [IndicatorRow] {
  years.compactMap { year in
    guard let whole = rows.first(where: { $0.year == year }) else { return nil }
    if whole.missing == .notApplicable { return whole }
    var row = whole
    var (kept, lost, open) = (0.0, 0.0, 0.0)
    for rows in members {
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
    let isKnown = kept + lost > 0
    row.numerator = isKnown ? kept : nil
    row.denominator = isKnown ? kept + lost : nil
    row.value = isKnown ? kept / (kept + lost) * 100 : nil
    // Where only the base year is unknown, the year itself was reported.
    row.missing = isKnown ? nil : open > 0 ? (whole.reported == 0 ? whole.missing : nil) : .noCase
    row.expected = Int(kept + lost + open)
    row.reported = Int(kept + lost)
    row.worst = row.expected > 0 ? kept / Double(row.expected) * 100 : nil
    row.best = row.expected > 0 ? (kept + open) / Double(row.expected) * 100 : nil
    return row
  }
}
