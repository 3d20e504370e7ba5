import Diagnostics
import Ingest
import Packages
import Parallel
package import Plan
import Reports
import Tables
import VietnameseText

/// Name of the folder of a workspace that the unit hands up.
let packageFolder = "package"

/// Runs all stages on the data of one unit and publishes the workspace and the reports, or nothing.
package func run(
  _ plan: Plan,
  _ request: RunRequest,
  progress: @escaping @Sendable (RunProgress) -> Void
) throws(PipelineFailure) -> RunResult {
  try FinishedRun(plan, request, progress: progress).publish()
}

/// A run whose results are written beside their places; they are gone with it if they are not published.
struct FinishedRun: Sendable {
  var result: RunResult
  private let desk: PublicationDesk

  /// Puts the results into place.
  func publish() throws(PipelineFailure) -> RunResult {
    try publishing { () throws(PublicationFailure) in try desk.commit() }
    return result
  }
}

extension FinishedRun {
  /// Runs all stages on the data of one unit, up to the step in which all results are published.
  init(
    _ plan: Plan,
    _ request: RunRequest,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws(PipelineFailure) {
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
    self.desk = desk
    result = RunResult(
      plan: plan,
      package: handedUp,
      settings: settings,
      counts: RunCounts(tables),
      tables: tables,
      publishedTargets: reports.targets,
      workspace: workspace,
      reportFolder: reportFolder,
      otherFolders: others.map(\.place),
      reportFiles: reports.files.map(\.name)
    )
  }
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
