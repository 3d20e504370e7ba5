import Explain
import Plan
import Tables

/// The tables of an earlier run, read by what they say themselves: its plan may have been another.
struct EarlierRun {
  /// The plan for the unit that was evaluated.
  let plan: Plan
  let tables: ExplainedTables
  let parts: [PlanPart]

  init(_ plan: Plan, workspace: String, jobs: Int) throws(PipelineFailure) {
    let folder = withoutSlash(workspace)
    guard hasRun(folder) else { throw .noWorkspace(workspace) }
    do {
      tables = try Self.tables(folder, jobs: jobs)
    } catch {
      throw .table(error)
    }
    self.plan = try Workspace(folder, of: plan, jobs: jobs).plan
    parts = try Self.parts(of: folder)
  }

  private static func tables(
    _ workspace: String,
    jobs: Int
  ) throws(TableError) -> ExplainedTables {
    let ingest = StageFolder(workspace: workspace, stage: .ingest, jobs: jobs)
    let clean = StageFolder(workspace: workspace, stage: .clean, jobs: jobs)
    let settings = try RunSettings(
      try ingest.rows(SettingRow.self),
      file: ingest.path(of: "run.csv")
    )
    return ExplainedTables(
      ingest: IngestTables(
        settings: settings,
        files: try ingest.rows(SourceFileRow.self),
        notes: [],
        records: [],
        findings: try ingest.rows(FindingRow.self).map(\.finding)
      ),
      clean: CleanTables(
        records: [],
        setAside: try clean.rows(SetAsideRow.self),
        superseded: try clean.rows(SupersededRow.self),
        revisions: try clean.rows(RevisionRow.self),
        accounts: [],
        findings: try clean.rows(FindingRow.self).map(\.finding)
      ),
      join: try JoinTables(workspace: workspace, jobs: jobs),
      indicators: try IndicatorTables(workspace: workspace, jobs: jobs),
      sent: try sent(ingest)
    )
  }

  /// What the run kept of the rows; where it kept none, their files may be others by now.
  private static func sent(_ folder: StageFolder) throws(TableError) -> SentRecords {
    var records: [RawRecords] = []
    for form in folder.forms(of: IngestTables.recordsPrefix) {
      let name = "\(IngestTables.recordsPrefix)\(form).csv"
      records.append(
        try RawRecords(
          form: form,
          written: try folder.bytes(name),
          file: folder.path(of: name),
          jobs: folder.jobs
        )
      )
    }
    return records.isEmpty ? SentRecords { _ in .changed } : SentRecords(kept: records)
  }

  /// What the plan said when the workspace was made: of indicators and targets when they were
  /// computed, of all else when the files were read.
  static func parts(of workspace: String) throws(PipelineFailure) -> [PlanPart] {
    do {
      let folder = withoutSlash(workspace)
      let computed = try StageFolder(workspace: folder, stage: .indicators).rows(PlanPartRow.self)
      let read = try StageFolder(workspace: folder, stage: .ingest).rows(PlanPartRow.self)
      return computed.map(\.part).filter(\.isOfFigures)
        + read.map(\.part).filter { !$0.isOfFigures }
    } catch {
      throw .table(error)
    }
  }
}

extension PlanPart {
  var isOfFigures: Bool { kind == .indicator || kind == .target }
}
