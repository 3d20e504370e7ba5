import Boundaries
import Diagnostics
import Methods
import Plan
import Tables

extension Measure {
  /// The indicator's rows for a year: each member unit, then the plan's own unit.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - boundaries: Where the units' figures are carried to; nil leaves them as they were reported.
  /// - Returns: A row a unit.
  func rows(in year: Int, at boundaries: Boundaries? = nil) -> [IndicatorRow] {
    if indicator.place == .plan { return [planRow(in: year)] }
    let units = plan.members(in: year).map(\.code)
    let operands = units.map { operand(unit: $0, year: year) }
    let rows: [IndicatorRow]
    if let boundaries {
      let carried = CarriedOperands(plan, year: year, boundaries)
      rows = carried.targets.map { target in
        row(target, year, carried.parts(of: target, indicator) { operand(unit: $0, year: year) })
      }
    } else {
      rows = zip(units, operands).map { unit, operand in row(unit, year, [(unit, operand)]) }
    }
    guard indicator.place == .members else { return rows }
    return rows + [
      row(plan.unit, year, Array(zip(units, operands)), unplaced: unplaced(in: year))
    ]
  }

  /// A row from facts of the plan's own unit; what only members report is summed over them.
  private func planRow(in year: Int) -> IndicatorRow {
    let own = operand(unit: plan.unit, year: year)
    let elements = indicator.elements.compactMap { plan.element($0) }
    let areOfMembers = elements.allSatisfy(plan.isOfMembers) && !elements.isEmpty
    guard areOfMembers else { return row(plan.unit, year, [(plan.unit, own)]) }
    let units = plan.members(in: year).map(\.code)
    return row(plan.unit, year, units.map { ($0, operand(unit: $0, year: year)) })
  }

  /// What counts for the plan's unit although no member unit is known for it.
  ///
  /// A ratio leaves it out: what is not placed may have no part in the denominator.
  private func unplaced(in year: Int) -> Double {
    guard isCount else { return 0 }
    let operand = operand(unit: FactRow.unplaced, year: year)
    return operand.missing == nil ? operand.numerator ?? 0 : 0
  }

  private var per: Double {
    switch indicator.formula {
    case .ratio(_, _, let per): Double(per)
    case .units: 100
    case .count: 1
    }
  }

  private var isCount: Bool {
    if case .count = indicator.formula { true } else { false }
  }

  /// Sums operands over units and gives value, interval and bounds.
  private func row(
    _ unit: String,
    _ year: Int,
    _ parts: [(unit: String, operand: Operand)],
    unplaced: Double = 0
  ) -> IndicatorRow {
    // Not applicable to a unit is no gap in the reports.
    let concerned = parts.filter { $0.operand.missing != .notApplicable }
    var row = IndicatorRow(
      indicator: indicator.id,
      unit: unit,
      year: year,
      method: "",
      boundBasis: "",
      expected: concerned.count,
      reported: concerned.count { $0.operand.isKnown }
    )
    let counted = concerned.filter { $0.operand.missing == nil }
    guard !counted.isEmpty else {
      row.missing = concerned.isEmpty ? .notApplicable : commonReason(concerned.map(\.operand))
      setBounds(&row, year, concerned)
      return row
    }
    let excess = excess(of: counted, year, withUnplaced: unplaced > 0)
    let numerator = compensatedSum(
      counted.compactMap(\.operand.numerator) + [unplaced, -excess.numerator]
    )
    row.numerator = numerator
    if isCount {
      row.value = numerator
      if counted.allSatisfy(\.operand.isNoCase) { row.missing = .noCase }
    } else {
      let denominator = compensatedSum(
        counted.compactMap(\.operand.denominator) + [-excess.denominator]
      )
      row.denominator = denominator
      if denominator > 0 {
        row.value = numerator / denominator * per
      } else {
        row.missing = .noCase
      }
    }
    setInterval(&row)
    setBounds(&row, year, concerned)
    return row
  }

