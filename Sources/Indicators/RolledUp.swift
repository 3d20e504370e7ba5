internal import Diagnostics
package import Plan
package import Tables

/// A unit that has the plan, with what it handed up and what was made of it.
package struct PlanUnitTables: Sendable {
  /// The plan as it is evaluated for the unit.
  package var plan: Plan
  package var join: JoinTables
  /// The unit's and its members' rows.
  package var tables: IndicatorTables

  package init(plan: Plan, join: JoinTables, tables: IndicatorTables) {
    self.plan = plan
    self.join = join
    self.tables = tables
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
/// - Returns: Rows of the members and of the unit.
package func rolledUpIndicators(
  _ plan: Plan,
  _ settings: RunSettings,
  _ parts: [PlanUnitTables]
) -> IndicatorTables {
  let years = plan.years.base...max(plan.years.base, settings.year)
  let own = Dictionary(parts.map { ($0.plan.unit, $0) }) { first, _ in first }
  let all = FactIndex(parts.flatMap(\.join.facts))
  // Codes of members are those of one unit that has the plan, so that no two have things in common.
  let overlaps = KeyOverlaps(parts.flatMap(\.join.overlaps))
  let indexes = parts.map { part in
    let facts = FactIndex(part.join.facts)
    return (
      facts: facts, overlaps: KeyOverlaps(part.join.overlaps),
      mixed: MixedYears(part.plan, years: years, part.join.facts, facts)
    )
  }
  var tables = IndicatorTables(indicators: [], targets: [], scores: [])
  for unit in plan.members(in: settings.year).map(\.code) + [plan.unit] {
    if let part = own[unit] {
      tables.indicators += part.tables.indicators.filter { $0.unit == unit }
      tables.targets += part.tables.targets.filter { $0.unit == unit }
      continue
    }
    let codes = Set(plan.planUnits(below: unit, in: settings.year).map(\.code))
    let below = parts.indices.filter { codes.contains(parts[$0].plan.unit) }
    let rows = plan.indicators.filter { $0.place != .each }.flatMap { indicator in
      let whole = Measure(plan, indicator, all, overlaps)
      let measures = below.map {
        Measure(
          parts[$0].plan,
          indicator,
          indexes[$0].facts,
          indexes[$0].overlaps,
          indexes[$0].mixed
        )
      }
      return years.filter(whole.isDue).map { whole.row(above: measures, unit: unit, year: $0) }
    }
    tables.indicators += rows
    tables.targets += targetRows(
      plan,
      years,
      unit: unit,
      rows,
      below.map { parts[$0].tables },
      own: codes
    )
  }
  tables.indicators.sort {
    ($0.indicator, $0.unit, $0.year) < ($1.indicator, $1.unit, $1.year)
  }
  tables.targets.sort { ($0.target, $0.unit, $0.year) < ($1.target, $1.unit, $1.year) }
  return tables
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
      let members = parts.flatMap(\.indicators).filter {
        $0.indicator == indicator.id && !own.contains($0.unit)
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
    let below = parts.flatMap(\.targets).filter { $0.target == target.id && own.contains($0.unit) }
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
