package import Diagnostics
import Ingest
import Packages
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
  let source = try plan.source(data: data, year: year)
  let plan = source.plan
  let options = IngestOptions(
    dataFolder: source.data,
    unit: source.unit,
    year: source.year,
    asOf: asOf,
    boundaries: boundaries,
    jobs: jobs,
    encoding: encoding.map { EncodingDeclaration($0, isBinding: false) }
  )
  let files = try StageRun.ingest(plan, options).stageFiles() + StageRun.planFiles(plan)
  return try publish(.ingest, files, in: workspace, reading: [source.data, plan.folder])
}

/// Runs one of the stages after ingest alone: from the folders of the stages before it.
package func runStage(
  _ stage: Stage,
  _ plan: Plan,
  from input: String,
  into output: String
) throws(PipelineFailure) -> String {
  let input = try Workspace(input, of: plan)
  let plan = input.plan
  if stage == .join { return try runJoin(plan, input, into: output) }
  let files: [StageFile] =
    switch stage {
    case .ingest, .join: []
    case .clean: try StageRun.clean(plan, try input.ingest()).stageFiles()
    case .indicators:
      StageRun.indicators(plan, input.settings, try input.join()).stageFiles()
        + StageRun.planFiles(plan)
    case .trends:
      StageRun.trends(plan, input.settings, try input.indicators()).stageFiles()
    }
  return try publish(stage, files, in: output, reading: [plan.folder])
}

/// Runs join, which also leaves what the unit hands up.
private func runJoin(
  _ plan: Plan,
  _ input: Workspace,
  into output: String
) throws(PipelineFailure) -> String {
  let join = StageRun.join(plan, try input.ingest(), try input.clean())
  let output = withoutSlash(output)
  let folder = "\(output)/\(Stage.join.rawValue)"
  let package = FactsPackage(plan, input.settings, join)
  try publish(
    [
      (folder, join.stageFiles()), ("\(output)/\(packageFolder)", package.written(of: plan)),
    ],
    reading: [plan.folder]
  )
  return folder
}

/// Writes the reports of a workspace below a folder, by plan and year.
package func runReport(
  _ plan: Plan,
  from input: String,
  into reports: String,
  language: Language
) throws(PipelineFailure) -> String {
  let plan = try workspacePlan(plan, in: input)
  let tables = try runTables(plan, from: input)
  let folder = StageRun.reportFolder(reports, tables.ingest.settings)
  let files = StageRun.published(plan, tables, replacing: folder, language).files
  try publish([(folder, files)], reading: [plan.folder])
  return folder
}

/// The tables that a run left in a workspace.
package func runTables(_ plan: Plan, from workspace: String) throws(PipelineFailure) -> RunTables {
  let workspace = try Workspace(workspace, of: plan)
  return RunTables(
    ingest: try workspace.ingest(),
    clean: try workspace.clean(),
    join: try workspace.join(),
    indicators: try workspace.indicators(),
    trends: try workspace.trends()
  )
}

/// The plan for the unit that a workspace is of.
package func workspacePlan(
  _ plan: Plan,
  in workspace: String
) throws(PipelineFailure) -> Plan {
  try Workspace(workspace, of: plan).plan
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
  /// The plan for the unit that the workspace is of.
  let plan: Plan
  let settings: RunSettings

  init(_ folder: String, of plan: Plan) throws(PipelineFailure) {
    let folder = withoutSlash(folder)
    self.folder = folder
    settings = try Self.reading { () throws(TableError) in
      let stage = StageFolder(workspace: folder, stage: .ingest)
      return try RunSettings(try stage.rows(SettingRow.self), file: stage.path(of: "run.csv"))
    }
    guard settings.plan == plan.id else {
      throw .otherPlan(found: settings.plan, expected: plan.id)
    }
    self.plan = try plan.at(settings.unit, in: settings.year, folder)
  }

  func ingest() throws(PipelineFailure) -> IngestTables {
    try Self.reading { () throws(TableError) in try IngestTables(workspace: folder, plan: plan) }
  }

  func clean() throws(PipelineFailure) -> CleanTables {
    try Self.reading { () throws(TableError) in try CleanTables(workspace: folder, plan: plan) }
  }

  func join() throws(PipelineFailure) -> JoinTables {
    try Self.reading { () throws(TableError) in try JoinTables(workspace: folder) }
  }

  func indicators() throws(PipelineFailure) -> IndicatorTables {
    try Self.reading { () throws(TableError) in try IndicatorTables(workspace: folder) }
  }

  func trends() throws(PipelineFailure) -> TrendTables {
    try Self.reading { () throws(TableError) in try TrendTables(workspace: folder) }
  }

  private static func reading<T>(_ read: () throws(TableError) -> T) throws(PipelineFailure) -> T {
    do {
      return try read()
    } catch {
      throw .table(error)
    }
  }
}
