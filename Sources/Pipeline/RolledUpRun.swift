import Diagnostics
import Indicators
import Ingest
import Packages
package import Plan
import Reports
package import Tables

/// What a run gave for a unit above those that have the plan, and where it stands.
package struct RolledUpResult: Sendable {
  /// The plan for the unit.
  package var plan: Plan
  package var settings: RunSettings
  /// Units below that have the plan.
  package var units: Int
  /// Codes of those of them that handed up facts.
  package var handedUp: [String]
  /// Targets as the report shows them.
  package var targets: [TargetRow]
  package var workspace: String
  package var reportFolder: String
  package var reportFiles: [String]
}

/// What a run gave: one unit's evaluation, or that of several units together.
package enum Evaluation: Sendable {
  case unit(RunResult)
  case above(RolledUpResult)
}

/// Evaluates what lies in a data folder: one unit's data, or what several units hand in, each of
/// them first and the unit above them last.
///
/// - Parameters:
///   - plan: The plan.
///   - request: What is asked for. Where several units are evaluated, the workspace named holds one
///     for each unit, by its code.
///   - progress: Told what the run is doing.
///   - done: Told each result once it is published.
/// - Returns: The result where the data are one unit's; nil where there was more than one.
/// - Throws: Where a unit's data or package cannot be used; results before it stay published.
package func evaluate(
  _ plan: Plan,
  _ request: RunRequest,
  progress: @escaping @Sendable (RunProgress) -> Void,
  done: (Evaluation) throws -> Void
) throws -> Evaluation? {
  let folder = try plan.dataFolder(request.data, year: request.year)
  let found = try HandedIn(folder, of: plan)
  if case .data = found {
    let own = Evaluation.unit(try run(plan, request, progress: progress))
    try done(own)
    return own
  }
  guard request.boundaries == nil else { throw PipelineFailure.boundariesAbove }
  try found.requireEachOnce()
  guard let year = request.year ?? found.lastYear(plan) else {
    throw PipelineFailure.noYearInData(folder, plan.years)
  }
  var runs = PartRuns(plan: plan, request: request, year: year, inputs: [folder, plan.folder])
  _ = try runs.package(of: found, isWhole: true, progress: progress, done: done)
  return nil
}

/// Runs of units and of those above them, from the lowest up.
private struct PartRuns {
  let plan: Plan
  let request: RunRequest
  let year: Int
  /// Folders that are read, which no result may overwrite.
  let inputs: [String]

  /// Evaluates what was handed in, and gives what it hands up.
  mutating func package(
    of part: HandedIn,
    isWhole: Bool = false,
    progress: @escaping @Sendable (RunProgress) -> Void,
    done: (Evaluation) throws -> Void
  ) throws -> FactsPackage {
    switch part {
    case .data(let folder, let unit):
      var own = request
      own.data = folder
      own.year = year
      own.work = request.work.map { "\(withoutSlash($0))/\(unit)" }
      let result = try run(plan, own, progress: progress)
      try done(.unit(result))
      return result.package
    case .package(let folder, let package):
      // Given alone it is what one level hands to the next: that level is evaluated.
      let checked = try merge(plan, [(folder, package)], year: year)
      if isWhole { try done(.above(try above(nil, checked, folder, progress))) }
      return checked
    case .parts(let folder, let unit, let parts):
      var packages: [(path: String, package: FactsPackage)] = []
      for part in parts {
        packages.append((part.folder, try package(of: part, progress: progress, done: done)))
      }
      let merged = try merge(plan, packages, year: year)
      try done(.above(try above(unit, merged, folder, progress)))
      return merged
    }
  }

  /// Evaluates a unit above those of a package.
  private func above(
    _ named: String?,
    _ package: FactsPackage,
    _ folder: String,
    _ progress: (RunProgress) -> Void
  ) throws(PipelineFailure) -> RolledUpResult {
    let plan = try plan(named, above: package, folder)
    let evaluation = try RolledUpEvaluation(plan, package, asOf: request.asOf, folder)
    progress(.stage(RunProgress.report, rows: nil))
    let (reports, targets) = evaluation.report(request.language)
    let settings = evaluation.settings
    let reportFolder = StageRun.reportFolder(request.reports, settings)
    let work = request.work.map { "\(withoutSlash($0))/\(plan.unit)" } ?? "work/\(settings.folder)"
    progress(.publishing)
    try publish(
      [
        ("\(work)/\(packageFolder)", package.written(of: plan)),
        ("\(work)/\(Stage.indicators.rawValue)", evaluation.indicators.stageFiles()),
        ("\(work)/\(Stage.trends.rawValue)", evaluation.trends.stageFiles()),
        (reportFolder, reports),
      ],
      reading: inputs
    )
    return RolledUpResult(
      plan: plan,
      settings: settings,
      units: evaluation.parts.count,
      handedUp: package.units.map(\.unit),
      targets: targets,
      workspace: work,
      reportFolder: reportFolder,
      reportFiles: reports.map(\.name)
    )
  }

  private func plan(
    _ named: String?,
    above package: FactsPackage,
    _ folder: String
  ) throws(PipelineFailure) -> Plan {
    let codes = package.units.map(\.unit)
    let day = CalendarDate(year: year, month: 1, day: 1)
    let lowest = day.flatMap { plan.orgUnits.lowestUnit(above: codes, on: $0)?.code }
    guard let unit = named ?? lowest else { throw .nothingAbove(codes) }
    let above = try plan.at(unit, in: year, folder)
    guard above.rollUp != nil else { throw .unknownUnit(folder, unit, year) }
    return above
  }
}
