package import Plan
package import Tables

/// Targets as they may be shown: what counts of persons would give away is suppressed.
package func publishedTargets(
  _ plan: Plan,
  ingest: IngestTables,
  clean: CleanTables,
  join: JoinTables,
  indicators: IndicatorTables,
  trends: TrendTables
) -> [TargetRow] {
  DisclosedTables(
    plan,
    ingest: ingest,
    clean: clean,
    join: join,
    indicators: indicators,
    trends: trends
  )
  .targets
}
