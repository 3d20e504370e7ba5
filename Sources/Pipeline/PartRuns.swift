import Diagnostics
import Foundation
import Packages
import Parallel
import Plan
import Synchronization
import Tables

/// What a run of one unit among several left the last time, where nothing has changed since.
package struct KeptRun: Sendable {
  /// What was printed.
  package var said: String
  /// What the file system says of the results.
  var results: [FileStamps]

  /// The workspace comes first.
  var workspace: String? { results.first?.roots.first }

  /// Whether the results are still as they were found.
  var stands: Bool { results.allSatisfy { FileStamps(of: $0.roots) == $0 } }
}

/// Runs of the units whose data were handed in, side by side.
///
/// A district's files are too few to keep several threads busy; each thread evaluates one district after
/// the other. A unit of which nothing has changed is not evaluated again: what it handed up is read.
struct PartRuns {
  let plan: Plan
  let request: RunRequest
  /// When the run began, before the plan was read.
  let began: Date

  /// A unit's data, and what is remembered of its last run.
  private struct Part: Sendable {
    var folder: String
    var request: RunRequest
    var memory: RunMemory
    var kept: KeptRun?
  }

  private enum Outcome: Sendable {
    case finished(FinishedRun)
    case kept(KeptRun, FactsPackage)
  }

  /// Files of more bytes are read by all threads together: no two such units stand in memory at a time.
  private static let most = 1 << 25

  /// Units that are evaluated at a time: `parallelPieces` makes no more.
  private static let mostAtATime = 32

  /// Evaluates units, and publishes them in the order in which they are given.
  ///
  /// - Parameters:
  ///   - units: Folders of data with the codes of their units.
  ///   - progress: Told what the runs are doing.
  ///   - done: Told each result once it is published.
  /// - Returns: What each unit hands up, by its folder.
  /// - Throws: Where one cannot be evaluated; those before it stay published, and none after it is.
  func packages(
    of units: [(folder: String, unit: String)],
    progress: @escaping @Sendable (RunProgress) -> Void,
    done: (Evaluation) throws -> Void
  ) throws -> [String: FactsPackage] {
    let parts = try parallelMap(units.count, jobs: request.jobs) { place in
      Result { try part(units[place].folder, units[place].unit) }
    }.map { try $0.get() }
    try requireApart(parts, units.map(\.unit))
    var packages: [String: FactsPackage] = [:]
    var next = 0
    while next < parts.count {
      let own = parts[next...]
      let size = own.prefix { !isLarge($0) }.count
      let group = Array(own.prefix(max(1, size)))
      let before = next
      try run(group, progress, before, of: parts.count) { part, outcome in
        let evaluation: Evaluation
        switch outcome {
        case .kept(let run, let package):
          packages[part.folder] = package
          evaluation = .unchanged(run)
        case .finished(let run):
          let result = try run.publish()
          packages[part.folder] = result.package
          evaluation = .unit(result)
          var memory = part.memory
          memory.add(evaluation, said: evaluation.summary(in: request.language))
          memory.keep()
        }
        try done(evaluation)
      }
      next += group.count
    }
    return packages
  }

  /// Makes sure that no unit's results stand where another's do, as with links or odd codes.
  private func requireApart(_ parts: [Part], _ units: [String]) throws(PipelineFailure) {
    let year = request.year ?? plan.years.last
    let folders = units.map { unit in
      RunSettings.folder(plan.id, unit: unit == plan.unit ? nil : unit, year: year)
    }
    do {
      try OutputPlaces.requireApart(
        zip(parts, folders).map { part, folder in part.request.work ?? "work/\(folder)" }
      )
      try OutputPlaces.requireApart(folders.map { "\(withoutSlash(request.reports))/\($0)" })
    } catch {
      throw .publication(error)
    }
  }

  private func isLarge(_ part: Part) -> Bool {
    part.kept == nil && part.memory.bytes.map { $0 > Self.most } ?? true
  }

  /// Evaluates units side by side; each is taken once those before it have been.
  private func run(
    _ parts: [Part],
    _ progress: @escaping @Sendable (RunProgress) -> Void,
    _ before: Int,
    of all: Int,
    _ take: (Part, Outcome) throws -> Void
  ) throws {
    let threads = min(request.jobs, parts.count, Self.mostAtATime)
    let jobs = (request.jobs + threads - 1) / threads
    // Of a large unit alone it is told how far its own run is.
    let isLarge = parts.count == 1 && isLarge(parts[0])
    let done = Mutex(before)
    let hasFailed = Atomic(false)
    var failure: (any Error)?
    var next = 0
    if !isLarge { progress(.units(done: before, of: all)) }
    parallelPieces(parts.count, jobs: threads) { (place: Int) -> Result<Outcome, any Error>? in
      guard !hasFailed.load(ordering: .relaxed) else { return nil }
      let outcome = Result<Outcome, any Error> {
        try self.outcome(of: parts[place], jobs: jobs) { if isLarge { progress($0) } }
      }
      done.withLock { done in
        done += 1
        progress(.units(done: done, of: all))
      }
      return outcome
    } _: { outcome in
      defer { next += 1 }
      guard failure == nil, let outcome else { return }
      do {
        try take(parts[next], outcome.get())
      } catch {
        failure = error
        hasFailed.store(true, ordering: .relaxed)
      }
    }
    if let failure { throw failure }
  }

  private func part(_ folder: String, _ unit: String) throws -> Part {
    var own = request
    own.data = folder
    own.work = request.work.map { "\(withoutSlash($0))/\(unit)" }
    var memory = RunMemory(plan.folder, own, began: began)
    let kept = request.again ? nil : memory.keptRun()
    memory.beginWithPlan()
    try memory.beginWithData(plan)
    return Part(folder: folder, request: own, memory: memory, kept: kept)
  }

  private func outcome(
    of part: Part,
    jobs: Int,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws(PipelineFailure) -> Outcome {
    if let kept = part.kept, let workspace = kept.workspace,
      let package = try? readPackage("\(workspace)/\(packageFolder)"), kept.stands
    {
      return .kept(kept, package)
    }
    var own = part.request
    own.jobs = jobs
    var run = try FinishedRun(plan, own, progress: progress)
    // Of hundreds of units only what they hand up is kept.
    run.result.tables = nil
    run.result.package = run.result.package.coded
    return .finished(run)
  }
}
