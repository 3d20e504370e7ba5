package import Diagnostics
import Ingest
package import Plan
package import Tables
package import VietnameseText

/// Runs ingest alone: from a data folder into a workspace.
package func runIngest(
  _ plan: Plan,
  data: String,
  into workspace: String,
  year: Int?,
  asOf: CalendarDate?,
  boundaries: CalendarDate?,
  jobs: Int,
  encoding: TextEncoding? = nil
) throws(PipelineFailure) -> String {
  let (data, year) = try plan.source(data: data, year: year)
  let options = IngestOptions(
    dataFolder: data,
    year: year,
    asOf: asOf,
    boundaries: boundaries,
    jobs: jobs,
    encoding: encoding.map { EncodingDeclaration($0, isBinding: false) }
  )
  let files = try StageRun.ingest(plan, options).stageFiles()
  return try publish(.ingest, files, in: workspace, reading: [data, plan.folder])
}

/// Runs one of the stages after ingest alone: from the folders of the stages before it.
package func runStage(
  _ stage: Stage,
  _ plan: Plan,
  from input: String,
  into output: String
) throws(PipelineFailure) -> String {
  let input = Workspace(folder: withoutSlash(input), plan: plan)
  let files: [StageFile] =
    switch stage {
    case .ingest: []
    case .clean: try StageRun.clean(plan, try input.ingest()).stageFiles()
    case .join: StageRun.join(plan, try input.ingest(), try input.clean()).stageFiles()
    case .indicators:
      StageRun.indicators(plan, try input.settings(), try input.join()).stageFiles()
    case .trends:
      StageRun.trends(plan, try input.settings(), try input.indicators()).stageFiles()
    }
  return try publish(stage, files, in: output, reading: [plan.folder])
}

/// Writes the reports of a workspace below a folder, by plan and year.
package func runReport(
  _ plan: Plan,
  from input: String,
  into reports: String,
  language: Language
) throws(PipelineFailure) -> String {
  let tables = try runTables(plan, from: input)
  let folder = StageRun.reportFolder(reports, tables.ingest.settings)
  let files = StageRun.report(plan, tables, replacing: folder, language)
  try publish([(folder, files)], reading: [plan.folder])
  return folder
}

/// The tables that a run left in a workspace.
package func runTables(_ plan: Plan, from workspace: String) throws(PipelineFailure) -> RunTables {
  let workspace = Workspace(folder: withoutSlash(workspace), plan: plan)
  return RunTables(
    ingest: try workspace.ingest(),
    clean: try workspace.clean(),
    join: try workspace.join(),
    indicators: try workspace.indicators(),
    trends: try workspace.trends()
  )
}

private func publish(
  _ stage: Stage,
  _ files: [StageFile],
  in workspace: String,
  reading inputs: [String]
) throws(PipelineFailure) -> String {
  let folder = "\(withoutSlash(workspace))/\(stage.rawValue)"
  try publish([(folder, files)], reading: inputs)
  return folder
}

/// The tables that stages left in a workspace.
private struct Workspace {
  let folder: String
  let plan: Plan

  func ingest() throws(PipelineFailure) -> IngestTables {
    let tables = try reading { () throws(TableError) in
      try IngestTables(workspace: folder, plan: plan)
    }
    try check(tables.settings)
    return tables
  }

  func clean() throws(PipelineFailure) -> CleanTables {
    try reading { () throws(TableError) in try CleanTables(workspace: folder, plan: plan) }
  }

  func join() throws(PipelineFailure) -> JoinTables {
    try reading { () throws(TableError) in try JoinTables(workspace: folder) }
  }

  func indicators() throws(PipelineFailure) -> IndicatorTables {
    try reading { () throws(TableError) in try IndicatorTables(workspace: folder) }
  }

  func trends() throws(PipelineFailure) -> TrendTables {
    try reading { () throws(TableError) in try TrendTables(workspace: folder) }
  }

  func settings() throws(PipelineFailure) -> RunSettings {
    let settings = try reading { () throws(TableError) in
      let stage = StageFolder(workspace: folder, stage: .ingest)
      return try RunSettings(try stage.rows(SettingRow.self), file: stage.path(of: "run.csv"))
    }
    try check(settings)
    return settings
  }

  private func check(_ settings: RunSettings) throws(PipelineFailure) {
    guard settings.plan == plan.id else {
      throw .otherPlan(found: settings.plan, expected: plan.id)
    }
  }

  private func reading<T>(_ read: () throws(TableError) -> T) throws(PipelineFailure) -> T {
    do {
      return try read()
    } catch {
      throw .table(error)
    }
  }
}
