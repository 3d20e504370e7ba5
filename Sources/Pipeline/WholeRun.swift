package import Diagnostics
import Ingest
package import Packages
import Parallel
package import Plan
import Reports
package import Tables
package import VietnameseText

/// What a run is asked for; what is nil has a default.
package struct RunRequest: Sendable {
  package var data: String?
  package var year: Int?
  package var work: String?
  package var reports: String
  package var asOf: CalendarDate?
  package var boundaries: CalendarDate?
  package var language: Language
  package var jobs: Int
  /// Encoding of files that do not show theirs.
  package var encoding: TextEncoding?

  package init(
    data: String? = nil,
    year: Int? = nil,
    work: String? = nil,
    reports: String = "reports",
    asOf: CalendarDate? = nil,
    boundaries: CalendarDate? = nil,
    language: Language = .vietnamese,
    jobs: Int = 1,
    encoding: TextEncoding? = nil
  ) {
    self.data = data
    self.year = year
    self.work = work
    self.reports = reports
    self.asOf = asOf
    self.boundaries = boundaries
    self.language = language
    self.jobs = jobs
    self.encoding = encoding
  }
}

/// What a run is doing, for those who wait.
package enum RunProgress: Sendable, Equatable {
  case reading(done: Int, of: Int, rows: Int)
  /// A stage after ingest, with the rows that were read; nil where there are none of its own.
  case stage(String, rows: Int?)
  case publishing

  /// Names of the stages in their order; the report is the last one.
  package static let stages = Stage.allCases.map(\.rawValue) + [report]
  static let report = "report"
}

/// What a run gave and where it stands.
package struct RunResult: Sendable {
  /// The plan for the unit that was evaluated.
  package var plan: Plan
  /// What the unit hands up.
  package var package: FactsPackage
  /// Tables of the stages, without records but those that reports show.
  package var tables: RunTables
  /// Targets as the reports show them.
  package var publishedTargets: [TargetRow]
  package var workspace: String
  package var reportFolder: String
  /// Folders of the same year at the boundaries of days on which units changed within it.
  package var otherFolders: [String] = []
  /// Names of the files in the report folder.
  package var reportFiles: [String]
}

/// Name of the folder of a workspace that the unit hands up.
let packageFolder = "package"

