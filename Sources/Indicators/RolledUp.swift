internal import Diagnostics
internal import Parallel
package import Plan
package import Tables

/// A unit that has the plan, with what it handed up and what was made of it.
package struct PlanUnitTables: Sendable {
  /// The plan as it is evaluated for the unit.
  package var plan: Plan
  /// By element.
  package var facts: CodedFacts
  package var overlaps: [OverlapRow]
  /// The unit's and its members' rows.
  package var tables: IndicatorTables

  package init(
    plan: Plan,
    facts: CodedFacts,
    overlaps: [OverlapRow],
    tables: IndicatorTables
  ) {
    self.plan = plan
    self.facts = facts
    self.overlaps = overlaps
    self.tables = tables
  }

  /// The same without the rows that a unit above does not look at: of members only those count of which
  /// a target asks that they keep what they had.
  package var lookedAtAbove: PlanUnitTables {
    let kept = Set(plan.targets.lazy.filter { $0.form == .keepBase }.map(\.indicator))
    // New lists, which have no room for the rows that are gone.
    var part = self
    part.tables = IndicatorTables(
      indicators: tables.indicators.filter { $0.unit == plan.unit || kept.contains($0.indicator) },
      targets: tables.targets.filter { $0.unit == plan.unit },
      scores: []
    )
    return part
  }
}

/// Computes indicators and targets of a unit above several that have the plan, and of its members.
///
/// Each figure is made of the operands of all who report below the unit, never of percentages. A unit
/// that has the plan keeps the rows that it has by itself. What is told for `each` member only, and
/// scores, stay with the units that have them.
///
/// - Parameters:
///   - plan: The plan as it is evaluated for the unit.
///   - settings: The settings; indicators are computed for every year up to theirs.
///   - parts: Every unit below that has the plan; without facts where it handed up none.
///   - jobs: The most threads.
/// - Returns: Rows of the members and of the unit.
package func rolledUpIndicators(
  _ plan: Plan,
  _ settings: RunSettings,
  _ parts: [PlanUnitTables],
  jobs: Int = 1
) -> IndicatorTables {
  let years = plan.years.base...max(plan.years.base, settings.year)
  let own = Dictionary(parts.map { ($0.plan.unit, $0) }) { first, _ in first }
  var tables = IndicatorTables(indicators: [], targets: [], scores: [])
  var above: [UnitAbove] = []
  for unit in plan.members(in: settings.year).map(\.code) + [plan.unit] {
    if let part = own[unit] {
      tables.indicators += part.tables.indicators.filter { $0.unit == unit }
      tables.targets += part.tables.targets.filter { $0.unit == unit }
    } else {
      let codes = Set(plan.planUnits(below: unit, in: settings.year).map(\.code))
      let places = parts.indices.filter { codes.contains(parts[$0].plan.unit) }
      above.append(UnitAbove(unit: unit, codes: codes, parts: places))
    }
  }
  let rows = OperandsAbove(plan, years, parts).rows(of: above, jobs: jobs)
  let byUnit = Dictionary(grouping: rows, by: \.unit)
  let targets = parallelMap(above.count, jobs: jobs) { [above] place in
    let unit = above[place]
    return targetRows(
      plan,
      years,
      unit: unit.unit,
      byUnit[unit.unit] ?? [],
      unit.parts.map { parts[$0].tables },
      own: unit.codes
    )
  }
  tables.indicators += rows
  tables.targets += targets.joined()
  tables.indicators.sort {
    ($0.indicator, $0.unit, $0.year) < ($1.indicator, $1.unit, $1.year)
  }
  tables.targets.sort { ($0.target, $0.unit, $0.year) < ($1.target, $1.unit, $1.year) }
  return tables
}

/// A unit above several that have the plan.
private struct UnitAbove {
  var unit: String
  /// Codes of the units below that have the plan.
  var codes: Set<String>
  /// Their positions.
  var parts: [Int]
}

/// What the figures of units above are made of: the operands of all units below, one indicator at a time
/// on each thread.
///
/// Facts of a country take room, and no indicator needs those of many elements.
private struct OperandsAbove {
  let plan: Plan
  let years: ClosedRange<Int>
  let parts: [PlanUnitTables]
  /// Codes of members are those of one unit that has the plan, so that no two have things in common.
  private let allOverlaps: KeyOverlaps
  private let overlaps: [KeyOverlaps]
  private let changing: [ChangingYears]

  init(_ plan: Plan, _ years: ClosedRange<Int>, _ parts: [PlanUnitTables]) {
    self.plan = plan
    self.years = years
    self.parts = parts
    allOverlaps = KeyOverlaps(parts.flatMap(\.overlaps))
    overlaps = parts.map { KeyOverlaps($0.overlaps) }
    changing = parts.map { ChangingYears($0.plan, years) }
  }