  /// What several of the parts count, and the sums over them therefore have too often.
  private func excess(
    of parts: [(unit: String, operand: Operand)],
    _ year: Int,
    withUnplaced: Bool = false
  ) -> (numerator: Double, denominator: Double) {
    var shares = Dictionary(parts.map { ($0.unit, $0.operand.share) }) { first, _ in first }
    if withUnplaced { shares[FactRow.unplaced] = 1 }
    return self.excess(among: shares, year: year)
  }

  private func commonReason(_ operands: [Operand]) -> MissingReason {
    let reasons = operands.compactMap(\.missing)
    guard let first = reasons.first, reasons.allSatisfy({ $0 == first }) else {
      return .notReported
    }
    return first
  }

  private func setInterval(_ row: inout IndicatorRow) {
    guard indicator.isProportion, row.value != nil, let numerator = row.numerator,
      let denominator = row.denominator, let successes = Int(exactly: numerator),
      let trials = Int(exactly: denominator),
      case .success(let proportion) = Proportion.interval(
        for: successes,
        in: trials,
        method: .wilson,
        level: .percent95
      )
    else { return }
    row.lower = proportion.interval.lower * per
    row.upper = proportion.interval.upper * per
    row.level = 0.95
    row.method = proportion.method.rawValue
  }

  private func setBounds(
    _ row: inout IndicatorRow,
    _ year: Int,
    _ parts: [(unit: String, operand: Operand)]
  ) {
    guard !parts.isEmpty else { return }
    let bounds =
      indicator.isProportion ? proportionBounds(row, parts, year) : openBounds(row, parts)
    let ordered = bounds.ordered(indicator.direction)
    row.worst = ordered.worst
    row.best = ordered.best
    row.boundBasis = bounds.basis.rawValue
  }

  private func proportionBounds(
    _ row: IndicatorRow,
    _ parts: [(unit: String, operand: Operand)],
    _ year: Int
  ) -> Bounds {
    var sums = BoundSums()
    for (unit, operand) in parts {
      if operand.isKnown, let numerator = operand.numerator, let below = operand.denominator {
        sums.addKnown(numerator: numerator, denominator: below)
      } else if let below = denominator(unit: unit, year: year) {
        sums.addOpen(counted: operand.numerator ?? 0, denominator: below, isAssumed: false)
      } else if let earlier = earlierDenominator(unit, before: year) {
        // What was counted of a denominator that is not whole is the least that it can be.
        let below = max(earlier, operand.denominator ?? 0)
        sums.addOpen(counted: operand.numerator ?? 0, denominator: below, isAssumed: true)
      } else {
        sums.addUnknown()
      }
    }
    let excess = excess(of: parts.filter { $0.operand.missing == nil }, year)
    sums.takeAway(numerator: excess.numerator, denominator: excess.denominator)
    return sums.bounds(per: per, value: row.value)
  }

  private func earlierDenominator(_ unit: String, before year: Int) -> Double? {
    for earlier in stride(from: year - 1, through: plan.years.base, by: -1) {
      if let below = denominator(unit: unit, year: earlier) { return below }
    }
    return nil
  }

  /// What is missing from a count can only add to it; of another ratio nothing is known.
  private func openBounds(_ row: IndicatorRow, _ parts: [(unit: String, operand: Operand)])
    -> Bounds
  {
    if row.reported == row.expected {
      return Bounds(low: row.value, high: row.value, basis: .complete)
    }
    guard isCount else { return Bounds(low: nil, high: nil, basis: .unbounded) }
    let open = parts.map(\.operand).filter { !$0.isKnown }
    let most = open.compactMap(\.mostOfPart)
    let isBounded = most.count == open.count
    return Bounds(
      low: row.value ?? 0,
      high: isBounded ? compensatedSum([row.value ?? 0] + most) : nil,
      basis: .unbounded
    )
  }
}

/// Neumaier's sum, so that totals do not depend on the size of their parts.
private func compensatedSum(_ values: [Double]) -> Double {
  var sum = 0.0
  var lost = 0.0
  for value in values {
    let next = sum + value
    lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }
  return sum + lost
}
