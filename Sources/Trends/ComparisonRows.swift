import Plan
import Tables

/// Each member unit beside the value over all units, in the year evaluated.
///
/// A unit counts as higher or lower only if its interval leaves out the value over all units; a
/// condition that holds or not has nothing to compare.
func comparisonRows(_ plan: Plan, year: Int, indicators: [IndicatorRow]) -> [ComparisonRow] {
  var rows: [ComparisonRow] = []
  for indicator in plan.indicators where indicator.place == .members && indicator.isProportion {
    guard case .ratio = indicator.formula else { continue }
    let ofYear = indicators.filter { $0.indicator == indicator.id && $0.year == year }
    let overall = ofYear.first { $0.unit == plan.unit }?.value
    for row in ofYear where row.unit != plan.unit {
      rows.append(
        ComparisonRow(
          indicator: indicator.id,
          unit: row.unit,
          year: year,
          value: row.value,
          lower: row.lower,
          upper: row.upper,
          overall: overall,
          position: position(row, overall)
        )
      )
    }
  }
  return rows
}

private func position(_ row: IndicatorRow, _ overall: Double?) -> ComparisonRow.Position {
  guard let overall, let lower = row.lower, let upper = row.upper, row.reported == row.expected
  else { return .notCompared }
  if lower > overall { return .higher }
  return upper < overall ? .lower : .notDistinguishable
}
