package import Diagnostics
package import Plan
package import Tables

/// A unit that has the plan as one above it may show it: only what the unit itself publishes.
package struct PublishedPart: Sendable {
  /// The plan as it is evaluated for the unit.
  package let plan: Plan
  /// Day for which it evaluated; nil where it handed up nothing.
  package let asOf: CalendarDate?
  package let reporting: [ReportingRow]
  /// Rows of the unit itself.
  package let indicators: [IndicatorRow]
  package let targets: [TargetRow]

  /// - Parameters:
  ///   - plan: The plan as it is evaluated for the unit.
  ///   - settings: The settings, with the day for which the unit evaluated.
  ///   - join: Facts and reports of the unit; nil where it handed up nothing.
  ///   - indicators: What was made of them, for the unit and its members.
  package init(
    _ plan: Plan,
    _ settings: RunSettings,
    _ join: JoinTables?,
    _ indicators: IndicatorTables
  ) {
    self.plan = plan
    asOf = join == nil ? nil : settings.asOf
    reporting = join?.reporting ?? []
    let tables = DisclosedTables(
      plan,
      ingest: IngestTables(settings: settings, files: [], notes: [], records: [], findings: []),
      clean: CleanTables(records: [], setAside: [], superseded: [], accounts: [], findings: []),
      join: join ?? JoinTables(facts: [], reporting: [], conflicts: [], findings: []),
      indicators: indicators,
      trends: TrendTables(trends: [], comparisons: [])
    )
    self.indicators = tables.indicators.filter { $0.unit == plan.unit }
    targets = tables.targets.filter { $0.unit == plan.unit }
  }
}

/// What is published of units above those that publish for themselves.
///
/// A figure is published if all units that it is made of publish theirs. Whoever has their reports
/// could then compute it, so that it tells nothing of what they hide.
struct RolledUpDisclosure {
  private let plan: Plan
  private let year: Int
  private let parts: [PublishedPart]
  private let own: [IndicatorKey: IndicatorRow]
  private let ownTargets: [IndicatorKey: TargetRow]
  private let sensitive: Set<String>

  init(_ plan: Plan, year: Int, _ parts: [PublishedPart]) {
    self.plan = plan
    self.year = year
    self.parts = parts
    own = Dictionary(
      parts.flatMap(\.indicators).map {
        (IndicatorKey(indicator: $0.indicator, unit: $0.unit, year: $0.year), $0)
      }
    ) { first, _ in first }
    ownTargets = Dictionary(
      parts.flatMap(\.targets).map {
        (IndicatorKey(indicator: $0.target, unit: $0.unit, year: $0.year), $0)
      }
    ) { first, _ in first }
    sensitive = Set(plan.indicators.filter(\.isSensitive).map(\.id))
  }

  func indicators(_ rows: [IndicatorRow]) -> [IndicatorRow] {
    let below = unitsBelow()
    return rows.map { row in
      if let published = own[IndicatorKey(row)] { return published }
      let hides = (below[row.unit] ?? []).contains { unit in
        own[IndicatorKey(indicator: row.indicator, unit: unit, year: row.year)]?.missing
          == .suppressed
      }
      if hides { return row.suppressed }
      var row = row
      if sensitive.contains(row.indicator), row.restsOnSingleUnits {
        row.worst = nil
        row.best = nil
      }
      return row
    }
  }

  /// - Parameters:
  ///   - rows: Rows of targets.
  ///   - indicators: Rows of indicators before any is hidden.
  ///   - hidden: Those that are not published.
  /// - Returns: The rows as they may be published.
  func targets(
    _ rows: [TargetRow],
    _ indicators: [IndicatorRow],
    hidden: Set<IndicatorKey>
  ) -> [TargetRow] {
    let below = unitsBelow()
    let single = Set(
      indicators.filter { sensitive.contains($0.indicator) && $0.restsOnSingleUnits }
        .map(IndicatorKey.init)
    )
    return rows.map { row in
      let key = IndicatorKey(indicator: row.target, unit: row.unit, year: row.year)
      if let published = ownTargets[key] { return published }
      let years = (plan.years.base...max(plan.years.base, row.year)).map {
        IndicatorKey(indicator: row.indicator, unit: row.unit, year: $0)
      }
      let isOpen = (below[row.unit] ?? []).allSatisfy { unit in
        var part = key
        part.unit = unit
        return ownTargets[part]?.status != .suppressed
      }
      guard !isOpen || years.contains(where: { hidden.contains($0) || single.contains($0) }) else {
        return row
      }
      return row.suppressed(isFigureHidden: years.last.map(hidden.contains) ?? true)
    }
  }

  private func unitsBelow() -> [String: [String]] {
    Dictionary(
      (plan.members(in: year).map(\.code) + [plan.unit]).map { unit in
        (unit, plan.planUnits(below: unit, in: year).map(\.code))
      }
    ) { first, _ in first }
  }
}

extension IndicatorKey {
  init(_ row: IndicatorRow) {
    self.init(indicator: row.indicator, unit: row.unit, year: row.year)
  }
}

extension IndicatorRow {
  /// Whether denominators of single units stand behind the bounds, perhaps hidden ones.
  fileprivate var restsOnSingleUnits: Bool { reported < expected && boundBasis != "unbounded" }
}

extension TargetRow {
  /// The row without its status, and without its figures where they are hidden too.
  fileprivate func suppressed(isFigureHidden: Bool) -> TargetRow {
    var row = self
    row.evidence = TargetEvidence()
    row.status = .suppressed
    row.worst = .suppressed
    row.best = .suppressed
    row.since = nil
    // What "fewer" asks for is the count of the base year.
    if row.form == Target.Form.fewer.rawValue { row.targetValue = nil }
    guard isFigureHidden else { return row }
    row.numerator = nil
    row.denominator = nil
    row.value = nil
    return row
  }
}

extension DisclosedTables {
  /// The tables of units above those that publish for themselves.
  init(
    _ plan: Plan,
    _ settings: RunSettings,
    _ parts: [PublishedPart],
    indicators: IndicatorTables,
    trends: TrendTables
  ) {
    self.init(
      plan,
      ingest: IngestTables(settings: settings, files: [], notes: [], records: [], findings: []),
      clean: CleanTables(records: [], setAside: [], superseded: [], accounts: [], findings: []),
      join: JoinTables(facts: [], reporting: [], conflicts: [], findings: []),
      indicators: IndicatorTables(indicators: [], targets: [], scores: []),
      trends: TrendTables(trends: [], comparisons: [])
    )
    let disclosure = RolledUpDisclosure(plan, year: settings.year, parts)
    self.indicators = disclosure.indicators(indicators.indicators)
    let hidden = Set(
      self.indicators.filter { $0.missing == .suppressed }.map(IndicatorKey.init)
    )
    targets = disclosure.targets(indicators.targets, indicators.indicators, hidden: hidden)
    let rule = IndicatorDisclosure(
      plan: plan,
      suppression: Suppression(plan: plan, facts: []),
      overlaps: [],
      contributing: ContributingUnits(plan, [], nil)
    )
    self.trends = trends.trends.map { rule.disclosed($0, hidden: hidden, year: settings.year) }
    let beside = ComparisonDisclosure(plan: plan, hidden: hidden)
    comparisons = beside.disclosed(trends.comparisons)
    comparisonTests = trends.tests.map(beside.disclosed)
    handedUp = parts.map { HandedUpRow($0, year: settings.year) }.sorted { $0.unit < $1.unit }
  }
}
