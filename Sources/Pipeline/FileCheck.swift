package import Diagnostics
import Foundation
import Ingest
package import Plan
package import Tables

/// What is wrong with files before they are sent.
package struct FileCheck: Sendable {
  /// A file and what was recognised in it.
  package struct File: Sendable {
    package var path: String
    /// Nil where nothing could be read.
    package var source: SourceFileRow?
    package var account: RowAccountRow?
  }

  package var files: [File]
  /// In files as the caller names them.
  package var findings: [Finding]
}

/// Reads and types files as a run would.
///
/// - Parameters:
///   - files: Paths of the files.
///   - plan: The plan.
///   - year: Year that they are for; nil: the path or the file tells.
///   - sender: Id of the sender or code of the sending unit; nil: the path or the file tells.
/// - Returns: What was recognised and what is wrong.
/// - Throws: `PipelineFailure` where a file cannot be read or nothing tells who sends it.
package func checkFiles(
  _ files: [String],
  plan: Plan,
  year: Int?,
  sender: String?
) throws(PipelineFailure) -> FileCheck {
  if let year, !plan.years.all.contains(year) { throw .yearOutsidePlan(year, plan.years) }
  let folder = try LinkedFolder()
  var paths: [String: String] = [:]
  var links: [String] = []
  var lastYear = plan.years.base
  for file in files {
    try requireReadable(file)
    let origin = try FileOrigin(of: file, plan: plan, year: year, sender: sender)
    let link = try folder.add(file, as: origin)
    links.append(link)
    paths[link] = file
    lastYear = max(lastYear, origin.year)
  }
  func named(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      var finding = finding
      finding.location.file = paths[finding.location.file] ?? finding.location.file
      return finding
    }
    .sorted()
  }
  let ingest: IngestTables
  do {
    let options = IngestOptions(dataFolder: folder.path, year: lastYear)
    ingest = try Ingest.ingest(plan, options: options)
  } catch .noUsableFile(_, let findings) {
    return FileCheck(files: files.map { FileCheck.File(path: $0) }, findings: named(findings))
  } catch {
    throw .ingest(error)
  }
  let clean = try StageRun.clean(plan, ingest)
  return FileCheck(
    files: links.map { link in
      FileCheck.File(
        path: paths[link] ?? link,
        source: ingest.files.first { $0.path == link },
        account: clean.accounts.first { $0.path == link }
      )
    },
    findings: named(
      ingest.findings + clean.findings.filter { !isAboutListOfOthers($0) }
    )
  )
}

/// Whether a file is blamed only because a register that it refers to is not checked beside it.
private func isAboutListOfOthers(_ finding: Finding) -> Bool {
  finding.code == "unknown-reference" && finding.location.line == nil
}

private func requireReadable(_ file: String) throws(PipelineFailure) {
  let manager = FileManager.default
  guard manager.fileExists(atPath: file) else { throw .noFile(file) }
  guard !manager.fileExists(atPath: "\(file)/."), manager.isReadableFile(atPath: file) else {
    throw .unreadableFile(file)
  }
}
