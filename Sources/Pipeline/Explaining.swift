package import Diagnostics
package import Explain
import Foundation
package import Plan
import Reports
package import Tables

/// A run whose numbers are explained.
package struct ExplainedRun: Sendable {
  /// The plan for the unit that was evaluated.
  package let plan: Plan
  /// Folder of its tables.
  package let workspace: String
  package let tables: RunTables
  package let explainer: Explainer
  private let language: Language
  private let jobs: Int

  /// Opens the workspace of a run.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - workspace: The workspace.
  ///   - data: Folder of the files that were sent, for a plan that keeps no copies of their rows; nil
  ///     for the plan's own.
  ///   - language: Language of what is told.
  ///   - jobs: The most threads.
  /// - Throws: When the workspace lacks a table or was made from another plan.
  package init(
    _ plan: Plan,
    workspace: String,
    data: String? = nil,
    language: Language,
    jobs: Int = 1
  ) throws(PipelineFailure) {
    guard hasRun(workspace) else {
      if isAbove(workspace) { throw .workspaceAbove(workspace) }
      throw .noRun(workspace: workspace, command: "chitieu run \(plan.folder) --work \(workspace)")
    }
    let run = try Workspace(workspace, of: plan, jobs: jobs)
    self.plan = run.plan
    self.workspace = workspace
    self.language = language
    self.jobs = jobs
    tables = try run.tables()
    explainer = Explainer(
      run.plan,
      ExplainedTables(
        ingest: tables.ingest,
        clean: tables.clean,
        join: tables.join,
        indicators: tables.indicators,
        sent: try run.sentRecords(data: data)
      ),
      language: language
    )
  }

  package var settings: RunSettings { tables.ingest.settings }

  /// Tells where a number comes from, and what the report says of it.
  ///
  /// - Parameter question: The number asked about.
  /// - Returns: The tree of the number; nil where the run has no such number.
  package func explanation(_ question: ExplainQuestion) -> Explanation? {
    explainer.explanation(question, sentence: sentence(question.figure) ?? "")
  }

  /// What makes figures differ from those of an earlier run.
  ///
  /// - Parameter earlier: Workspace of the earlier run, also of another version of the plan.
  /// - Returns: The figures that differ, and why.
  /// - Throws: When one of the workspaces lacks a table or is of another plan.
  package func difference(from earlier: String) throws(PipelineFailure) -> RunDifference {
    let before = try EarlierRun(plan, workspace: earlier, jobs: jobs)
    return RunDifference(
      now: explainer,
      before: Explainer(before.plan, before.tables, language: language),
      parts: (now: try EarlierRun.parts(of: workspace), before: before.parts)
    )
  }

  private func sentence(_ figure: FigureKey.Figure) -> String? {
    reportSentence(
      plan,
      ingest: tables.ingest,
      clean: tables.clean,
      join: tables.join,
      indicators: tables.indicators,
      trends: tables.trends,
      figure: figure,
      language: language
    )
  }
}

/// The workspace that a run leaves by default.
///
/// - Parameters:
///   - plan: The plan.
///   - unit: Unit that the run evaluates; nil for the plan's own.
///   - year: Year that the run evaluates.
///   - boundaries: Day of its boundaries; nil for those of each year.
///   - orLater: Whether a run of a later year, which has the year's figures too, will do.
/// - Returns: The folder.
/// - Throws: `noRun` with the command that makes one.
package func workspace(
  of plan: Plan,
  unit: String? = nil,
  year: Int,
  boundaries: CalendarDate?,
  orLater: Bool
) throws(PipelineFailure) -> String {
  func folder(_ year: Int) -> String {
    "work/\(plan.id)/\(unit.map { "\($0)/" } ?? "")\(year)\(boundaries.map { "-boundaries-\($0)" } ?? "")"
  }
  let last = orLater ? max(year, plan.years.last) : year
  if let found = (year...last).lazy.map(folder).first(where: { hasRun($0) || isAbove($0) }) {
    return found
  }
  let day = boundaries.map { " --boundaries \($0)" } ?? ""
  throw .noRun(
    workspace: folder(year),
    command: "chitieu run \(plan.folder) --year \(year)\(day)"
  )
}

func hasRun(_ workspace: String) -> Bool {
  FileManager.default.fileExists(atPath: "\(workspace)/\(Stage.ingest.rawValue)")
}

/// Whether a workspace has only what several units handed up.
private func isAbove(_ workspace: String) -> Bool {
  !hasRun(workspace) && FileManager.default.fileExists(atPath: "\(workspace)/\(packageFolder)")
}
