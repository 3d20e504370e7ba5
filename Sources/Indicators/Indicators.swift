internal import Boundaries
package import Plan
package import Tables

/// Computes indicators, targets and scores from facts, for every year up to the one evaluated.
package func indicators(
  _ plan: Plan,
  _ settings: RunSettings,
  _ join: JoinTables
) -> IndicatorTables {
  let years = plan.years.base...max(plan.years.base, settings.year)
  let facts = FactIndex(join.facts)
  let overlaps = KeyOverlaps(join.overlaps)
  let mixed = MixedYears(plan, years: years, join.facts, facts)
  let boundaries = settings.boundaries.map { Boundaries(on: $0, of: plan) }
  var rows: [IndicatorRow] = []
  for indicator in plan.indicators {
    let measure = Measure(plan, indicator, facts, overlaps, mixed)
    for year in years where measure.isDue(in: year) {
      rows += measure.rows(in: year, at: boundaries)
    }
  }
  let targets = targetRows(plan, years: years, indicators: rows)
  return IndicatorTables(
    indicators: rows,
    targets: targets,
    scores: scoreRows(plan, years: years, facts: facts)
  )
}
