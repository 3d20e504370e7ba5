internal import Plan
internal import Tables

/// A reader who sets "fewer than in the base year" of the plan's unit against the units' counts.
///
/// The words of all years order the totals of those years and of the base year, hidden or not;
/// each total is the sum of the units' counts, of which the reader knows the published ones and,
/// of the hidden ones, whether they are 0, small or not small.
struct StatusAttack: Sendable {
  private let plan: Plan
  private let rows: [String: [Int: [IndicatorRow]]]
  private let hidden: Set<IndicatorKey>

  init(plan: Plan, rows: [IndicatorRow], hidden: Set<IndicatorKey>) {
    self.plan = plan
    self.hidden = hidden
    let concerned = Set(hidden.map(\.indicator))
    var sorted: [String: [Int: [IndicatorRow]]] = [:]
    for row in rows where concerned.contains(row.indicator) {
      sorted[row.indicator, default: [:]][row.year, default: []].append(row)
    }
    self.rows = sorted
  }

  /// Targets whose words would place a small hidden count too narrowly.
  func narrowing(_ targets: [TargetRow]) -> Set<String> {
    let concerned = targets.filter {
      $0.unit == plan.unit && $0.form == Target.Form.fewer.rawValue && rows[$0.indicator] != nil
    }
    let groups = Dictionary(grouping: concerned, by: \.target)
    return Set(groups.filter { narrows($0.value) }.keys)
  }

  private func narrows(_ targets: [TargetRow]) -> Bool {
    guard let indicator = targets.first?.indicator else { return false }
    var attack = IntervalAttack()
    var small: [Int] = []
    guard let base = add(indicator, plan.years.base, to: &attack, &small) else { return false }
    for target in targets where target.year != plan.years.base {
      guard target.status == .reached || target.status == .notReached,
        let own = add(indicator, target.year, to: &attack, &small)
      else { continue }
      if target.status == .reached, own.total < base.total {
        attack.addSum(base.cell, of: [own.cell, attack.add((1, .infinity))])
      } else if target.status == .notReached, own.total >= base.total {
        attack.addSum(own.cell, of: [base.cell, attack.add((0, .infinity))])
      }
    }
    attack.run()
    let width = Double(min(plan.disclosure.width, max(0, plan.disclosure.smallest - 2)))
    return small.contains { attack.width(of: $0) < width }
  }

  /// Adds the counts of a year and their total.
  private func add(
    _ indicator: String,
    _ year: Int,
    to attack: inout IntervalAttack,
    _ small: inout [Int]
  ) -> (cell: Int, total: Double)? {
    let own = rows[indicator]?[year] ?? []
    guard let whole = own.first(where: { $0.unit == plan.unit }), let total = whole.value else {
      return nil
    }
    let smallest = Double(plan.disclosure.smallest)
    // That a total is hidden tells only that it is not 0.
    let cell = attack.add(isHidden(whole) && total > 0 ? (1, .infinity) : (total, total))
    var parts: [Int] = []
    var sum = 0.0
    for row in own where row.unit != plan.unit {
      guard let value = row.value else { continue }
      sum += value
      guard isHidden(row), value > 0 else {
        parts.append(attack.add((value, value)))
        continue
      }
      let isSmall = value < smallest
      parts.append(attack.add(isSmall ? (1, smallest - 1) : (smallest, .infinity)))
      if isSmall, let part = parts.last { small.append(part) }
    }
    if sum == total { attack.addSum(cell, of: parts) }
    return (cell, total)
  }

  private func isHidden(_ row: IndicatorRow) -> Bool {
    hidden.contains(IndicatorKey(indicator: row.indicator, unit: row.unit, year: row.year))
  }
}
