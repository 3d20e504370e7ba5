import Boundaries
import Diagnostics
import Plan
import Tables

extension Measure {
  /// Rows of the units of the boundaries for a year in which figures came from old and new units.
  func rows(_ whole: WholeYear, at boundaries: Boundaries?) -> [IndicatorRow] {
    let links = whole.links(at: boundaries)
    return links.targets.map { target in
      let sources = links.links(to: target).map { (links.key(of: $0), $0.amount) }
      let parts = whole.parts(target, sources)
      var row = row(target, whole.year, parts.operands)
      row.expected = parts.expected
      row.reported = parts.isWhole ? parts.expected : min(parts.known, max(0, parts.expected - 1))
      return row
    }
  }

  /// Counts what new units report of land that is not the plan's as anything from none to all.
  func loosen(_ row: inout IndicatorRow, _ parts: [UnitOperand]) {
    let over = parts.reduce(0) { $0 + $1.operand.outsideNumerator }
    let below = parts.reduce(0) { $0 + $1.operand.outsideDenominator }
    guard over > 0 || below > 0 else { return }
    let (low, high): (Double?, Double?)
    switch indicator.formula {
    case .units: return
    case .count:
      let least = indicator.direction == .down ? row.best : row.worst
      let most = indicator.direction == .down ? row.worst : row.best
      (low, high) = (least.map { max(0, $0 - over) }, most)
    case .ratio:
      guard indicator.isProportion, row.reported == row.expected, let numerator = row.numerator,
        let denominator = row.denominator, denominator > 0, denominator > below - over
      else {
        row.worst = nil
        row.best = nil
        row.boundBasis = Bounds.Basis.outsideLand.rawValue
        return
      }
      // Without the cases that hold elsewhere, or without those that do not.
      low = max(0, numerator - over) / denominator * per
      high = min(1, numerator / (denominator - max(0, below - over))) * per
    }
    let bounds = Bounds(low: low, high: high, basis: .outsideLand).ordered(indicator.direction)
    row.worst = bounds.worst
    row.best = bounds.best
    row.boundBasis = Bounds.Basis.outsideLand.rawValue
  }
}

extension WholeYear {
  /// What the plan's figure is made of: each unit of the year's first day for a condition, else each
  /// group of units that changes connect.
  var planParts: [UnitOperand] {
    if case .units = indicator.formula {
      let links = links(at: nil)
      return units.first.map { unit in
        let sources = links.links(to: unit.key).map { (links.key(of: $0), $0.amount) }
        return (unit.key, parts(unit.key, sources).operands[0].operand)
      }
    }
    return units.groups.map(part) + countedAcross(units.groups)
  }

  private func part(of group: [String]) -> UnitOperand {
    let name = group.count == 1 ? group[0] : "+\(group[0])"
    // All of each unit is the group's, so that nothing is open.
    var operand = parts(name, group.map { ($0, .whole) }).operands[0].operand
    let own = units.first.filter { group.contains($0.key) }
    operand.units = own.count
    operand.told =
      operand.isKnown ? own.count : min(own.count(where: isTold), max(0, own.count - 1))
    for unit in units.later where group.contains(unit.key) && !plan.covered(unit.unit).isWhole {
      let outside = parts(unit.key, [(unit.key, .whole)]).operands[0].operand
      operand.outsideNumerator += max(0, outside.numerator ?? 0)
      operand.outsideDenominator += max(0, outside.denominator ?? 0)
    }
    return (name, operand)
  }
}

extension Operand {
  /// The operand without what is in it too often.
  fileprivate func less(_ excess: (numerator: Double, denominator: Double)) -> Operand {
    guard excess != (0, 0), missing == nil else { return self }
    var rest = self
    rest.numerator = (numerator ?? 0) - excess.numerator
    if denominator != nil || excess.denominator != 0 {
      rest.denominator = (denominator ?? 0) - excess.denominator
    }
    return rest
  }
}

