internal import Diagnostics
internal import Parallel
internal import Plan
internal import Tables

/// The tables of a run as they may be published: hidden counts are gone from all of them.
struct DisclosedTables: Sendable {
  var settings: RunSettings
  var files: [SourceFileRow]
  var findings: [FindingRow]
  var setAside: [SetAsideRow]
  var superseded: [SupersededRow]
  var revisions: [RevisionRow]
  var accounts: [RowAccountRow]
  var facts: [FactRow]
  var reporting: [ReportingRow]
  var conflicts: [ConflictRow]
  var reconciliation: [ReconciliationRow]
  var indicators: [IndicatorRow]
  var targets: [TargetRow]
  var scores: [ScoreRow]
  var trends: [TrendRow]
  var comparisons: ComparisonRows
  var comparisonTests: [ComparisonTestRow]
  /// Who handed up facts, where units are evaluated that others report to.
  var handedUp: [HandedUpRow] = []
  let sensitivity: Sensitivity

  init(
    _ plan: Plan,
    ingest: IngestTables,
    clean: CleanTables,
    join: JoinTables,
    indicators: IndicatorTables,
    trends: TrendTables,
    jobs: Int = 1
  ) {
    let suppression = Suppression(plan: plan, facts: join.facts)
    let sensitivity = Sensitivity(plan: plan, files: ingest.files)
    let (stated, figures) = both(jobs: jobs) {
      let facts = Self.disclosed(join.facts, plan, suppression, sensitivity)
      return (facts, Reports.reconciliation(plan, facts, KeyOverlaps(join.overlaps)))
    } _: {
      DisclosedFigures(
        plan,
        ingest.settings,
        join,
        indicators,
        trends,
        suppression: suppression
      )
    }
    (facts, reconciliation) = stated
    self.indicators = figures.indicators
    targets = figures.targets
    self.trends = figures.trends
    comparisons = figures.comparisons
    comparisonTests = figures.tests
    self.sensitivity = sensitivity
    settings = ingest.settings
    files = ingest.files
    accounts = clean.accounts
    superseded = clean.superseded
    revisions = sensitivity.neutral(clean.revisions)
    reporting = join.reporting
    scores = indicators.scores
    let staged = [
      (Stage.ingest, ingest.findings), (.clean, clean.findings), (.join, join.findings),
    ]
    findings = staged.flatMap { stage, findings in
      sensitivity.neutral(parallelSorted(findings, jobs: jobs)).map {
        FindingRow(stage: stage.rawValue, finding: $0)
      }
    }
    setAside = sensitivity.neutral(clean.setAside)
    conflicts = join.conflicts.map(sensitivity.neutral)
  }

  /// The facts without the counts that are hidden, and without the rows that would count cases.
  private static func disclosed(
    _ facts: [FactRow],
    _ plan: Plan,
    _ suppression: Suppression,
    _ sensitivity: Sensitivity
  ) -> [FactRow] {
    let fewCases = fewCases(plan, sensitivity, facts)
    var facts = facts
    var (element, isOfCases) = ("", false)
    for index in facts.indices {
      if facts.span[index].element != element {
        element = facts.span[index].element
        isOfCases = sensitivity.countsCases(elementForm(element))
      }
      if Self.isHidden(facts.span[index], fewCases, suppression) {
        facts[index].value = nil
        facts[index].text = ""
        facts[index].missing = .suppressed
        facts[index].sources = []
      }
      // Each row of such a register is a case or person; the list of rows would count them.
      if isOfCases { facts[index].sources = [] }
    }
    return facts
  }

  private static func isHidden(
    _ fact: FactRow,
    _ fewCases: Set<IndicatorKey>,
    _ suppression: Suppression
  ) -> Bool {
    let isKindOfFew =
      fact.category != FactRow.total
      && fewCases.contains(
        IndicatorKey(indicator: fact.element, unit: fact.unit, year: fact.year)
      )
    return isKindOfFew || suppression.hides(fact.element, fact.unit, fact.year, fact.category)
  }

  /// Where a unit has few cases of a kind; its kinds are hidden together, as their sum is known.
  private static func fewCases(
    _ plan: Plan,
    _ sensitivity: Sensitivity,
    _ facts: [FactRow]
  ) -> Set<IndicatorKey> {
    let smallest = Double(plan.disclosure.smallest)
    var few: Set<IndicatorKey> = []
    // Most facts are totals.
    for place in facts.indices where facts.span[place].category != FactRow.total {
      let fact = facts[place]
      guard fact.unit != plan.unit, let value = fact.addend, value > 0, value < smallest,
        sensitivity.countsPersons(elementForm(fact.element))
      else { continue }
      few.insert(IndicatorKey(indicator: fact.element, unit: fact.unit, year: fact.year))
    }
    return few
  }
}

/// Form of a data element: the part of its id before the full stop.
func elementForm(_ element: String) -> String {
  String(element.prefix { $0 != "." })
}

/// Place of a row in the table of indicators.
struct IndicatorKey: Hashable, Sendable {
  var indicator: String
  var unit: String
  var year: Int
}
