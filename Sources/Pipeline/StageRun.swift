import Clean
import Diagnostics
import Foundation
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
    if let day = options.boundaries,
      plan.members(in: options.year, boundaries: day).isEmpty
    {
      throw .noUnitOn(day)
    }
    do {
      return try Ingest.ingest(plan, options: options)
    } catch {
      throw .ingest(error)
    }
  }

  /// Types the records, and proves that no row was lost.
  static func clean(
    _ plan: Plan,
    _ ingest: IngestTables,
    jobs: Int = 1
  ) throws(PipelineFailure) -> CleanTables {
    var ingest = ingest
    return try clean(plan, taking: &ingest, jobs: jobs)
  }

  /// The same, with the records given up on the way.
  static func clean(
    _ plan: Plan,
    taking ingest: inout IngestTables,
    jobs: Int
  ) throws(PipelineFailure) -> CleanTables {
    let tables = Clean.clean(plan, taking: &ingest, jobs: jobs)
    let open = tables.accounts.filter { !$0.closes }
    guard open.isEmpty else { throw .openAccount(open) }
    return tables
  }

  static func join(
    _ plan: Plan,
    _ ingest: IngestTables,
    _ clean: CleanTables,
    jobs: Int = 1
  ) -> JoinTables {
    Join.join(plan, ingest, clean, jobs: jobs)
  }

  static func indicators(
    _ plan: Plan,
    _ settings: RunSettings,
    _ join: JoinTables,
    jobs: Int = 1
  ) -> IndicatorTables {
    Indicators.indicators(plan, settings, join, jobs: jobs)
  }

  static func trends(
    _ plan: Plan,
    _ settings: RunSettings,
    _ indicators: IndicatorTables,
    jobs: Int = 1
  ) -> TrendTables {
    Trends.trends(plan, settings, indicators, jobs: jobs)
  }

  /// What the plan says, kept with what was made by it.
  static func planFiles(_ plan: Plan) -> [StageFile] {
    [StageFile(plan.parts.map(PlanPartRow.init))]
  }

  /// Writes the reports, and tells the targets as they show them; reports that stand in their place
  /// are read first, for the corrections.
  static func published(
    _ plan: Plan,
    _ tables: RunTables,
    replacing folder: String,
    _ language: Language,
    jobs: Int = 1
  ) -> (files: [StageFile], targets: [TargetRow]) {
    Reports.published(
      plan,
      ingest: tables.ingest,
      clean: tables.clean,
      join: tables.join,
      indicators: tables.indicators,
      trends: tables.trends,
      previous: previousPublication(in: folder),
      language: language,
      jobs: jobs
    )
  }

  /// What stands in the reports' place; nil where nothing does, or nothing of this program.
  private static func previousPublication(in folder: String) -> PreviousPublication? {
    guard let files = FileManager.default.contents(atPath: "\(folder)/tables/files.csv"),
      let corrections = FileManager.default.contents(atPath: "\(folder)/tables/corrections.csv")
    else { return nil }
    return PreviousPublication(files: [UInt8](files), corrections: [UInt8](corrections))
  }

  /// Folder of the reports of a plan and year.
  static func reportFolder(_ reports: String, _ settings: RunSettings) -> String {
    "\(withoutSlash(reports))/\(settings.folder)"
  }
}

extension RunSettings {
  /// Where results stand below a folder of results; another unit and other boundaries are another
  /// publication, which must not replace the year's own.
  var folder: String { Self.folder(plan, unit: unit, year: year, boundaries: boundaries) }

  static func folder(
    _ plan: String,
    unit: String?,
    year: Int,
    boundaries: CalendarDate? = nil
  ) -> String {
    "\(plan)/\(unit.map { "\($0)/" } ?? "")\(year)\(boundaries.map { "-boundaries-\($0)" } ?? "")"
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