/// The figures of a whole year that an indicator needs, made for one target after the other.
struct WholeYear {
  let mixed: MixedYears
  let year: Int
  private let measure: Measure
  var plan: Plan { measure.plan }
  var indicator: Indicator { measure.indicator }
  var units: YearUnits { mixed.units(in: year) }

  /// What makes up a target.
  struct Parts {
    var operands: [(unit: String, operand: Operand)]
    /// Units with a figure of the indicator, and those of them whose figures are all known.
    var expected: Int
    var known: Int

    var isWhole: Bool { operands.allSatisfy(\.operand.isKnown) }
  }

  init(_ measure: Measure, _ mixed: MixedYears, year: Int) {
    self.measure = measure
    self.mixed = mixed
    self.year = year
  }

  /// Links of all units of the year to the units of a day, or of the year's first one.
  func links(at boundaries: Boundaries?) -> MemberLinks {
    let start = CalendarDate(year: year, month: 1, day: 1)
    let own = boundaries ?? start.map { Boundaries(on: $0, of: plan) }
    guard let own else { preconditionFailure("years of plans are years of the calendar") }
    return MemberLinks(plan, year: year, own, withLater: true)
  }

  /// Whether a unit of the year's first day has told its time, and its heirs have told theirs.
  func isTold(_ unit: YearUnits.Unit) -> Bool {
    indicator.elements.allSatisfy { element in
      let keys = [unit.key] + unit.heirs.sorted()
      let pieces = mixed.pieces(element, year, keys.map { ($0, .whole) })
      return !pieces.isEmpty && pieces.allSatisfy(\.isKnown)
    }
  }

  func parts(_ target: String, _ sources: [(key: String, amount: Link.Amount)]) -> Parts {
    var low: [FactRow] = []
    var high: [FactRow] = []
    var openNumbers: Set<String> = []
    for element in indicator.elements {
      for year in [plan.years.base, year - 1, year] {
        guard let figure = figure(element, target, sources, year) else { continue }
        low.append(figure.low)
        high.append(figure.high)
        if figure.isOpen, year == self.year { openNumbers.insert(element) }
      }
    }
    let keys = sources.map(\.key)
    let pieces = keys.map { key in
      indicator.elements.flatMap { mixed.pieces($0, year, [(key, .whole)]) }
    }
    .filter { !$0.isEmpty }
    let counted = sources.filter { $0.amount == .whole }.map(\.key)
    let least = operand(target, low).less(excess(counted))
    let most = operand(target, high).less(excess(counted))
    var operands =
      openNumbers.isEmpty
      ? [(unit: target, operand: least)]
      : open(target, least, most, openNumbers)
    if case .units = indicator.formula, openNumbers.isEmpty {
      operands = [(target, answer(least, sources))]
    }
    return Parts(
      operands: operands,
      expected: pieces.count,
      known: pieces.count { $0.allSatisfy(\.isKnown) }
    )
  }

  /// What the figures of units have in common, and their sums therefore too often.
  private func excess(_ keys: [String]) -> (numerator: Double, denominator: Double) {
    let shares = Dictionary(keys.map { ($0, 1.0) }) { first, _ in first }
    return measure.excess(among: shares, year: year)
  }

  /// What units of different groups count together, as a part to be taken away; none as a rule.
  func countedAcross(_ groups: [[String]]) -> [(unit: String, operand: Operand)] {
    let all = excess(groups.flatMap(\.self))
    // Units that no change concerns are added as they are, with what they have in common.
    let within =
      groups.filter { $0.count > 1 }.map(excess)
      + [excess(groups.filter { $0.count == 1 }.flatMap(\.self))]
    let over = all.numerator - within.map(\.numerator).reduce(0, +)
    let below = all.denominator - within.map(\.denominator).reduce(0, +)
    guard over != 0 || below != 0 else { return [] }
    var operand = Operand().less((over, below))
    operand.units = 0
    return [("+", operand)]
  }

