package import Diagnostics
internal import Parallel
package import Plan
package import Tables

/// Writes everything that a run publishes.
///
/// - Parameters:
///   - plan: The plan.
///   - ingest: What ingest gave.
///   - clean: What clean gave.
///   - join: What join gave.
///   - indicators: What indicators gave.
///   - trends: What trends gave.
///   - previous: The publication that stands in this one's place, if there is one.
///   - language: Language of the texts.
///   - jobs: The most texts that are written at a time; the bytes are the same.
/// - Returns: Files by path below `reports/<plan>/<year>/`, in order of their paths, of which tables are
///   made when they are written; and the targets as the reports show them.
package func published(
  _ plan: Plan,
  ingest: IngestTables,
  clean: CleanTables,
  join: JoinTables,
  indicators: IndicatorTables,
  trends: TrendTables,
  previous: PreviousPublication? = nil,
  language: Language,
  jobs: Int = 1
) -> (files: [StageFile], targets: [TargetRow]) {
  let (context, differing) = both(jobs: jobs) {
    ReportContext(
      plan: plan,
      language: language,
      tables: DisclosedTables(
        plan,
        ingest: ingest,
        clean: clean,
        join: join,
        indicators: indicators,
        trends: trends,
        jobs: jobs
      ),
      records: clean.records,
      previous: previous,
      jobs: jobs
    )
  } _: {
    ReconciledMeasure.differing(
      reconciliation(plan, join.facts, KeyOverlaps(join.overlaps)),
      in: ingest.settings.year,
      of: plan
    )
  }
  let findings = Dictionary(
    grouping: ingest.findings + clean.findings + join.findings,
    by: \.sender
  )
  let conflicts = Dictionary(grouping: join.conflicts, by: \.sender)
  let revisions = Dictionary(grouping: clean.revisions, by: \.sender)
  var writers: [@Sendable () -> [StageFile]] = [{ context.tableFiles() }]
  // A country's register has one sender, whose list is as long as those of all communes of a district.
  let jobsOfList = max(1, jobs / max(1, context.senderIds.count))
  // What senders sent, and have to correct, is published once: with the year's own units.
  writers += (context.isOfOthersReports ? [] : context.senderIds).map { sender in
    {
      let list = CorrectionList(
        context,
        sender: sender,
        findings: findings[sender] ?? [],
        conflicts: conflicts[sender] ?? [],
        revisions: revisions[sender] ?? [],
        differing: differing[sender] ?? [],
        jobs: jobsOfList
      )
      return [StageFile(name: "\(PublishedFile.lists)/\(sender).md", text: list.markdown)]
    }
  }
  if let text = plan.templates[language] ?? plan.templates[.vietnamese] {
    writers.append {
      [StageFile(name: PublishedFile.report, text: context.report(Template(text)))]
    }
  }
  writers += (plan.hasUnitSheets ? context.members : []).map { unit in
    {
      let path = "\(PublishedFile.unitSheets)/\(unit.code).md"
      return [StageFile(name: path, text: context.unitSheet(unit))]
    }
  }
  let files = parallelMap(writers.count, jobs: jobs) { [writers] in writers[$0]() }
  return (files.flatMap(\.self).sorted { $0.name < $1.name }, context.tables.targets)
}

extension ReportContext {
  /// The published tables with their descriptor, which tells of them when they have been made.
  func tableFiles() -> [StageFile] {
    let tables = publishedTables()
    let name = "\(PublishedFile.tables)/datapackage.json"
    let descriptor = StageFile(name: name, isDescriptor: true) { put in
      // A descriptor of texts and whole numbers always encodes.
      if let json = try? DataPackage(tables, context: self).json() { put(json) }
    }
    return tables.map(\.file.file) + [descriptor]
  }

  /// The report, with the notice at its head where the template has no place for it.
  fileprivate func report(_ template: Template) -> String {
    let hasNotice = template.lines.contains { line in
      line.parts.contains(.block(name: BlockDirective.notice.rawValue, arguments: []))
    }
    let text = rendered(template)
    return hasNotice || !tables.settings.isSynthetic ? text : Markdown.blocks([notice, text])
  }
}
