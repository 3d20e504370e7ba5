import Parallel
package import Plan
package import Tables

/// Joins typed records and org units to facts, and tells who reported and what contradicts.
///
/// Facts are given for every data element, every unit it is about and every year in which its
/// form is due: a value, or the reason for none. At most so many `jobs` run at a time; the tables do
/// not depend on it.
package func join(
  _ plan: Plan,
  _ ingest: IngestTables,
  _ clean: CleanTables,
  jobs: Int = 1
) -> JoinTables {
  let years = plan.years.base...max(plan.years.base, ingest.settings.year)
  let records = Dictionary(clean.records.map { ($0.form, $0) }) { first, _ in first }
  let reports = YearReports(plan, years: years, ingest, records, jobs: jobs)
  let reporting = reportingRows(
    plan,
    years: years,
    files: ingest.files,
    accounts: clean.accounts,
    records: records,
    reports: reports
  )
  let index = ReportingIndex(reporting)

  let (summaries, registers) = both(jobs: jobs) {
    var facts: [FactRow] = []
    let own = summaryFacts(plan, years: years, records: records, reports: reports)
    appendByPlace([own], to: &facts)
    return facts
  } _: {
    registerFacts(
      plan,
      years: years,
      records: records,
      reporting: index,
      reports: reports,
      jobs: jobs
    )
  }
  let facts = mergedByElement(summaries, registers.facts)

  let paths = Dictionary(ingest.files.map { ($0.file, $0.path) }) { first, _ in first }
  let parts = PartialFacts(facts, reports)
  let (violations, outliers) = both(jobs: jobs) {
    ruleViolations(
      plan,
      years: years,
      facts: FactIndex(facts),
      overlaps: KeyOverlaps(registers.overlaps),
      parts: parts,
      reporting: index,
      paths: paths
    )
  } _: {
    outlierFindings(
      plan,
      years: years,
      facts: parts.wholeYears(facts),
      files: ingest.files
    )
  }
  let unplaced = registers.unplaced.map { unplacedFinding($0, paths: paths) }
  return JoinTables(
    facts: facts,
    reporting: reporting,
    conflicts: registers.conflicts + violations.conflicts,
    overlaps: registers.overlaps,
    findings: (unplaced + violations.findings + outliers).sorted()
  )
}
