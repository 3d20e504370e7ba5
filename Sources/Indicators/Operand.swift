import Diagnostics
import Plan
import Tables

/// Numerator and denominator of an indicator at one unit, each known, bounded or missing.
///
/// A count has a numerator only; a condition over units is 0 or 1 of 1.
struct Operand {
  var numerator: Double?
  var denominator: Double?
  var missing: MissingReason?
  /// The most that a part of a split or merged unit can be, where it cannot be told.
  var mostOfPart: Double?
  /// The same of its denominator.
  var mostOfDenominator: Double?
  /// The numerator is a lower bound: some of its sources have not reported.
  var isPartial = false
  /// Units whose figures it stands for, and those of them whose figures are told; nil for all, where
  /// it is known.
  var units = 1
  var told: Int?
  /// What of it new units report that may be of land outside the plan.
  var outsideNumerator = 0.0
  var outsideDenominator = 0.0
  /// All facts of the numerator say "no such case".
  var isNoCase = false
  /// The part of the unit's figure that this is, 0 to 1.
  var share = 1.0

  /// Whether the unit's figure is known, whole and usable.
  var isKnown: Bool { missing == nil && !isPartial }

  /// How many of its units have told their figures.
  var toldUnits: Int { told ?? (isKnown ? units : 0) }
}

/// An indicator with the facts that it is computed from.
struct Measure {
  let plan: Plan
  let indicator: Indicator
  let facts: FactIndex
  let overlaps: KeyOverlaps
  let kinds: [String: DataElement.ValueKind]
  /// Years that came on old and new units.
  private let mixed: MixedYears?

  init(
    _ plan: Plan,
    _ indicator: Indicator,
    _ facts: FactIndex,
    _ overlaps: KeyOverlaps = KeyOverlaps([]),
    _ mixed: MixedYears? = nil,
    kinds: [String: DataElement.ValueKind]? = nil
  ) {
    self.mixed = mixed
    self.plan = plan
    self.overlaps = overlaps
    self.indicator = indicator
    self.facts = facts
    self.kinds = kinds ?? plan.elementKinds
  }

  /// The figures of a year that came on old and new units; nil for one that came whole.
  func wholeYear(_ year: Int) -> WholeYear? {
    guard let mixed, mixed.concerns(indicator, year) else { return nil }
    return WholeYear(self, mixed, year: year)
  }

  /// Whether the forms of all its data elements are due in a year.
  func isDue(in year: Int) -> Bool {
    indicator.elements.allSatisfy { name in
      plan.element(name).flatMap { plan.form($0.form) }?.years.contains(year) ?? false
    }
  }

  /// The indicator's operand at one unit, from that unit's own facts.
  func operand(unit: String, year: Int) -> Operand {
    var hint = SeriesIndex.Hint()
    return operand(BoundFormula(indicator.formula, self), unit: unit, year: year, &hint)
  }

  /// The same for one unit after the other, by the indicator's formula.
  func operand(
    _ formula: BoundFormula,
    unit: String,
    year: Int,
    _ hint: inout SeriesIndex.Hint
  ) -> Operand {
    switch formula {
    case .ratio(let numerator, let denominator):
      let above = evaluate(numerator, unit, year, &hint)
      let below = evaluate(denominator, unit, year, &hint)
      var operand = Operand(numerator: above.value.number, denominator: below.value.number)
      if case .missing(let reason) = below.value { operand.missing = reason }
      if case .missing(let reason) = above.value { operand.missing = reason }
      operand.isPartial = above.isPartial || below.isPartial
      operand.isNoCase = above.isNoCase
      if indicator.isProportion, let above = above.value.number, let below = below.value.number,
        above > below,
        !operand.isPartial
      {
        // More than all cannot be; what is over here would hide what is lacking elsewhere.
        operand = Operand(denominator: below, missing: .conflict)
      }
      return operand
    case .units(let condition):
      let result = evaluate(condition, unit, year, &hint)
      var operand = Operand(denominator: 1)
      if let holds = result.value.flag {
        operand.numerator = holds ? 1 : 0
        // More reports can only add to what was counted: what holds already stays so.
        operand.isPartial = !holds && result.isPartial
      } else if case .missing(let reason) = result.value {
        operand.missing = reason
      } else {
        operand.missing = .illegible
      }
      return operand
    case .count(let expression):
      let result = evaluate(expression, unit, year, &hint)
      var operand = Operand(numerator: result.value.number)
      if case .missing(let reason) = result.value { operand.missing = reason }
      operand.isPartial = result.isPartial
      operand.isNoCase = result.isNoCase
      return operand
    }
  }

  /// The denominator alone; it can be known where the numerator is not.
  func denominator(unit: String, year: Int) -> Double? {
    switch indicator.formula {
    case .ratio(_, let denominator, _):
      var hint = SeriesIndex.Hint()
      let below = evaluate(BoundExpression(denominator, self), unit, year, &hint)
      return below.isPartial ? nil : below.value.number
    case .units: return 1
    case .count: return nil
    }
  }

  /// How much the sums of units' numerators and denominators exceed those over all the units,
  /// because several of them count the same things.
  ///
  /// - Parameters:
  ///   - shares: Units whose operands are added, each with the share of it that is.
  ///   - year: The year.
  /// - Returns: What to take away from the sums.
  func excess(
    among shares: [String: Double],
    year: Int
  ) -> (numerator: Double, denominator: Double) {
    switch indicator.formula {
    case .ratio(let numerator, let denominator, _):
      (excess(numerator, shares, year), excess(denominator, shares, year))
    case .units: (0, 0)
    case .count(let value): (excess(value, shares, year), 0)
    }
  }

  private func excess(
    _ expression: Expression,
    _ shares: [String: Double],
    _ year: Int
  ) -> Double {
    (expression.terms ?? []).reduce(0) { excess, term in
      let moved =
        switch term.moment {
        case .current: year
        case .base: plan.years.base
        case .previous: year - 1
        }
      let name = expression.references[term.reference]
      return excess + term.factor * overlaps.excess(name, year: moved, among: shares)
    }
  }
}
