package import Diagnostics
package import Plan
package import Tables

/// The sentence that a report has on an indicator of a unit, with what may be published only.
///
/// - Returns: The sentence; nil for an indicator that the plan does not have.
package func reportSentence(
  _ plan: Plan,
  ingest: IngestTables,
  clean: CleanTables,
  join: JoinTables,
  indicators: IndicatorTables,
  trends: TrendTables,
  indicator: String,
  unit: String,
  language: Language
) -> String? {
  guard let indicator = plan.indicator(indicator) else { return nil }
  let tables = DisclosedTables(
    plan,
    ingest: ingest,
    clean: clean,
    join: join,
    indicators: indicators,
    trends: trends
  )
  return ReportContext(plan: plan, language: language, tables: tables, records: [])
    .sentence(indicator, unit)
}
