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

  /// The same, with the facts of each unit in some bytes each.
  package var coded: FactsPackage {
    var package = self
    for place in units.indices { package.units[place].handed = .coded(units[place].codedFacts) }
    return package
  }

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
    set { handed = .rows(newValue) }
  }

  /// The facts in some bytes each.
  package var codedFacts: CodedFacts { handed.coded }

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
    handed = .rows(
      HandedFact.areSorted(facts.span)
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
enum HandedFacts: Sendable, Equatable {
  /// As they came: those of a country's only unit would otherwise stand in memory twice.
  case rows([FactRow])
  /// Of one among many units.
  case coded(CodedFacts)

  var coded: CodedFacts {
    switch self {
    case .rows(let rows): CodedFacts(rows)
    case .coded(let facts): facts
    }
  }

  var count: Int {
    switch self {
    case .rows(let rows): rows.count
    case .coded(let facts): facts.count
    }
  }

  var withoutSources: [FactRow] {
    switch self {
    case .rows(let rows):
      rows.map { row in
        var row = row
        row.sources = []
        return row
      }
    case .coded(let facts): facts.rows
    }
  }

  /// Looks at one fact after the other, which is not copied where it stands as a row.
  func eachFact(_ look: (borrowing FactRow) -> Void) {
    switch self {
    case .rows(let rows): for place in rows.indices { look(rows.span[place]) }
    case .coded(let facts): for place in 0..<facts.count { look(facts[place]) }
    }
  }

  /// What a fact is about.
  typealias Subject = (element: String, unit: String, year: Int)

  /// What the first fact is about of which something holds.
  func firstSubject(where holds: (_ element: String, _ unit: String, _ year: Int) -> Bool)
    -> Subject?
  {
    switch self {
    case .rows(let rows):
      rows.lazy.map { ($0.element, $0.unit, $0.year) }.first(where: holds)
    case .coded(let facts):
      (0..<facts.count).lazy.map(facts.subject(at:)).first(where: holds)
    }
  }

  static func == (a: HandedFacts, b: HandedFacts) -> Bool { a.withoutSources == b.withoutSources }
}
