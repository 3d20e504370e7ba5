internal import Boundaries
internal import Diagnostics
internal import Plan
internal import Tables

/// What is worked out from facts, as far as hidden counts cannot be told from it.
struct DisclosedFigures: Sendable {
  let indicators: [IndicatorRow]
  let targets: [TargetRow]
  let trends: [TrendRow]
  let comparisons: ComparisonRows
  let tests: [ComparisonTestRow]

  init(
    _ plan: Plan,
    _ settings: RunSettings,
    _ join: JoinTables,
    _ figures: IndicatorTables,
    _ trends: TrendTables,
    suppression: Suppression
  ) {
    let rule = IndicatorDisclosure(
      plan: plan,
      suppression: suppression,
      overlaps: join.overlaps,
      contributing: ContributingUnits(
        plan,
        join.facts,
        settings.boundaries.map { Boundaries(on: $0, of: plan) }
      )
    )
    indicators = rule.disclosed(figures.indicators)
    let hidden = Set(
      indicators.filter { $0.missing == .suppressed }
        .map { IndicatorKey(indicator: $0.indicator, unit: $0.unit, year: $0.year) }
    )
    let attack = StatusAttack(plan: plan, rows: figures.indicators, hidden: hidden)
    let narrowing = attack.narrowing(figures.targets)
    targets = figures.targets.map { rule.disclosed($0, hidden: hidden, narrowing: narrowing) }
    self.trends =
      hidden.isEmpty
      ? trends.trends
      : trends.trends.map { rule.disclosed($0, hidden: hidden, year: settings.year) }
    let beside = ComparisonDisclosure(plan: plan, hidden: hidden)
    comparisons = beside.disclosed(trends.comparisons)
    tests = trends.tests.map(beside.disclosed)
  }
}