  private func operand(_ target: String, _ facts: [FactRow]) -> Operand {
    Measure(plan, indicator, FactIndex(facts)).operand(unit: target, year: year)
  }

  private func figure(
    _ element: String,
    _ target: String,
    _ sources: [(key: String, amount: Link.Amount)],
    _ year: Int
  ) -> YearFigure? {
    guard let own = plan.element(element) else { return nil }
    let pieces = mixed.pieces(element, year, sources)
    guard !pieces.isEmpty else { return nil }
    return YearFigure(
      pieces,
      target: target,
      rule: plan.yearRule(own),
      kind: own.kind,
      answers: indicator.answerRule,
      usesEstimates: plan.usesEstimatedShares
    )
  }

  /// What is certain of a target, and what may or may not be its own.
  private func open(
    _ target: String,
    _ least: Operand,
    _ most: Operand,
    _ openNumbers: Set<String>
  ) -> [(unit: String, operand: Operand)] {
    if case .units(let condition) = indicator.formula {
      let isTold =
        least.numerator != nil && least.numerator == most.numerator
        && !condition.asksEquality(of: openNumbers)
      if isTold { return [(target, least)] }
      return [(target, Operand(denominator: 1, missing: least.missing ?? .notSeparable))]
    }
    guard least.missing == nil, most.missing == nil else {
      let reason = least.missing ?? most.missing
      return [(target, Operand(missing: reason == .conflict ? .notSeparable : reason))]
    }
    if (least.numerator, least.denominator) == (most.numerator, most.denominator) {
      return [(target, least)]
    }
    // Noughts beside what cannot be told say nothing.
    let isNothing = least.numerator ?? 0 == 0 && least.denominator ?? 0 == 0
    var rest = Operand(missing: .notSeparable)
    let (over, below) = (
      (most.numerator ?? 0) - (least.numerator ?? 0),
      (most.denominator ?? 0) - (least.denominator ?? 0)
    )
    rest.mostOfPart = over >= 0 && !most.isPartial ? over : nil
    rest.mostOfDenominator = below >= 0 ? below : nil
    return isNothing ? [("\(target)+", rest)] : [(target, least), ("\(target)+", rest)]
  }

  /// The answer of a target whose figures are certain, or else what its last units say of it.
  ///
  /// What a unit says may not hold in each part of it, where the indicator's rule says so.
  private func answer(
    _ own: Operand,
    _ sources: [(key: String, amount: Link.Amount)]
  ) -> Operand {
    let deciding = indicator.answerRule.map { $0 == .any ? 1.0 : 0.0 }
    let isDoubtful =
      deciding != nil && own.numerator == deciding
      && sources.contains { $0.amount != .whole && hasLastWord($0.key) }
    guard isDoubtful || own.missing == .notSeparable else { return own }
    let last = sources.filter { hasLastWord($0.key) }
    var answers: [UnitKey: Bool] = [:]
    var links: [Link] = []
    for (key, amount) in last {
      guard let unit = mixed.units(in: year).unit(key)?.unit else { continue }
      let facts = indicator.elements.compactMap {
        mixed.pieces($0, year, [(key, .whole)]).first?.fact
      }
      links.append(Link(source: UnitKey(unit), target: UnitKey(unit), amount: amount))
      let operand = operand(key, facts)
      if operand.isKnown { answers[UnitKey(unit)] = operand.numerator == 1 }
    }
    switch CarriedAnswer(links, answers, declared: indicator.answerRule) {
    case .yes: return Operand(numerator: 1, denominator: 1)
    case .no: return Operand(numerator: 0, denominator: 1)
    case .open: return Operand(denominator: 1, missing: own.missing ?? .notSeparable)
    }
  }

  /// Whether no other unit's figures take the place of the unit's in any data element.
  private func hasLastWord(_ key: String) -> Bool {
    indicator.elements.contains { element in
      mixed.pieces(element, year, [(key, .whole)]).contains { !$0.isFormer }
    }
  }
}
