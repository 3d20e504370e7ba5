import Diagnostics
import Foundation
import Ingest
package import Plan
package import Tables
package import VietnameseText

/// What is wrong with files before they are sent.
package struct FileCheck: Sendable {
  /// A file and what was recognised in it.
  package struct File: Sendable {
    package var source: SourceFileRow
    /// How many of its rows are used; nil where the file is set aside or an archive.
    package var account: RowAccountRow?
    /// Whether nothing tells who sends it, and nothing need tell: no sender's form is in it.
    package var isOfNobody: Bool

    package var path: String { source.path }
  }

  /// As the caller names them; those of an archive follow it.
  package var files: [File]
  package var findings: [FindingRow]
}

/// Reads and types files as a run would.
///
/// - Parameters:
///   - files: Paths of the files.
///   - plan: The plan.
///   - year: Year that they are for; nil: the path or the file tells.
///   - sender: Id of the sender or code of the sending unit; nil: the path or the file tells.
///   - encoding: Encoding of the files, whatever they show; nil: the files tell.
///   - jobs: The most threads.
/// - Returns: What was recognised and what is wrong.
/// - Throws: `PipelineFailure` where a file cannot be read or nothing tells who sends it.
package func checkFiles(
  _ files: [String],
  plan: Plan,
  year: Int?,
  sender: String?,
  encoding: TextEncoding? = nil,
  jobs: Int = 1
) throws(PipelineFailure) -> FileCheck {
  if let year, !plan.years.all.contains(year) { throw .yearOutsidePlan(year, plan.years) }
  let declared = encoding.map { EncodingDeclaration($0, isBinding: true) }
  let reader = SentFileReader(plan)
  var sent: [SentFile] = []
  var ofNobody: Set<String> = []
  // A file that is named twice is one file.
  var seen: Set<String> = []
  for given in files where seen.insert(given).inserted {
    // A clerk's name or number in the file's name is printed no more than one in the file.
    let file = shownPath(given)
    let bytes = try bytes(of: given)
    let origin = try FileOrigin(
      of: given,
      bytes,
      by: reader,
      year: year,
      sender: sender,
      encoding: declared
    )
    if origin.isAssumed { ofNobody.insert(file) }
    sent.append(
      SentFile(
        path: file,
        year: origin.year,
        sender: origin.sender,
        contents: .memory(bytes),
        encoding: declared
      )
    )
  }
  let ingest: IngestTables
  do {
    let last = sent.compactMap(\.year).max() ?? plan.years.last
    ingest = try reader.read(sent, options: IngestOptions(year: last, jobs: jobs))
  } catch {
    throw .ingest(error)
  }
  let clean = try StageRun.clean(plan, ingest, jobs: jobs)
  let accounts = Dictionary(
    clean.accounts.map { ($0.file, $0) },
    uniquingKeysWith: { first, _ in first }
  )
  let findings =
    ingest.findings.map { FindingRow(stage: Stage.ingest.rawValue, finding: $0) }
    + clean.findings.filter { !isAboutListOfOthers($0) }
    .map { FindingRow(stage: Stage.clean.rawValue, finding: $0) }
  return FileCheck(
    files: ingest.files.map { row in
      var row = row
      let isOfNobody = ofNobody.contains { row.path == $0 || row.path.hasPrefix("\($0)/") }
      if isOfNobody { row.sender = "" }
      return FileCheck.File(
        source: row,
        account: row.status == .read ? accounts[row.file] : nil,
        isOfNobody: isOfNobody
      )
    },
    findings: findings.sorted { $0.finding < $1.finding }
  )
}

/// Whether a file is blamed only because a register that it refers to is not checked beside it.
private func isAboutListOfOthers(_ finding: Finding) -> Bool {
  finding.code == "unknown-reference" && finding.location.line == nil
}

private func bytes(of file: String) throws(PipelineFailure) -> [UInt8] {
  let manager = FileManager.default
  var isFolder: ObjCBool = false
  guard unsafe manager.fileExists(atPath: file, isDirectory: &isFolder) else {
    throw .noFile(file)
  }
  guard !isFolder.boolValue, isRegular(file), let data = manager.contents(atPath: file) else {
    throw .unreadableFile(file)
  }
  return [UInt8](data)
}

/// A pipe or a device would be waited for without end.
private func isRegular(_ file: String) -> Bool {
  let resolved = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
  let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
  return attributes?[.type] as? FileAttributeType == .typeRegular
}
