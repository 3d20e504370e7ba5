import Plan
import Reports
import Tables

/// What a whole run leaves of the stages whose tables have the senders' rows.
///
/// A stage run alone leaves all of its tables, since the next one reads them. A whole run hands them on
/// in memory, so that a plan may do without: where a number comes from is told from the places of rows,
/// which the facts have, and from the senders' own files.
extension StageRun {
  static func keptFiles(
    of ingest: IngestTables,
    _ plan: Plan
  ) -> @Sendable () -> [StageFile] {
    // What is not written must not be held for the writer either.
    let kept = plan.hasRecordTables ? ingest : ingest.withoutRecords
    return { kept.stageFiles() + planFiles(plan) }
  }

  static func keptFiles(
    of clean: CleanTables,
    _ plan: Plan
  ) -> @Sendable () -> [StageFile] {
    guard !plan.hasRecordTables else { return { clean.stageFiles() } }
    // Reports show rows of some forms, and can be made from the workspace alone.
    let quoted = plan.quotedForms
    var kept = clean
    kept.keepRecords(of: quoted)
    return { [kept] in kept.stageFiles(recordsOf: quoted) }
  }
}
