import Explain
import Ingest
import Plan
import Tables
import VietnameseText

extension Workspace {
  /// What stood in the rows that were sent: as the run kept them, or as they stand in the files.
  ///
  /// - Parameter data: Folder of the files; nil for the plan's own. Not looked at where rows were kept.
  /// - Returns: The records, read when they are asked for where the run kept none.
  /// - Throws: When the workspace lacks a table, or the folder that was named is none.
  func sentRecords(data: String?) throws(PipelineFailure) -> SentRecords {
    let stage = StageFolder(workspace: folder, stage: .ingest)
    // The plan may say otherwise by now.
    guard stage.forms(of: IngestTables.recordsPrefix).isEmpty else {
      return SentRecords(kept: try ingest(withRecords: true).records)
    }
    guard try readsAsBefore(stage) else { return SentRecords { _ in .otherPlan } }
    let files: FilesAgain
    do {
      files = try filesAgain(data)
    } catch {
      if data != nil { throw error }
      return SentRecords { _ in .gone }
    }
    return SentRecords { file in
      // The run may have been told of an encoding that the file does not show.
      let encoding = TextEncoding(name: file.encoding)
      guard let again = files.read(file.path, encoding: encoding) else { return .gone }
      guard let same = again.files.first(where: { $0.isReading(of: file) }) else { return .changed }
      return .rows(FileRecords(again.records, file: same.file))
    }
  }

  /// Whether the plan says the same of forms, units and words as when the files were read: what tells
  /// of persons is masked by them, and what was masked must not be shown now.
  private func readsAsBefore(_ stage: StageFolder) throws(PipelineFailure) -> Bool {
    func isOfReading(_ part: PlanPart) -> Bool { !part.isOfFigures && part.kind != .element }
    let before = try Self.reading { () throws(TableError) in try stage.rows(PlanPartRow.self) }
    return before.map(\.part).filter(isOfReading) == plan.parts.filter(isOfReading)
  }

  private func filesAgain(_ data: String?) throws(PipelineFailure) -> FilesAgain {
    let named = try plan.dataFolder(data, year: settings.year)
    // A folder may have the data of several units, each in one of its own.
    let units = (try? HandedIn(named, of: plan, jobs: jobs))?.units
    let folder = units?.first { $0.unit == plan.unit }?.folder ?? named
    do {
      return try FilesAgain(
        plan,
        IngestOptions(
          dataFolder: folder,
          unit: settings.unit,
          year: settings.year,
          jobs: jobs
        )
      )
    } catch {
      throw .ingest(error)
    }
  }
}

extension SourceFileRow {
  /// Whether the same bytes were read in the same way; numbers of files move with those before them,
  /// and so do those of masked names.
  fileprivate func isReading(of other: SourceFileRow) -> Bool {
    status == .read && sha256 == other.sha256 && encoding == other.encoding
      && delimiter == other.delimiter && headerLine == other.headerLine && form == other.form
      && columns == other.columns
  }
}
