import Diagnostics
package import Plan
package import Tables

/// Reads files that the caller names, as though they lay in a data folder.
///
/// What the plan says of headers is folded once, for callers that read again and again.
package struct SentFileReader: Sendable {
  package let plan: Plan
  let reader: FileReader

  package init(_ plan: Plan) {
    self.plan = plan
    reader = FileReader(plan: plan)
  }

  /// Reads files; that none of them can be used is no failure here, since the findings say it.
  ///
  /// - Parameters:
  ///   - files: The files, in the order in which they are numbered.
  ///   - options: For what year and day; its data folder is not looked at.
  /// - Returns: Files, records by form, and what is wrong with them.
  /// - Throws: `IngestFailure.yearOutsidePlan`.
  package func read(
    _ files: [SentFile],
    options: IngestOptions
  ) throws(IngestFailure) -> IngestTables {
    try requireYear(options.year, of: plan)
    let found = files.map { place($0, until: options.year) }
    return try Ingest.read(found, reader, options, Dataset(), findings: [])
  }

  /// Finds the sender that a file names, or why it is not opened.
  private func place(_ file: SentFile, until lastYear: Int) -> FoundFile {
    func misplaced(_ finding: Finding) -> FoundFile {
      FoundFile(sent: file, senderID: "", misplaced: finding)
    }
    guard let year = file.year, plan.years.all.contains(year) else {
      let name = file.year.map { String($0) } ?? ""
      return misplaced(.unknownYear(file.path, found: name, years: plan.years))
    }
    guard year <= lastYear else { return misplaced(.laterYear(file.path, evaluated: lastYear)) }
    let known = plan.senders(in: year)
    guard let sender = known[file.sender] else {
      let names = known.keys.sorted()
      return misplaced(
        .unknownSender(file.path, found: file.sender, known: names, year: year)
      )
    }
    return FoundFile(sent: file, senderID: sender.id)
  }
}

/// Reads files that the caller names, as `SentFileReader` does.
package func ingest(
  _ plan: Plan,
  files: [SentFile],
  options: IngestOptions
) throws(IngestFailure) -> IngestTables {
  try SentFileReader(plan).read(files, options: options)
}
