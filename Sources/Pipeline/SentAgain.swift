import Explain
import Ingest
import Plan
import Tables
import VietnameseText

extension Workspace {
  /// What stood in the rows that were sent: as the run kept them, or as they stand in the files.
  ///
  /// - Parameter data: Folder of the files; nil for the plan's own.
  /// - Returns: The records, read when they are asked for where the run kept none.
  /// - Throws: When the workspace lacks a table, or the folder that was named is none.
  func sentRecords(data: String?) throws(PipelineFailure) -> SentRecords {
    guard !plan.hasRecordTables else {
      return SentRecords(kept: try ingest(withRecords: true).records)
    }
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

  private func filesAgain(_ data: String?) throws(PipelineFailure) -> FilesAgain {
    let folder = try plan.dataFolder(data, year: settings.year)
    do {
      return try FilesAgain(plan, options(reading: folder))
    } catch {
      throw .ingest(error)
    }
  }

  private func options(reading folder: String) -> IngestOptions {
    IngestOptions(
      dataFolder: folder,
      unit: settings.unit,
      year: settings.year,
      asOf: settings.asOf,
      boundaries: settings.boundaries
    )
  }
}

extension SourceFileRow {
  /// Whether the same bytes were read in the same way; numbers of files move with those before them.
  fileprivate func isReading(of other: SourceFileRow) -> Bool {
    path == other.path && sha256 == other.sha256 && encoding == other.encoding
      && delimiter == other.delimiter && headerLine == other.headerLine && form == other.form
      && columns == other.columns
  }
}
