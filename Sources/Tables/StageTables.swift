package import Diagnostics
package import Plan

/// What ingest gives.
package struct IngestTables: Sendable, Equatable {
  package var settings: RunSettings
  package var files: [SourceFileRow]
  package var notes: [NoteRow]
  package var totals: [TotalRow]
  /// One for each form of the plan, in its order.
  package var records: [RawRecords]
  package var findings: [Finding]

  package init(
    settings: RunSettings,
    files: [SourceFileRow],
    notes: [NoteRow],
    totals: [TotalRow] = [],
    records: [RawRecords],
    findings: [Finding]
  ) {
    self.settings = settings
    self.files = files
    self.notes = notes
    self.totals = totals
    self.records = records
    self.findings = findings
  }

  package func stageFiles() -> [StageFile] {
    [
      StageFile(settings.rows), StageFile(files), StageFile(notes), StageFile(totals),
      findingsFile(.ingest, findings),
    ]
      + records.map { records in
        StageFile(name: "\(Self.recordsPrefix)\(records.form).csv") { records.write($0) }
      }
  }

  /// How names of tables of records begin.
  package static let recordsPrefix = "records-"

  /// The same without the records of all forms.
  package var withoutRecords: IngestTables {
    var tables = self
    tables.records = []
    return tables
  }

  /// Reads what ingest left in a workspace.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - plan: The plan, whose forms the records are of.
  ///   - withRecords: Whether the records are read, too; without them there are none.
  ///   - jobs: The most threads.
  /// - Throws: `TableError` for a table that is missing or damaged.
  package init(
    workspace: String,
    plan: Plan,
    withRecords: Bool = true,
    jobs: Int = 1
  ) throws(TableError) {
    let folder = StageFolder(workspace: workspace, stage: .ingest, jobs: jobs)
    settings = try RunSettings(try folder.rows(SettingRow.self), file: folder.path(of: "run.csv"))
    files = try folder.rows(SourceFileRow.self)
    // Rows name their file by its number: two files of one would share their rows.
    var numbers: Set<Int> = []
    for file in files where !numbers.insert(file.file).inserted {
      throw TableError(
        location: Location(file: folder.path(of: "files.csv")),
        found: String(file.file),
        expected: LocalisedText(vi: "mỗi tệp một số riêng", en: "a number of its own for each file")
      )
    }
    notes = try folder.rows(NoteRow.self)
    totals = try folder.rows(TotalRow.self)
    findings = try folder.rows(FindingRow.self).map(\.finding)
    records = []
    for form in withRecords ? plan.forms : [] {
      let name = "\(Self.recordsPrefix)\(form.name).csv"
      records.append(
        try RawRecords(
          form: form.name,
          fields: form.columnNames,
          reading: try folder.bytes(name),
          file: folder.path(of: name),
          jobs: folder.jobs
        )
      )
    }
  }
}

/// What clean gives.
package struct CleanTables: Sendable, Equatable {
  package var records: [TypedRecords]
  package var setAside: [SetAsideRow]
  package var superseded: [SupersededRow]
  package var revisions: [RevisionRow]
  package var accounts: [RowAccountRow]
  package var findings: [Finding]

  package init(
    records: [TypedRecords],
    setAside: [SetAsideRow],
    superseded: [SupersededRow],
    revisions: [RevisionRow] = [],
    accounts: [RowAccountRow],
    findings: [Finding]
  ) {
    self.records = records
    self.setAside = setAside
    self.superseded = superseded
    self.revisions = revisions
    self.accounts = accounts
    self.findings = findings
  }

  /// The stage's files, one for the records of each form that is named; nil names all.
  package func stageFiles(recordsOf forms: Set<String>? = nil) -> [StageFile] {
    [
      StageFile(setAside), StageFile(superseded), StageFile(revisions), StageFile(accounts),
      findingsFile(.clean, findings),
    ]
      + records.filter { forms?.contains($0.form) ?? true }.map { records in
        StageFile(name: "values-\(records.form).csv") { records.write($0) }
      }
  }

  /// Gives up the records of all forms but some.
  package mutating func keepRecords(of forms: Set<String>) {
    records = records.map { forms.contains($0.form) ? $0 : $0.emptied }
  }

  /// Reads what clean left in a workspace.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - plan: The plan, whose forms the records are of.
  ///   - forms: Forms whose records are read; nil for all. Those of others have no rows.
  ///   - jobs: The most threads.
  /// - Throws: `TableError` for a table that is missing or damaged.
  package init(
    workspace: String,
    plan: Plan,
    forms: Set<String>? = nil,
    jobs: Int = 1
  ) throws(TableError) {
    let folder = StageFolder(workspace: workspace, stage: .clean, jobs: jobs)
    setAside = try folder.rows(SetAsideRow.self)
    superseded = try folder.rows(SupersededRow.self)
    revisions = try folder.rows(RevisionRow.self)
    accounts = try folder.rows(RowAccountRow.self)
    findings = try folder.rows(FindingRow.self).map(\.finding)
    records = []
    for form in plan.forms {
      guard forms?.contains(form.name) ?? true else {
        records.append(TypedRecords(form: form.name, fields: form.fields.map(\.name), columns: []))
        continue
      }
      let name = "values-\(form.name).csv"
      records.append(
        try TypedRecords(
          form: form.name,
          fields: form.fields.map(\.name),
          emptyColumns: form.fields.map { TypedColumn(emptyFor: $0) },
          reading: try folder.bytes(name),
          file: folder.path(of: name),
          jobs: folder.jobs
        )
      )
    }
  }
}

