import Clean
import Diagnostics
import Indicators
import Ingest
import Join
import Plan
import Reports
package import Tables
import Trends

/// The stages as both the whole run and the stage executables call them.
enum StageRun {
  static func ingest(_ plan: Plan, _ options: IngestOptions) throws(PipelineFailure) -> IngestTables
  {
    do {
      return try Ingest.ingest(plan, options: options)
    } catch {
      throw .ingest(error)
    }
  }

  /// Types the records, and proves that no row was lost.
  static func clean(_ plan: Plan, _ ingest: IngestTables) throws(PipelineFailure) -> CleanTables {
    let tables = Clean.clean(plan, ingest)
    let open = tables.accounts.filter { !$0.closes }
    guard open.isEmpty else { throw .openAccount(open) }
    return tables
  }

  static func join(_ plan: Plan, _ ingest: IngestTables, _ clean: CleanTables) -> JoinTables {
    Join.join(plan, ingest, clean)
  }

  static func indicators(
    _ plan: Plan,
    _ settings: RunSettings,
    _ join: JoinTables
  ) -> IndicatorTables {
    Indicators.indicators(plan, settings, join)
  }

  static func trends(
    _ plan: Plan,
    _ settings: RunSettings,
    _ indicators: IndicatorTables
  ) -> TrendTables {
    Trends.trends(plan, settings, indicators)
  }

  static func report(_ plan: Plan, _ tables: RunTables, _ language: Language) -> [StageFile] {
    Reports.report(
      plan,
      ingest: tables.ingest,
      clean: tables.clean,
      join: tables.join,
      indicators: tables.indicators,
      trends: tables.trends,
      language: language
    )
    .map { StageFile(name: $0.path, bytes: $0.bytes) }
  }

  /// Folder of the reports of a plan and year.
  static func reportFolder(_ reports: String, _ settings: RunSettings) -> String {
    "\(withoutSlash(reports))/\(settings.plan)/\(settings.year)"
  }
}

/// The tables of all stages.
package struct RunTables: Sendable {
  package var ingest: IngestTables
  package var clean: CleanTables
  package var join: JoinTables
  package var indicators: IndicatorTables
  package var trends: TrendTables
}
