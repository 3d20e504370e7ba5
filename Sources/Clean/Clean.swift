import Diagnostics
import Parallel
import PersonalData
package import Plan
package import Tables

/// Types the records that ingest read, and settles which rows are used.
///
/// Every row ends as used, superseded or set aside; the account of each file shows it. At most so
/// many `jobs` run at a time; the tables do not depend on it.
package func clean(_ plan: Plan, _ input: IngestTables, jobs: Int = 1) -> CleanTables {
  var input = input
  return clean(plan, taking: &input, jobs: jobs)
}

/// The same, with the records given up on the way: a country's are most of what a run holds.
package func clean(_ plan: Plan, taking input: inout IngestTables, jobs: Int) -> CleanTables {
  let (sources, eras) = both(jobs: jobs) { [input] in
    Sources(input.files, input.notes)
  } _: { [input] in
    yearTimes(plan, input.files)
  }
  var times = eras
  let words = CellWords(plan.words)
  let totals = TableTotals(input)
  defer { input.records = [] }
  var forms: [FormRows] = []
  for form in plan.forms {
    guard let place = input.records.firstIndex(where: { $0.form == form.name }) else { continue }
    let raw = input.records.remove(at: place)
    var rows = FormRows(form, raw, sources, countsCases: countsCases(form, in: plan))
    rows.changingYears = Set(times.eras.keys)
    forms.append(rows)
  }
  parallelChange(&forms, jobs: jobs) { [times] rows in
    rows.typeCells(words: words, jobs: jobs)
    rows.combineParts(words: words)
    rows.readMoments(times.eras)
  }
  times.evidence = times.eras.mapValues { YearEvidence($0, forms) }
  let names = YearlyNames(plan)
  let read = input.files.filter { $0.status == .read }.map { (file: $0, forms: $0.forms) }
  parallelChange(&forms, jobs: jobs) { [times] rows in
    let name = rows.form.name
    let files = read.filter { $0.forms.contains(name) }.map(\.file)
    rows.settle(plan, times, names, jobs: jobs)
    rows.gatherFilesOfOthers()
    rows.settleSenders(times.eras, files)
    rows.replaceWholeFiles(files, sources.order)
    rows.placeListed(times.eras)
    rows.removeDuplicates(sources.order, jobs: jobs) { place(of: $0, in: plan) }
    rows.settleOverlaps(times.eras)
    rows.noteLand(plan, times.eras)
    rows.noteLostZeros(jobs: jobs)
    rows.check(plan)
    rows.checkTotals(totals, words: words)
  }
  checkReferences(&forms)

  let broken = input.findings.filter { SourceFileRow.rowFaults.contains($0.code) }
  let setAside = setAside(forms, brokenRows(broken, input.files), jobs: jobs)
  let superseded = parallelSorted(
    masked(take(&forms, \.superseded), jobs: jobs, masked),
    jobs: jobs
  ) { ($0.file, $0.line) < ($1.file, $1.line) }
  let revisions = masked(take(&forms, \.revisions), jobs: jobs, masked)
  let accounts = accounts(input.files, forms, setAside)
  let said = forms.flatMap(\.findings)
  let findings = parallelRanges(said.count, of: 256, jobs: jobs) { $0.map { said[$0].masked } }
  for index in forms.indices { forms[index].forgetRemarks() }
  return CleanTables(
    records: forms.indices.map { forms[$0].takeRecords(jobs: jobs) },
    setAside: setAside,
    superseded: superseded,
    revisions: revisions,
    accounts: accounts,
    findings: parallelSorted(findings, jobs: jobs)
  )
}

/// The years of files in which units change.
private func yearTimes(_ plan: Plan, _ files: [SourceFileRow]) -> YearTimes {
  var times = YearTimes()
  for year in Set(files.compactMap(\.year)) where plan.changesUnits(within: year) {
    times.eras[year] = UnitEras(plan, YearUnits(plan, year))
  }
  return times
}

/// Place of a sender in the plan; units of a level share theirs.
private func place(of sender: String, in plan: Plan) -> Int {
  plan.senders.firstIndex { $0.id == sender }
    ?? plan.senders.firstIndex { $0.eachLevel != nil } ?? plan.senders.count
}

/// Whether each row of a form is a case or a person.
private func countsCases(_ form: Form, in plan: Plan) -> Bool {
  form.kind == .register
    && (form.fields.contains(where: \.isSensitive)
      || plan.elements.contains { $0.isSensitive && $0.form == form.name })
}

private func checkReferences(_ forms: inout [FormRows]) {
  for index in forms.indices {
    for foreignKey in forms[index].form.foreignKeys {
      guard let other = forms.first(where: { $0.form.name == foreignKey.form }) else { continue }
      forms[index].restoreZeros(foreignKey, against: other.keys(foreignKey.key))
      forms[index].check(
        foreignKey,
        against: other.keys(foreignKey.key),
        title: other.form.title
      )
    }
  }
}

/// Rows that ingest could not take apart; their findings carry the line and no text.
private func brokenRows(_ findings: [Finding], _ files: [SourceFileRow]) -> [SetAsideRow] {
  // By bytes: a name in form C and the same in form D are two files.
  let byPath = Dictionary(grouping: files) { Array($0.path.utf8) }
  return findings.compactMap { finding in
    // Tables below one another share a path; the row is the one's whose header is next above it.
    guard let line = finding.location.line, let all = byPath[Array(finding.location.file.utf8)],
      let file = (all.last { $0.headerLine ?? 0 <= line } ?? all.first)?.file
    else { return nil }
    return SetAsideRow(
      extent: .row,
      file: file,
      line: line,
      column: nil,
      field: "",
      text: finding.found,
      reason: finding.code
    )
  }
}

/// What became of the rows of each file.
private func accounts(
  _ files: [SourceFileRow],
  _ forms: [FormRows],
  _ setAside: [SetAsideRow]
) -> [RowAccountRow] {
  var counts: [Int: (used: Int, superseded: Int, setAside: Int)] = [:]
  for rows in forms {
    for (file, own) in rows.raw.fileRanges {
      let states = rows.states[own]
      counts[file, default: (0, 0, 0)].used += states.count { $0 == .used }
      counts[file, default: (0, 0, 0)].superseded += states.count { $0 == .superseded }
    }
  }
  // Counted from the table itself, so that the account proves that each such row stands there.
  for row in setAside where row.extent == .row {
    counts[row.file, default: (0, 0, 0)].setAside += 1
  }
  return files.map { file in
    var account = RowAccountRow(
      file: file.file,
      path: file.path,
      records: file.records,
      layoutRows: file.layoutRows
    )
    if file.status == .setAside {
      account.setAside = account.rows
    } else if let count = counts[file.file] {
      account.used = count.used
      account.superseded = count.superseded
      account.setAside = count.setAside
    }
    return account
  }
}