/// Runs all stages on the data of one unit and publishes the workspace and the reports, or nothing.
package func run(
  _ plan: Plan,
  _ request: RunRequest,
  progress: @escaping @Sendable (RunProgress) -> Void
) throws(PipelineFailure) -> RunResult {
  let source = try plan.source(data: request.data, year: request.year)
  let plan = source.plan
  var ingest = try StageRun.ingest(
    plan,
    IngestOptions(
      dataFolder: source.data,
      unit: source.unit,
      year: source.year,
      asOf: request.asOf,
      boundaries: request.boundaries,
      jobs: request.jobs,
      encoding: request.encoding.map { EncodingDeclaration($0, isBinding: false) },
      progress: { progress(.reading(done: $0, of: $1, rows: $2)) }
    )
  )
  let rows = ingest.records.reduce(0) { $0 + $1.count }
  FreedMemory.giveBack(after: rows)
  let workspace = withoutSlash(request.work ?? "work/\(ingest.settings.folder)")
  let reportFolder = StageRun.reportFolder(request.reports, ingest.settings)
  let desk = PublicationDesk(reading: [source.data, plan.folder], jobs: request.jobs)
  defer { desk.wait() }
  func place(_ stage: Stage) -> String { "\(workspace)/\(stage.rawValue)" }
  let package = "\(workspace)/\(packageFolder)"
  var places = Stage.allCases.map { (place: place($0), names: ResultNames.stage) }
  places.append((package, .package))
  places.append((reportFolder, ResultNames.reports))
  try publishing { () throws(PublicationFailure) in try desk.check(places) }
  func stage(_ name: String) throws(PipelineFailure) {
    try publishing { () throws(PublicationFailure) in try desk.stopIfFailed() }
    progress(.stage(name, rows: rows))
  }
  desk.add(place(.ingest), StageRun.keptFiles(of: ingest, plan))
  try stage(Stage.clean.rawValue)
  // Nothing after clean looks at what was sent; a country's records are most of the memory.
  var clean = try StageRun.clean(plan, taking: &ingest, jobs: request.jobs)
  FreedMemory.giveBack(after: rows)
  desk.add(place(.clean), StageRun.keptFiles(of: clean, plan))
  try stage(Stage.join.rawValue)
  let join = StageRun.join(plan, ingest, clean, jobs: request.jobs)
  desk.add(place(.join)) { join.stageFiles() }
  clean.keepRecords(of: plan.quotedForms)
  FreedMemory.giveBack(after: rows)
  try stage(Stage.indicators.rawValue)
  let settings = ingest.settings
  let (handedUp, indicators) = both(jobs: request.jobs) {
    FactsPackage(plan, settings, join)
  } _: {
    StageRun.indicators(plan, settings, join, jobs: request.jobs)
  }
  desk.add(package) { handedUp.written(of: plan) }
  desk.add(place(.indicators)) { indicators.stageFiles() + StageRun.planFiles(plan) }
  try stage(Stage.trends.rawValue)
  let trends = StageRun.trends(plan, ingest.settings, indicators, jobs: request.jobs)
  FreedMemory.giveBack(after: rows)
  desk.add(place(.trends), onAllThreads: true) { trends.stageFiles() }
  try stage(RunProgress.report)
  let tables = RunTables(
    ingest: ingest,
    clean: clean,
    join: join,
    indicators: indicators,
    trends: trends
  )
  let reports = StageRun.published(
    plan,
    tables,
    replacing: reportFolder,
    request.language,
    jobs: request.jobs
  )
  desk.add(reportFolder, onAllThreads: true) { reports.files }
  let others = otherBoundaries(plan, tables, request)
  for other in others { places.append((other.place, ResultNames.reports)) }
  try publishing { () throws(PublicationFailure) in try desk.check(places) }
  for other in others { desk.add(other.place, onAllThreads: true) { other.files } }
  progress(.publishing)
  try publishing { () throws(PublicationFailure) in try desk.commit() }
  return RunResult(
    plan: plan,
    package: handedUp,
    tables: tables,
    publishedTargets: reports.targets,
    workspace: workspace,
    reportFolder: reportFolder,
    otherFolders: others.map(\.place),
    reportFiles: reports.files.map(\.name)
  )
}

/// The evaluation at the boundaries of each day of the year on which units changed, where new units
/// reported and no boundaries were asked for: their figures stand there whole.
private func otherBoundaries(
  _ plan: Plan,
  _ tables: RunTables,
  _ request: RunRequest
) -> [(place: String, files: [StageFile])] {
  let year = tables.ingest.settings.year
  let units = YearUnits(plan, year)
  guard request.boundaries == nil, units.hasChanges,
    tables.join.facts.contains(where: { $0.year == year && units.isLater($0.unit) })
  else { return [] }
  return units.changeDays.map { day in
    var tables = tables
    tables.ingest.settings.boundaries = day
    tables.indicators = StageRun.indicators(
      plan,
      tables.ingest.settings,
      tables.join,
      jobs: request.jobs
    )
    tables.trends = StageRun.trends(
      plan,
      tables.ingest.settings,
      tables.indicators,
      jobs: request.jobs
    )
    let folder = StageRun.reportFolder(request.reports, tables.ingest.settings)
    return (folder, StageRun.published(plan, tables, replacing: folder, request.language).files)
  }
}

/// Puts folders of files into place: all of them are written before the first is put.
///
/// `inputs` are folders that are read, which no result may overwrite.
func publish(
  _ folders: [(place: String, files: [StageFile])],
  reading inputs: [String],
  jobs: Int = 1
) throws(PipelineFailure) {
  let desk = PublicationDesk(reading: inputs, jobs: jobs)
  defer { desk.wait() }
  try publishing { () throws(PublicationFailure) in
    try desk.check(
      folders.map { ($0.place, ResultNames(of: $0.files.map(\.name))) }
    )
    for (place, files) in folders { desk.add(place, onAllThreads: true) { files } }
    try desk.commit()
  }
}

private func publishing(
  _ work: () throws(PublicationFailure) -> Void
) throws(PipelineFailure) {
  do {
    try work()
  } catch {
    throw .publication(error)
  }
}
