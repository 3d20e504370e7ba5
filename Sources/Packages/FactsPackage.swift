package import Diagnostics
package import Tables

/// What units that have a plan hand up: facts and reports, no texts and no persons.
///
/// It holds small counts as they are, and is not for publication. A package of several units is
/// nothing else than theirs together, so that one of packages does not depend on the way it was
/// put together.
package struct FactsPackage: Sendable, Equatable {
  /// Id of the plan.
  package var plan: String
  /// Year that the units evaluated; facts are of the years up to it.
  package var year: Int
  /// Files of the plan that the units had, by path.
  package var files: [PlanFileRow]
  /// By code.
  package var units: [HandedUnit]

  /// Version of the format.
  static let format = 1

  package init(plan: String, year: Int, files: [PlanFileRow], units: [HandedUnit]) {
    self.plan = plan
    self.year = year
    self.files = files
    self.units = units.sorted { $0.unit < $1.unit }
  }
}

/// What one unit that has the plan hands up.
package struct HandedUnit: Sendable, Equatable {
  /// Code.
  package var unit: String
  /// Day for which it evaluated.
  package var asOf: CalendarDate
  package var datasetTitle: LocalisedText
  package var isSynthetic: Bool
  package var notice: LocalisedText
  var handed: HandedFacts
  /// What members' distinct counts have in common, by element, year and units.
  package var overlaps: [OverlapRow]
  /// By form, sender and year.
  package var reporting: [ReportingRow]

  /// By element, unit, year and category, without their sources.
  package var facts: [FactRow] {
    get { handed.withoutSources }
    set { handed = HandedFacts(rows: newValue) }
  }

  /// - Parameters:
  ///   - unit: Code of the unit.
  ///   - settings: Settings of the unit's run.
  ///   - join: What it made of the reports.
  package init(unit: String, _ settings: RunSettings, _ join: JoinTables) {
    self.unit = unit
    asOf = settings.asOf
    datasetTitle = settings.datasetTitle
    isSynthetic = settings.isSynthetic
    notice = settings.notice
    let facts = join.facts
    // Join gives them in this order but for years of more digits than others.
    handed = HandedFacts(
      rows: HandedFact.areSorted(facts.span)
        ? facts : facts.sorted { HandedFact.comes($0, before: $1) }
    )
    overlaps = join.overlaps.sorted { HandedOverlap.comes($0, before: $1) }
    reporting = join.reporting.sorted { HandedReport.comes($0, before: $1) }
  }

  /// The unit's part of what a run made of reports.
  package var join: JoinTables {
    JoinTables(facts: facts, reporting: reporting, conflicts: [], overlaps: overlaps, findings: [])
  }
}

/// Facts that are handed up without their sources, which are files of the unit.
///
/// They are kept as they came: a country's would otherwise stand in memory twice.
struct HandedFacts: Sendable, Equatable {
  let rows: [FactRow]

  var withoutSources: [FactRow] {
    rows.map { row in
      var row = row
      row.sources = []
      return row
    }
  }

  static func == (a: HandedFacts, b: HandedFacts) -> Bool { a.withoutSources == b.withoutSources }
}
