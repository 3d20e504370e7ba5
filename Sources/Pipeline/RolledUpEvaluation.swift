import Diagnostics
import Indicators
import Ingest
import Packages
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
  /// - Throws: `PipelineFailure` where facts are of a unit that does not lie below.
  init(
    _ plan: Plan,
    _ package: FactsPackage,
    asOf: CalendarDate?,
    _ folder: String
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
    var tables: [PlanUnitTables] = []
    var published: [PublishedPart] = []
    for code in units {
      let own = try plan.at(code, in: year, folder)
      let unit = handed[code]
      var settings = settings
      settings.unit = code
      settings.asOf = unit?.asOf ?? day
      let join =
        unit?.join ?? JoinTables(facts: [], reporting: [], conflicts: [], findings: [])
      let rows = StageRun.indicators(own, settings, join)
      tables.append(PlanUnitTables(plan: own, join: join, tables: rows))
      published.append(PublishedPart(own, settings, unit == nil ? nil : join, rows))
    }
    parts = published
    indicators = rolledUpIndicators(plan, settings, tables)
    trends = StageRun.trends(plan, settings, indicators)
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
