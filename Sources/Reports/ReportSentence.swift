package import Diagnostics
package import Plan
package import Tables

/// The sentence that a report has on an indicator or target of a unit, with what may be published
/// only.
///
/// - Returns: The sentence; nil for figures of other years than the report's, and for those on which
///   it has none.
package func reportSentence(
  _ plan: Plan,
  ingest: IngestTables,
  clean: CleanTables,
  join: JoinTables,
  indicators: IndicatorTables,
  trends: TrendTables,
  figure: FigureKey.Figure,
  language: Language
) -> String? {
  let tables = DisclosedTables(
    plan,
    ingest: ingest,
    clean: clean,
    join: join,
    indicators: indicators,
    trends: trends
  )
  let context = ReportContext(plan: plan, language: language, tables: tables, records: [])
  switch figure {
  case .indicator(let id, let unit, context.year):
    return plan.indicator(id).flatMap { context.sentence($0, unit) }
  case .target(let id, let unit, context.year):
    // The marks are those of a page.
    return plan.targets.first { $0.id == id }
      .map { context.targetSentence($0, unit).replacing("**", with: "") }
  default: return nil
  }
}
