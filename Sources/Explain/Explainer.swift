import Boundaries
package import Diagnostics
package import Plan
import Tables

/// Tells where a number comes from, down to the lines of the files that were sent.
///
/// It reads what the stages left, in which there are no names or numbers of persons.
package struct Explainer: Sendable {
  let plan: Plan
  let tables: ExplainedTables
  let language: Language
  let facts: FactIndex
  let overlaps: KeyOverlaps
  let sources: SourceRows
  /// By the path of their file.
  let findings: [String: FileFindings]
  /// Positions in `clean.superseded` by the row that takes their place.
  let supersededByLater: [SourceRow: [Int]]
  /// Positions in `clean.revisions` by the later row, where there is one.
  let revisionsByLater: [SourceRow?: [Int]]
  /// Positions in `clean.revisions`.
  let revisionsByUnit: [UnitYear: [Int]]
  /// Positions in `join.conflicts`.
  let conflictsByUnit: [UnitYear: [Int]]
  /// Whole rows of `clean.setAside` by their file.
  let setAsideByFile: [Int: [SetAsideRow]]
  let numbers: NumberText
  let rows: [RowKey: IndicatorRow]
  let targets: [RowKey: TargetRow]
  /// Facts of categories and totals.
  let factRows: [FigureKey.Figure: FactRow]
  /// Units that may report in a year, and those that are evaluated.
  let years: [Int: YearUnits]
  let evaluated: [Int: [OrgUnit]]
  /// Where the units of a year went at other boundaries, or at those of the year's first day.
  let links: [Int: MemberLinks]

  struct RowKey: Hashable {
    var id: String
    var unit: String
    var year: Int
  }

  struct UnitYear: Hashable {
    var unit: String
    var year: Int
  }

  package init(_ plan: Plan, _ tables: ExplainedTables, language: Language) {
    self.plan = plan
    self.tables = tables
    self.language = language
    facts = FactIndex(tables.join.facts)
    overlaps = KeyOverlaps(tables.join.overlaps)
    sources = SourceRows(tables.ingest, tables.sent)
    findings = Dictionary(
      grouping: tables.ingest.findings + tables.clean.findings + tables.join.findings,
      by: \.location.file
    ).mapValues(FileFindings.init)
    let superseded = tables.clean.superseded
    supersededByLater = Dictionary(grouping: superseded.indices) { place in
      SourceRow(file: superseded[place].byFile, line: superseded[place].byLine)
    }
    let revisions = tables.clean.revisions
    revisionsByLater = Dictionary(grouping: revisions.indices) { place in
      revisions[place].laterLine.map { SourceRow(file: revisions[place].laterFile, line: $0) }
    }
    revisionsByUnit = Dictionary(grouping: revisions.indices) { place in
      UnitYear(unit: revisions[place].unit, year: revisions[place].year)
    }
    let conflicts = tables.join.conflicts
    conflictsByUnit = Dictionary(grouping: conflicts.indices) { place in
      UnitYear(unit: conflicts[place].unit, year: conflicts[place].year)
    }
    setAsideByFile = Dictionary(grouping: tables.clean.setAside.filter { $0.extent == .row }) {
      $0.file
    }
    let settings = tables.ingest.settings
    let all = Array(plan.years.base...max(plan.years.base, settings.year))
    func byYear<Value>(_ value: (Int) -> Value?) -> [Int: Value] {
      Dictionary(all.compactMap { year in value(year).map { (year, $0) } }) { first, _ in first }
    }
    let units = byYear { YearUnits(plan, $0) }
    years = units
    evaluated = byYear { plan.members(in: $0, boundaries: settings.boundaries) }
    let reporting = Set(tables.join.facts.map { UnitYear(unit: $0.unit, year: $0.year) })
    links = byYear { year in
      let isMixed = units[year]?.later.contains {
        reporting.contains(UnitYear(unit: $0.key, year: year))
      }
      guard let start = CalendarDate(year: year, month: 1, day: 1),
        let day = settings.boundaries ?? (isMixed == true ? start : nil)
      else { return nil }
      let boundaries = Boundaries(on: day, of: plan)
      return MemberLinks(plan, year: year, boundaries, withLater: isMixed == true)
    }
    numbers = NumberText(language: language)
    rows = Dictionary(
      tables.indicators.indicators.map {
        (RowKey(id: $0.indicator, unit: $0.unit, year: $0.year), $0)
      }
    ) { first, _ in first }
    factRows = Dictionary(
      tables.join.facts.map {
        (.fact($0.element, unit: $0.unit, year: $0.year, category: $0.category), $0)
      }
    ) { first, _ in first }
    targets = Dictionary(
      tables.indicators.targets.map {
        (RowKey(id: $0.target, unit: $0.unit, year: $0.year), $0)
      }
    ) { first, _ in first }
  }

  var settings: RunSettings { tables.ingest.settings }

  func row(_ indicator: String, _ unit: String, _ year: Int) -> IndicatorRow? {
    rows[RowKey(id: indicator, unit: unit, year: year)]
  }

  /// The tree of a number; nil where the run has no such number.
  ///
  /// - Parameters:
  ///   - question: The number asked about.
  ///   - sentence: The sentence that the report has on it; empty where there is none.
  /// - Returns: The number, its parts, their rows, and what was found wrong with them.
  package func explanation(_ question: ExplainQuestion, sentence: String) -> Explanation? {
    let lists = question.lists
    switch question.figure {
    case .indicator(let id, let unit, let year):
      guard let indicator = plan.indicator(id), let row = row(id, unit, year) else { return nil }
      return tree(row, indicator, sentence: sentence, lists)
    case .series(let id, let unit, let years): return series(id, unit, years)
    case .target(let id, let unit, let year):
      return target(id, unit, year, sentence: sentence, lists)
    case .fact(let element, let unit, let year, let category):
      return fact(element, unit, year, category, lists)
    case .score(let sheet, let unit, let year): return score(sheet, unit, year, lists)
    case .reporting(let form, let sender, let year): return reporting(form, sender, year)
    }
  }

  /// Which run the numbers are of.
  package var run: Explanation {
    var text = say(
      vi: "lần chạy đánh giá năm \(settings.year), số liệu đến \(numbers.date(settings.asOf))",
      en: "in the run that evaluates \(settings.year), of data up to \(settings.asOf)"
    )
    if let day = settings.boundaries {
      text += say(vi: ", địa giới ngày \(numbers.date(day))", en: ", at the boundaries of \(day)")
    }
    return Explanation(text)
  }

  func say(vi: String, en: String) -> String { language == .vietnamese ? vi : en }
  func say(_ text: LocalisedText) -> String { text.text(in: language) }

  /// Name of a unit that is evaluated.
  func unitName(_ code: String, in year: Int) -> String {
    if code == plan.unit { return plan.planUnit(in: year)?.name ?? code }
    return evaluated[year]?.first { $0.code == code }?.name ?? code
  }

  /// Name of a unit that reported: at other boundaries its code may mean another unit.
  func reporterName(_ code: String, in year: Int) -> String {
    if code == plan.unit { return plan.planUnit(in: year)?.name ?? code }
    if code == FactRow.unplaced { return say(vi: "không rõ đơn vị", en: "unit not known") }
    guard let unit = years[year]?.unit(code) else { return code }
    guard years[year]?.isLater(code) == true else { return unit.unit.name }
    let day = date(unit.days.lowerBound)
    return "\(unit.unit.name) \(say(vi: "(từ \(day))", en: "(from \(day))"))"
  }

  /// Name of an agency, or of a unit that sends.
  func senderName(_ id: String, in year: Int) -> String {
    plan.sender(id).map { say($0.title) } ?? reporterName(id, in: year)
  }

  /// A number with the decimals that it needs; published tables have all of its digits.
  func number(_ value: Double) -> String { numbers.short(value, upTo: 4) }

  func date(_ day: CalendarDate) -> String { numbers.date(day) }
}
