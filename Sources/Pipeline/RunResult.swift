package import Diagnostics
package import Packages
package import Plan
package import Tables

/// What a run gave and where it stands.
package struct RunResult: Sendable {
  /// The plan for the unit that was evaluated.
  package var plan: Plan
  /// What the unit hands up.
  package var package: FactsPackage
  package var settings: RunSettings
  package var counts: RunCounts
  /// Tables of the stages, held so that they are not given back piece by piece before the program ends;
  /// nil for one unit of several.
  package var tables: RunTables?
  /// Targets as the reports show them.
  package var publishedTargets: [TargetRow]
  package var workspace: String
  package var reportFolder: String
  /// Folders of the same year at the boundaries of days on which units changed within it.
  package var otherFolders: [String] = []
  /// Names of the files in the report folder.
  package var reportFiles: [String]
}

/// What a run has read and found, in numbers.
package struct RunCounts: Sendable, Equatable {
  package var files: Int
  package var filesRead: Int
  package var filesSetAside: Int
  package var rows: Int
  package var used: Int
  package var superseded: Int
  package var setAside: Int
  /// Files with rows, and those of them whose rows are all accounted for.
  package var accounts: Int
  package var closed: Int
  package var findings: [Severity: Int]
  /// Reports of the year.
  package var due: Int
  package var sent: Int
  package var onTime: Int

  init(_ tables: RunTables) {
    let (read, accounts) = (tables.ingest.files, tables.clean.accounts)
    files = read.count
    filesRead = read.count { $0.status == .read }
    filesSetAside = read.count { $0.status == .setAside }
    rows = accounts.reduce(0) { $0 + $1.rows }
    used = accounts.reduce(0) { $0 + $1.used }
    superseded = accounts.reduce(0) { $0 + $1.superseded }
    setAside = accounts.reduce(0) { $0 + $1.setAside }
    self.accounts = accounts.count
    closed = accounts.count { $0.closes }
    findings = [:]
    for list in [tables.ingest.findings, tables.clean.findings, tables.join.findings] {
      for finding in list { findings[finding.severity, default: 0] += 1 }
    }
    let year = tables.ingest.settings.year
    let reports = tables.join.reporting.filter { $0.year == year }
    due = reports.count
    sent = reports.count { $0.status == .onTime || $0.status == .late }
    onTime = reports.count { $0.status == .onTime }
  }
}