/// What join gives.
package struct JoinTables: Sendable, Equatable {
  package var facts: [FactRow]
  package var reporting: [ReportingRow]
  package var conflicts: [ConflictRow]
  /// What distinct counts of several units have in common.
  package var overlaps: [OverlapRow]
  package var findings: [Finding]

  package init(
    facts: [FactRow],
    reporting: [ReportingRow],
    conflicts: [ConflictRow],
    overlaps: [OverlapRow] = [],
    findings: [Finding]
  ) {
    self.overlaps = overlaps
    self.facts = facts
    self.reporting = reporting
    self.conflicts = conflicts
    self.findings = findings
  }

  package func stageFiles() -> [StageFile] {
    [
      StageFile(facts), StageFile(reporting), StageFile(conflicts), StageFile(overlaps),
      findingsFile(.join, findings),
    ]
  }

  package init(workspace: String, jobs: Int = 1) throws(TableError) {
    let folder = StageFolder(workspace: workspace, stage: .join, jobs: jobs)
    facts = try folder.rows(FactRow.self)
    reporting = try folder.rows(ReportingRow.self)
    conflicts = try folder.rows(ConflictRow.self)
    overlaps = try folder.rows(OverlapRow.self)
    findings = try folder.rows(FindingRow.self).map(\.finding)
  }
}

/// What indicators gives.
package struct IndicatorTables: Sendable, Equatable {
  package var indicators: [IndicatorRow]
  package var targets: [TargetRow]
  package var scores: [ScoreRow]

  package init(indicators: [IndicatorRow], targets: [TargetRow], scores: [ScoreRow]) {
    self.indicators = indicators
    self.targets = targets
    self.scores = scores
  }

  package func stageFiles() -> [StageFile] {
    [StageFile(indicators), StageFile(targets), StageFile(scores)]
  }

  package init(workspace: String, jobs: Int = 1) throws(TableError) {
    let folder = StageFolder(workspace: workspace, stage: .indicators, jobs: jobs)
    indicators = try folder.rows(IndicatorRow.self)
    targets = try folder.rows(TargetRow.self)
    scores = try folder.rows(ScoreRow.self)
  }
}

/// What trends gives.
package struct TrendTables: Sendable, Equatable {
  package var trends: [TrendRow]
  package var comparisons: ComparisonRows
  package var tests: [ComparisonTestRow]

  package init(
    trends: [TrendRow],
    comparisons: ComparisonRows,
    tests: [ComparisonTestRow] = []
  ) {
    self.trends = trends
    self.comparisons = comparisons
    self.tests = tests
  }

  package func stageFiles() -> [StageFile] {
    [StageFile(trends), StageFile(comparisons), StageFile(tests)]
  }

  package init(workspace: String, jobs: Int = 1) throws(TableError) {
    let folder = StageFolder(workspace: workspace, stage: .trends, jobs: jobs)
    trends = try folder.rows(TrendRow.self)
    comparisons = ComparisonRows(try folder.rows(ComparisonRow.self))
    tests = try folder.rows(ComparisonTestRow.self)
  }
}

private func findingsFile(_ stage: Stage, _ findings: [Finding]) -> StageFile {
  StageFile(findings.sorted().map { FindingRow(stage: stage.rawValue, finding: $0) })
}
