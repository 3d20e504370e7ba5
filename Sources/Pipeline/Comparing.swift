package import Plan
package import Tables
package import Trends

/// The member units beside each other, from the tables of a workspace.
///
/// - Parameters:
///   - plan: The plan.
///   - workspace: The workspace of a run.
///   - indicator: The indicator.
///   - first: First year; nil for the base year.
///   - last: Last year; nil for the year evaluated.
///   - units: Codes of the units that are listed; nil for all.
/// - Returns: The comparison, and the settings of the run that it was made from.
/// - Throws: When the workspace lacks a table or was made from another plan.
package func compare(
  _ plan: Plan,
  workspace: String,
  _ indicator: Indicator,
  from first: Int?,
  to last: Int?,
  units: Set<String>?
) throws(PipelineFailure) -> (comparison: UnitComparison, settings: RunSettings) {
  let plan = try workspacePlan(plan, in: workspace)
  let tables = try runTables(plan, from: workspace)
  let evaluated = max(tables.ingest.settings.year, plan.years.base)
  let end = max(min(last ?? evaluated, evaluated), plan.years.base)
  let start = min(max(first ?? plan.years.base, plan.years.base), end)
  let comparison = UnitComparison(
    plan,
    indicator,
    tables.indicators.indicators,
    years: start...end,
    only: units
  )
  return (comparison, tables.ingest.settings)
}
