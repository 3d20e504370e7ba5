import Diagnostics
import Indicators
import Ingest
import Packages
import Parallel
import Plan
import Reports
import Tables
import Trends

/// The evaluation of a unit above those that have the plan, from what they handed up.
struct RolledUpEvaluation {
  let settings: RunSettings
  /// Every unit below that has the plan, with what it publishes itself.
  let parts: [PublishedPart]
  let indicators: IndicatorTables
  let trends: TrendTables
  private let plan: Plan

  /// - Parameters:
  ///   - plan: The plan for the unit.
  ///   - package: The facts, of units below it.
  ///   - asOf: Day for which it is evaluated; nil for the latest of those of the units.
  ///   - folder: Where the facts come from, whose description names them.
  ///   - jobs: The most threads.
  /// - Throws: `PipelineFailure` where facts are of a unit that does not lie below.
  init(
    _ plan: Plan,
    _ package: FactsPackage,
    asOf: CalendarDate?,
    _ folder: String,
    jobs: Int
  ) throws(PipelineFailure) {
    let year = package.year
    let units = plan.planUnits(below: plan.unit, in: year).map(\.code)
    if let other = package.units.first(where: { !units.contains($0.unit) }) {
      throw .package(.notBelow(folder, unit: other.unit, target: plan.unit))
    }
    guard let day = asOf ?? package.asOf else { throw .noDataFolder(folder) }
    self.plan = plan
    settings = RunSettings(plan, package, asOf: day, try dataset(of: folder))
    let handed = Dictionary(package.units.map { ($0.unit, $0) }) { first, _ in first }
    let found = parallelMap(units.count, jobs: jobs) { [settings] place in
      Result { () throws(PipelineFailure) in
        let own = try plan.at(units[place], in: year, folder)
        return Self.part(own, settings, asOf: day, handed[units[place]])
      }
    }
    var tables: [PlanUnitTables] = []
    var published: [PublishedPart] = []
    for part in found {
      let part = try part.get()
      tables.append(part.tables)
      published.append(part.published)
    }
    parts = published
    indicators = rolledUpIndicators(plan, settings, tables, jobs: jobs)
    trends = StageRun.trends(plan, settings, indicators, jobs: jobs)
  }

  /// What a unit below brings to those above it, and what it publishes itself.
  private static func part(
    _ plan: Plan,
    _ settings: RunSettings,
    asOf day: CalendarDate,
    _ unit: HandedUnit?
  ) -> (tables: PlanUnitTables, published: PublishedPart) {
    var settings = settings
    settings.unit = plan.unit
    settings.asOf = unit?.asOf ?? day
    let join = unit?.join
    let all = join ?? JoinTables(facts: [], reporting: [], conflicts: [], findings: [])
    let rows = StageRun.indicators(plan, settings, all)
    let tables = PlanUnitTables(
      plan: plan,
      facts: unit?.codedFacts ?? CodedFacts([]),
      overlaps: all.overlaps,
      tables: rows
    )
    return (tables.lookedAtAbove, PublishedPart(plan, settings, join, rows))
  }

  func report(_ language: Language) -> (files: [StageFile], targets: [TargetRow]) {
    rolledUpReport(
      plan,
      settings,
      parts,
      indicators: indicators,
      trends: trends,
      language: language
    )
  }
}

extension RunSettings {
  /// The settings of a unit above: what any of the units is told of its data, it is told too.
  fileprivate init(
    _ plan: Plan,
    _ package: FactsPackage,
    asOf: CalendarDate,
    _ dataset: Dataset
  ) {
    self.init(
      plan: plan.id,
      unit: plan.unit,
      year: package.year,
      asOf: asOf,
      datasetTitle: Self.text([dataset.title], or: package.units.map(\.datasetTitle)),
      isSynthetic: dataset.isSynthetic || package.units.contains(where: \.isSynthetic),
      notice: Self.text([dataset.notice], or: package.units.map(\.notice))
    )
  }

  /// The first texts, or where they are empty the others, each once.
  private static func text(_ own: [LocalisedText], or others: [LocalisedText]) -> LocalisedText {
    let said = own.filter { !$0.vietnamese.isEmpty }
    var texts: [LocalisedText] = []
    for text in said.isEmpty ? others : said
    where !text.vietnamese.isEmpty && !texts.contains(text) {
      texts.append(text)
    }
    return LocalisedText(
      vi: texts.map(\.vietnamese).joined(separator: " "),
      en: texts.map(\.english).joined(separator: " ")
    )
  }
}
