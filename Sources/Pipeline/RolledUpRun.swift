import Diagnostics
package import Foundation
import Packages
package import Plan
import Reports
package import Tables

/// What a run gave for a unit above those that have the plan, and where it stands.
package struct RolledUpResult: Sendable {
  /// The plan for the unit.
  package var plan: Plan
  package var settings: RunSettings
  /// Codes of the units below that have the plan and handed up facts.
  package var handedUp: [String]
  /// Codes of those that did not.
  package var missing: [String]
  /// Targets as the report shows them.
  package var targets: [TargetRow]
  package var workspace: String
  package var reportFolder: String
  package var reportFiles: [String]
}

/// What a run gave: one unit's evaluation, or that of several units together.
package enum Evaluation: Sendable {
  case unit(RunResult)
  /// One unit's among several, of which nothing has changed since it was published.
  case unchanged(KeptRun)
  case above(RolledUpResult)
}

/// Evaluates what lies in a data folder: one unit's data, or what several units hand in, each of
/// them first and the units above them last.
///
/// - Parameters:
///   - plan: The plan.
///   - request: What is asked for. Where several units are evaluated, the workspace named holds one
///     for each unit, by its code.
///   - began: When the run began, before the plan was read.
///   - progress: Told what the run is doing.
///   - done: Told each result once it is published.
/// - Returns: The result where the data are one unit's; nil where there was more than one.
/// - Throws: Where a unit's data or package cannot be used; results before it stay published.
package func evaluate(
  _ plan: Plan,
  _ request: RunRequest,
  began: Date,
  progress: @escaping @Sendable (RunProgress) -> Void,
  done: (Evaluation) throws -> Void
) throws -> Evaluation? {
  let folder = try plan.dataFolder(request.data, year: request.year)
  let found = try HandedIn(folder, of: plan, jobs: request.jobs)
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
  var request = request
  request.year = year
  try found.requireFitting(plan, year: year, jobs: request.jobs)
  let units = PartRuns(plan: plan, request: request, began: began)
  let packages = try units.packages(of: found.dataFolders, progress: progress, done: done)
  let above = RunsAbove(
    plan: plan,
    request: request,
    year: year,
    inputs: [folder, plan.folder],
    packages: packages
  )
  _ = try above.package(of: found, isWhole: true, progress: progress, done: done)
  return nil
}

/// Runs of units above those that have the plan, from the lowest up.
private struct RunsAbove {
  let plan: Plan
  let request: RunRequest
  let year: Int
  /// Folders that are read, which no result may overwrite.
  let inputs: [String]
  /// What the units hand up whose data were handed in, by the folder of their data.
  let packages: [String: FactsPackage]

  /// Evaluates the units above what was handed in, and gives what it hands up.
  func package(
    of part: HandedIn,
    isWhole: Bool = false,
    progress: (RunProgress) -> Void,
    done: (Evaluation) throws -> Void
  ) throws -> FactsPackage {
    switch part {
    case .data(let folder, _):
      guard let package = packages[folder] else {
        preconditionFailure("units are evaluated before those above them")
      }
      return package
    case .package(let folder, let package):
      // One of several is looked at with the others.
      guard isWhole else { return package }
      // Given alone it is what one level hands to the next: that level is evaluated.
      let checked = try merge(plan, [(folder, package)], year: year, jobs: request.jobs)
      try done(.above(try above(nil, checked, folder, progress)))
      return checked
    case .parts(let folder, let unit, let parts):
      var packages: [(path: String, package: FactsPackage)] = []
      for part in parts {
        packages.append((part.folder, try package(of: part, progress: progress, done: done)))
      }
      let merged = try merge(plan, packages, year: year, jobs: request.jobs)
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
    progress(.stage(Stage.indicators.rawValue, rows: nil))
    let evaluation = try RolledUpEvaluation(
      plan,
      package,
      asOf: request.asOf,
      folder,
      jobs: request.jobs
    )
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
      reading: inputs,
      jobs: request.jobs
    )
    return RolledUpResult(
      plan: plan,
      settings: settings,
      handedUp: package.units.map(\.unit),
      missing: evaluation.parts.filter { $0.asOf == nil }.map(\.plan.unit),
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
