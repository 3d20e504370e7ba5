import Boundaries
import Diagnostics
import Methods
import Plan
import Tables

/// An operand with the unit that it belongs to.
typealias UnitOperand = (unit: String, operand: Operand)

extension Measure {
  /// Adds the indicator's rows for a year: each member unit, then the plan's own unit.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - boundaries: Where the units' figures are carried to; nil leaves them as they were reported.
  ///   - rows: Takes a row a unit.
  func addRows(in year: Int, at boundaries: Boundaries? = nil, to rows: inout [IndicatorRow]) {
    if indicator.place == .plan { return rows.append(planRow(in: year)) }
    if let whole = wholeYear(year) {
      rows += self.rows(whole, at: boundaries)
      if indicator.place == .members { rows.append(planRow(in: year)) }
      return
    }
    let members = operandsOfMembers(in: year)
    if let boundaries {
      let carried = CarriedOperands(plan, year: year, boundaries)
      let formula = BoundFormula(indicator.formula, self)
      var hint = SeriesIndex.Hint()
      for target in carried.targets {
        let parts = carried.parts(of: target, indicator) {
          operand(formula, unit: $0, year: year, &hint)
        }
        rows.append(row(target, year, parts))
      }
    } else {
      for member in members { rows.append(row(member.unit, year, [member])) }
    }
    if indicator.place == .members { rows.append(planRow(in: year, members)) }
  }

  private func operandsOfMembers(in year: Int) -> [UnitOperand] {
    operands(of: plan.members(in: year).lazy.map(\.code), in: year)
  }

  private func operands(of units: some Sequence<String>, in year: Int) -> [UnitOperand] {
    let formula = BoundFormula(indicator.formula, self)
    var hint = SeriesIndex.Hint()
    return units.map { ($0, operand(formula, unit: $0, year: year, &hint)) }
  }

  /// A row of the plan's own unit; operands of members are worked out where they are not given.
  private func planRow(in year: Int, _ members: [UnitOperand]? = nil) -> IndicatorRow {
    let parts = planParts(in: year, members)
    return row(plan.unit, year, parts.known, unplaced: parts.unplaced)
  }

  /// A row of a unit above several that have the plan: what makes up theirs makes up its own.
  func row(above parts: some Sequence<PlanParts>, unit: String, year: Int) -> IndicatorRow {
    row(
      unit,
      year,
      parts.flatMap(\.known),
      unplaced: NeumaierSum(parts.map(\.unplaced)).value
    )
  }

  /// What the figure of a unit that has the plan is made of: operands, and what no unit is known for.
  typealias PlanParts = (known: [UnitOperand], unplaced: Double)

  /// What the figure of the plan's own unit is made of: the member units, or facts of its own
  /// where others than members report them.
  func planParts(in year: Int, _ members: [UnitOperand]? = nil) -> PlanParts {
    let elements = indicator.elements.compactMap { plan.element($0) }
    let areOfMembers = elements.allSatisfy(plan.isOfMembers) && !elements.isEmpty
    if indicator.place == .plan, !areOfMembers {
      return ([(plan.unit, operand(unit: plan.unit, year: year))], 0)
    }
    if let whole = wholeYear(year) {
      let reporting = operands(of: whole.units.all.lazy.map(\.key), in: year)
      return (
        whole.planParts,
        indicator.place == .members ? unplaced(in: year, beside: reporting) : 0
      )
    }
    let members = members ?? operandsOfMembers(in: year)
    return (members, indicator.place == .members ? unplaced(in: year, beside: members) : 0)
  }

  /// What counts for the plan's unit although no member unit is known for it.
  ///
  /// A ratio leaves it out: what is not placed may have no part in the denominator. What members
  /// count too is theirs.
  private func unplaced(in year: Int, beside members: [UnitOperand]) -> Double {
    guard isCount else { return 0 }
    let operand = operand(unit: FactRow.unplaced, year: year)
    guard operand.missing == nil, let number = operand.numerator, number > 0 else { return 0 }
    let counted = members.filter { $0.operand.missing == nil }
    let both = excess(of: counted + [(FactRow.unplaced, operand)], year).numerator
    return number - (both - excess(of: counted, year).numerator)
  }

  var per: Double {
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
  func row(
    _ unit: String,
    _ year: Int,
    _ parts: [UnitOperand],
    unplaced: Double = 0
  ) -> IndicatorRow {
    // Not applicable to a unit is no gap in the reports.
    let concerned = parts.those { $0.operand.missing != .notApplicable }
    var row = IndicatorRow(
      indicator: indicator.id,
      unit: unit,
      year: year,
      method: "",
      boundBasis: "",
      expected: concerned.reduce(0) { $0 + $1.operand.units },
      reported: concerned.reduce(0) { $0 + $1.operand.toldUnits }
    )
    let counted = concerned.those { $0.operand.missing == nil }
    guard !counted.isEmpty else {
      row.missing = concerned.isEmpty ? .notApplicable : commonReason(concerned.map(\.operand))
      setBounds(&row, year, concerned)
      return row
    }
    let excess = excess(of: counted, year)
    var numerators = NeumaierSum(counted.lazy.map(\.operand.numerator))
    numerators.add(unplaced)
    numerators.add(-excess.numerator)
    let numerator = numerators.value
    row.numerator = numerator
    if isCount {
      row.value = numerator
      if counted.allSatisfy(\.operand.isNoCase) { row.missing = .noCase }
    } else {
      var denominators = NeumaierSum(counted.lazy.map(\.operand.denominator))
      denominators.add(-excess.denominator)
      let denominator = denominators.value
      row.denominator = denominator
      if denominator > 0 {
        row.value = numerator / denominator * per
      } else {
        row.missing = .noCase
      }
    }
    setInterval(&row)
    setBounds(&row, year, concerned)
    loosen(&row, concerned)
    return row
  }

  /// What several of the parts count, and the sums over them therefore have too often.
  private func excess(
    of parts: [UnitOperand],
    _ year: Int
  ) -> (numerator: Double, denominator: Double) {
    // One unit alone counts nothing too often.
    guard parts.count > 1, !overlaps.isEmpty else { return (0, 0) }
    let shares = Dictionary(parts.map { ($0.unit, $0.operand.share) }) { first, _ in first }
    return excess(among: shares, year: year)
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
    _ parts: [UnitOperand]
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
    _ parts: [UnitOperand],
    _ year: Int
  ) -> Bounds {
    var sums = BoundSums()
    for (unit, operand) in parts {
      if operand.isKnown, let numerator = operand.numerator, let below = operand.denominator {
        sums.addKnown(numerator: numerator, denominator: below)
      } else if let most = operand.mostOfDenominator {
        sums.addOpen(counted: 0, denominator: most, isAssumed: false)
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
    let excess = excess(of: parts.those { $0.operand.missing == nil }, year)
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
  private func openBounds(_ row: IndicatorRow, _ parts: [UnitOperand])
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
      high: isBounded ? NeumaierSum([row.value ?? 0] + most).value : nil,
      basis: .unbounded
    )
  }
}

extension [UnitOperand] {
  /// Those for which something holds; as a rule for all, and then no list is made.
  fileprivate func those(_ holds: (UnitOperand) -> Bool) -> [UnitOperand] {
    allSatisfy(holds) ? self : filter(holds)
  }
}
