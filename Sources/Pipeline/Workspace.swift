import Diagnostics
import Plan
import Reports
import Tables

/// The tables that stages left in a workspace.
struct Workspace {
  let folder: String
  /// The plan for the unit that the workspace is of.
  let plan: Plan
  let settings: RunSettings
  /// The most threads that read its tables, and what was sent.
  let jobs: Int

  init(_ folder: String, of plan: Plan, jobs: Int) throws(PipelineFailure) {
    let folder = withoutSlash(folder)
    self.folder = folder
    self.jobs = jobs
    settings = try Self.reading { () throws(TableError) in
      let stage = StageFolder(workspace: folder, stage: .ingest)
      return try RunSettings(try stage.rows(SettingRow.self), file: stage.path(of: "run.csv"))
    }
    guard settings.plan == plan.id else {
      throw .otherPlan(found: settings.plan, expected: plan.id)
    }
    self.plan = try plan.at(settings.unit, in: settings.year, folder)
  }

  /// The tables of all stages, without records but those that reports show.
  func tables() throws(PipelineFailure) -> RunTables {
    RunTables(
      ingest: try ingest(withRecords: false),
      clean: try clean(forms: plan.quotedForms),
      join: try join(),
      indicators: try indicators(),
      trends: try trends()
    )
  }

  func ingest(withRecords: Bool) throws(PipelineFailure) -> IngestTables {
    try Self.reading { () throws(TableError) in
      try IngestTables(workspace: folder, plan: plan, withRecords: withRecords, jobs: jobs)
    }
  }

  /// What clean left, with the records of the forms that are named; nil names all.
  func clean(forms: Set<String>? = nil) throws(PipelineFailure) -> CleanTables {
    try Self.reading { () throws(TableError) in
      try CleanTables(workspace: folder, plan: plan, forms: forms, jobs: jobs)
    }
  }

  func join() throws(PipelineFailure) -> JoinTables {
    try Self.reading { () throws(TableError) in try JoinTables(workspace: folder, jobs: jobs) }
  }

  func indicators() throws(PipelineFailure) -> IndicatorTables {
    try Self.reading { () throws(TableError) in try IndicatorTables(workspace: folder, jobs: jobs) }
  }

  func trends() throws(PipelineFailure) -> TrendTables {
    try Self.reading { () throws(TableError) in try TrendTables(workspace: folder, jobs: jobs) }
  }

  static func reading<T>(_ read: () throws(TableError) -> T) throws(PipelineFailure) -> T {
    do {
      return try read()
    } catch {
      throw .table(error)
    }
  }
}