  func rows(of above: [UnitAbove], jobs: Int) -> [IndicatorRow] {
    let indicators = above.isEmpty ? [] : plan.indicators.filter { $0.place != .each }
    return parallelRanges(indicators.count, of: 1, jobs: jobs) { places, rows in
      for place in places { addRows(of: indicators[place], above, to: &rows) }
    }
  }

  private func addRows(
    of indicator: Indicator,
    _ above: [UnitAbove],
    to rows: inout [IndicatorRow]
  ) {
    let elements = Set(indicator.elements).sorted()
    let facts = parts.map { $0.facts.rows(of: elements) }
    let whole = Measure(plan, indicator, FactIndex(facts.flatMap(\.self)), allOverlaps)
    let measures = parts.indices.map { place in
      let index = FactIndex(facts[place])
      let mixed = MixedYears(parts[place].plan, changing[place], facts[place], index)
      return Measure(
        parts[place].plan,
        indicator,
        index,
        overlaps[place],
        mixed,
        kinds: whole.kinds
      )
    }
    for year in years where whole.isDue(in: year) {
      let operands = measures.map { $0.planParts(in: year) }
      rows += above.map { unit in
        whole.row(above: unit.parts.lazy.map { operands[$0] }, unit: unit.unit, year: year)
      }
    }
  }
}

/// The targets of a unit above several that have the plan.
private func targetRows(
  _ plan: Plan,
  _ years: ClosedRange<Int>,
  unit: String,
  _ rows: [IndicatorRow],
  _ parts: [IndicatorTables],
  own: Set<String>
) -> [TargetRow] {
  plan.targets.flatMap { target -> [TargetRow] in
    guard let indicator = plan.indicator(target.indicator) else { return [] }
    var series = rows.filter { $0.indicator == indicator.id }
    if target.form == .keepBase {
      let members = parts.flatMap { part in
        part.indicators.filter { $0.indicator == indicator.id && !own.contains($0.unit) }
      }
      let byUnit = Dictionary(grouping: members, by: \.unit)
      series = keptOfBase(
        plan,
        years: years,
        series,
        of: byUnit.keys.sorted().map { byUnit[$0] ?? [] }
      )
    }
    let judge = TargetJudge(
      target: target,
      indicator: indicator,
      years: plan.years,
      isYesOrNo: isYesOrNo(indicator, plan, isUnit: false)
    )
    let history = TargetHistory(judge: judge, rows: series, isUnit: false)
    let below = parts.flatMap { part in
      part.targets.filter { $0.target == target.id && own.contains($0.unit) }
    }
    return years.filter { $0 >= plan.years.first }.compactMap { year in
      history.row(plan, unit: unit, year: year).map {
        judge.aboveTheirUnits($0, below.filter { $0.year == year })
      }
    }
  }
}

extension TargetJudge {
  /// A target of each unit that has the plan, as it stands for a unit above them.
  ///
  /// A count that the plan sets is set for one unit: nobody said what several have to reach. What has
  /// to be done, each has to do.
  fileprivate func aboveTheirUnits(_ row: TargetRow, _ below: [TargetRow]) -> TargetRow {
    guard case .count = indicator.formula, target.form == .reach || target.form == .keep else {
      return target.form == .done ? allDone(row, below) : row
    }
    return row.with(TargetVerdict(.notApplicable))
  }

  private func allDone(_ row: TargetRow, _ below: [TargetRow]) -> TargetRow {
    let asked = below.filter { $0.status != .notApplicable }
    func verdict(_ status: (TargetRow) -> TargetStatus) -> TargetStatus {
      let all = asked.map(status)
      if all.contains(where: { $0 == .notReached || $0 == .lost }) { return .notReached }
      if all.allSatisfy({ $0 == .reached || $0 == .kept }) {
        return all.isEmpty ? row.status : .reached
      }
      return all.allSatisfy { $0 == .notReported } ? .notReported : .undecided
    }
    return row.with(
      TargetVerdict(verdict(\.status), worst: verdict(\.worst), best: verdict(\.best))
    )
  }
}

extension TargetRow {
  /// The row with another verdict; what the first one rested on is gone with it.
  fileprivate func with(_ verdict: TargetVerdict) -> TargetRow {
    var row = self
    row.status = verdict.status
    row.worst = verdict.worst
    row.best = verdict.best
    row.since = verdict.since
    row.evidence = TargetEvidence(rule: verdict.rule)
    return row
  }
}
