import Diagnostics
import Plan
import VietnameseText

/// What lies in a data folder: senders' files, with what its lists say of them.
struct SentFolder {
  let files: [FoundFile]
  let findings: [Finding]

  init(_ plan: Plan, _ options: IngestOptions) throws(IngestFailure) {
    let folder = try DataFolder(options.dataFolder, plan: plan, year: options.year)
    let evidence = EncodingEvidence(
      plan,
      and: ReceiptTable.paths + ReceiptTable.days + Encodings.names
    )
    let receipts = Receipts(
      of: options.dataFolder,
      files: Set(folder.files.map(\.sent.path)),
      expected: folder.files.filter { $0.misplaced == nil }.map(\.sent.path),
      years: plan.years,
      until: options.year,
      evidence: evidence,
      chunkSize: options.chunkSize
    )
    var found = folder.files
    let encodings = Encodings(
      of: options.dataFolder,
      files: found,
      until: options.year,
      evidence: evidence
    )
    for index in found.indices {
      found[index].sent.received = receipts.dates[found[index].sent.path]
      found[index].sent.encoding = encodings.declaration(for: found[index])
    }
    files = found
    findings = folder.findings + receipts.findings + encodings.findings
  }
}
