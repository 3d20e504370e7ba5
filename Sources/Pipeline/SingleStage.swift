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
  return try publish(
    .ingest,
    files,
    in: workspace,
    reading: [source.data, plan.folder],
    jobs: jobs
  )
}

/// Runs one of the stages after ingest alone: from the folders of the stages before it.
package func runStage(
  _ stage: Stage,
  _ plan: Plan,
  from input: String,
  into output: String,
  jobs: Int
) throws(PipelineFailure) -> String {
  let input = try Workspace(input, of: plan, jobs: jobs)
  let plan = input.plan
  if stage == .join { return try runJoin(plan, input, into: output, jobs: jobs) }
  let files: [StageFile] =
    switch stage {
    case .ingest, .join: []
    case .clean:
      try StageRun.clean(plan, try input.ingest(withRecords: true), jobs: jobs).stageFiles()
    case .indicators:
      StageRun.indicators(plan, input.settings, try input.join(), jobs: jobs).stageFiles()
        + StageRun.planFiles(plan)
    case .trends:
      StageRun.trends(plan, input.settings, try input.indicators(), jobs: jobs).stageFiles()
    }
  return try publish(stage, files, in: output, reading: [plan.folder], jobs: jobs)
}

/// Runs join, which also leaves what the unit hands up.
private func runJoin(
  _ plan: Plan,
  _ input: Workspace,
  into output: String,
  jobs: Int
) throws(PipelineFailure) -> String {
  let join = StageRun.join(
    plan,
    try input.ingest(withRecords: false),
    try input.clean(),
    jobs: jobs
  )
  let output = withoutSlash(output)
  let folder = "\(output)/\(Stage.join.rawValue)"
  let package = FactsPackage(plan, input.settings, join)
  try publish(
    [
      (folder, join.stageFiles()), ("\(output)/\(packageFolder)", package.written(of: plan)),
    ],
    reading: [plan.folder],
    jobs: jobs
  )
  return folder
}

/// Writes the reports of a workspace below a folder, by plan and year.
package func runReport(
  _ plan: Plan,
  from input: String,
  into reports: String,
  language: Language,
  jobs: Int
) throws(PipelineFailure) -> String {
  let run = try Workspace(input, of: plan, jobs: jobs)
  let plan = run.plan
  let tables = try run.tables()
  let folder = StageRun.reportFolder(reports, tables.ingest.settings)
  let files = StageRun.published(plan, tables, replacing: folder, language, jobs: jobs).files
  try publish([(folder, files)], reading: [plan.folder], jobs: jobs)
  return folder
}

private func publish(
  _ stage: Stage,
  _ files: [StageFile],
  in workspace: String,
  reading inputs: [String],
  jobs: Int
) throws(PipelineFailure) -> String {
  let folder = "\(withoutSlash(workspace))/\(stage.rawValue)"
  try publish([(folder, files)], reading: inputs, jobs: jobs)
  return folder
}
