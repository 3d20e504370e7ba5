internal import Boundaries
internal import Parallel
package import Plan
package import Tables

/// Computes indicators, targets and scores from facts, for every year up to the one evaluated.
///
/// - Parameters:
///   - plan: The plan.
///   - settings: What is evaluated.
///   - join: The facts of all years.
///   - jobs: The most threads; the tables are the same with any number.
/// - Returns: The tables of the stage.
package func indicators(
  _ plan: Plan,
  _ settings: RunSettings,
  _ join: JoinTables,
  jobs: Int = 1
) -> IndicatorTables {
  let years = plan.years.base...max(plan.years.base, settings.year)
  let facts = FactIndex(join.facts)
  let overlaps = KeyOverlaps(join.overlaps)
  let mixed = MixedYears(plan, ChangingYears(plan, years), join.facts, facts)
  let boundaries = settings.boundaries.map { Boundaries(on: $0, of: plan) }
  let due = plan.indicators.flatMap { indicator in
    let measure = Measure(plan, indicator, facts, overlaps, mixed)
    return years.filter(measure.isDue).map { (measure: measure, year: $0) }
  }
  let rows: [IndicatorRow] = parallelRanges(
    due.count,
    of: 1,
    jobs: jobs,
    // At other boundaries, or of other years, there may be more or fewer.
    expecting: due.count * (plan.members(in: settings.year).count + 1)
  ) { places, rows in
    for place in places {
      due[place].measure.addRows(in: due[place].year, at: boundaries, to: &rows)
    }
  }
  let targets = targetRows(plan, years: years, indicators: rows)
  return IndicatorTables(
    indicators: rows,
    targets: targets,
    scores: scoreRows(plan, years: years, facts: facts)
  )
}
