package import Diagnostics
import Ingest
package import Packages
import Parallel
package import Plan
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
  case stage(String)
  case publishing
}

/// What a run gave and where it stands.
package struct RunResult: Sendable {
  /// The plan for the unit that was evaluated.
  package var plan: Plan
  /// What the unit hands up.
  package var package: FactsPackage
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
  func stage(_ name: Stage) { progress(.stage(name.rawValue)) }
  let ingest = try StageRun.ingest(
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
  stage(.clean)
  let clean = try StageRun.clean(plan, ingest)
  stage(.join)
  let join = StageRun.join(plan, ingest, clean)
  stage(.indicators)
  let indicators = StageRun.indicators(plan, ingest.settings, join)
  stage(.trends)
  let trends = StageRun.trends(plan, ingest.settings, indicators, jobs: request.jobs)
  let tables = RunTables(
    ingest: ingest,
    clean: clean,
    join: join,
    indicators: indicators,
    trends: trends
  )
  progress(.stage("report"))
  let reportFolder = StageRun.reportFolder(request.reports, ingest.settings)
  let package = FactsPackage(plan, ingest.settings, join)
  let workspace = withoutSlash(request.work ?? "work/\(ingest.settings.folder)")
  let writers: [(place: String, files: @Sendable () -> [StageFile])] = [
    ("\(workspace)/\(Stage.ingest.rawValue)", { ingest.stageFiles() + StageRun.planFiles(plan) }),
    ("\(workspace)/\(Stage.clean.rawValue)", { clean.stageFiles() }),
    ("\(workspace)/\(Stage.join.rawValue)", { join.stageFiles() }),
    (
      "\(workspace)/\(Stage.indicators.rawValue)",
      { indicators.stageFiles() + StageRun.planFiles(plan) }
    ),
    ("\(workspace)/\(Stage.trends.rawValue)", { trends.stageFiles() }),
    ("\(workspace)/\(packageFolder)", { package.written(of: plan) }),
  ]
  // The reports take the longest, and are begun first.
  let written = parallelMap(1 + writers.count, jobs: request.jobs) {
    place -> (files: [StageFile], targets: [TargetRow]) in
    guard place == 0 else { return (writers[place - 1].files(), []) }
    return StageRun.published(
      plan,
      tables,
      replacing: reportFolder,
      request.language,
      jobs: request.jobs
    )
  }
  let reports = written[0].files
  let folders = zip(writers, written.dropFirst()).map { (place: $0.place, files: $1.files) }
  let others = otherBoundaries(plan, tables, request)
  progress(.publishing)
  try publish(
    folders + [(place: reportFolder, files: reports)] + others,
    reading: [source.data, plan.folder],
    jobs: request.jobs
  )
  return RunResult(
    plan: plan,
    package: package,
    tables: tables,
    publishedTargets: written[0].targets,
    workspace: workspace,
    reportFolder: reportFolder,
    otherFolders: others.map(\.place),
    reportFiles: reports.map(\.name)
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
    tables.indicators = StageRun.indicators(plan, tables.ingest.settings, tables.join)
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
  do {
    try OutputPlaces(inputs: inputs).check(
      folders.map { folder in
        (
          folder.place,
          Set(folder.files.compactMap { $0.name.split(separator: "/").first.map(String.init) })
        )
      }
    )
    var publication = Publication()
    for (place, files) in folders { try publication.prepare(place, files, jobs: jobs) }
    try publication.commit()
  } catch {
    throw .publication(error)
  }
}
