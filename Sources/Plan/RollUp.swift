package import Diagnostics

/// What lies between a unit and those that report to it, where a plan is evaluated above the units
/// that it was made for.
package struct RollUp: Sendable, Hashable {
  /// Level of the units that have the plan and hand up their facts.
  package var unitLevel: String
  /// Level of the members of each.
  package var memberLevel: String
}

extension Plan {
  /// The plan as it is evaluated for a unit in a year: its own, another of the same level, or one
  /// above such units, whose members are then the units next below it.
  ///
  /// - Parameters:
  ///   - code: Code of the unit.
  ///   - year: The year; units are those that exist when it begins.
  /// - Returns: The plan; nil where the unit does not exist, or has no such place in the tree.
  package func evaluated(for code: String, in year: Int) -> Plan? {
    var plan = self
    if rollUp == nil, code == unit { return plan }
    guard let day = CalendarDate(year: year, month: 1, day: 1), let level = unitLevel,
      let other = orgUnits.unit(code, on: day)
    else { return nil }
    let memberLevel = rollUp?.memberLevel ?? memberLevel
    plan.unit = code
    if other.level == level {
      plan.memberLevel = memberLevel
      plan.rollUp = nil
      return plan.members(in: year).isEmpty ? nil : plan
    }
    let below = orgUnits.units(level: level, below: code, on: day)
    guard !below.isEmpty else { return nil }
    let levels = Set(below.compactMap { orgUnits.unit(below: code, above: $0, on: day)?.level })
    // Where units of several levels lie next below, only those that have the plan are alike.
    plan.memberLevel = levels.count == 1 ? levels.first ?? level : level
    plan.rollUp = RollUp(unitLevel: level, memberLevel: memberLevel)
    return plan
  }

  /// Level of the units that have the plan.
  private var unitLevel: String? {
    rollUp?.unitLevel ?? orgUnits.units(code: unit).last?.level
  }

  /// Units that have the plan when a year begins, by code: those at or below a unit.
  package func planUnits(below code: String, in year: Int) -> [OrgUnit] {
    guard let rollUp, let day = CalendarDate(year: year, month: 1, day: 1) else {
      return code == unit ? [planUnit(in: year)].compactMap { $0 } : []
    }
    if let own = orgUnits.unit(code, on: day), own.level == rollUp.unitLevel { return [own] }
    return orgUnits.units(level: rollUp.unitLevel, below: code, on: day)
  }

  /// Whether a unit's figures are its own reports, and not made of those of others.
  package func isReporter(_ code: String) -> Bool { rollUp == nil && code != unit }
}

extension OrgUnits {
  /// The unit next below another, on the way up from a unit; that unit itself where it lies there.
  fileprivate func unit(below code: String, above unit: OrgUnit, on day: CalendarDate) -> OrgUnit? {
    ancestors(of: unit, on: day).last { $0.parent == code }
  }

  /// The lowest unit that lies above all of some units on a day; nil where there is none.
  package func lowestUnit(above codes: [String], on day: CalendarDate) -> OrgUnit? {
    let ways = codes.map { code in
      self.unit(code, on: day).map { Array(ancestors(of: $0, on: day).dropFirst()) } ?? []
    }
    return ways.first?.first { unit in ways.allSatisfy { $0.contains(unit) } }
  }

  /// A unit and those above it, upwards.
  private func ancestors(of unit: OrgUnit, on day: CalendarDate) -> [OrgUnit] {
    var way = [unit]
    // A cycle of parents in a wrong file must end; real trees are not this deep.
    while way.count < 16, let parent = self.unit(way[way.count - 1].parent, on: day) {
      way.append(parent)
    }
    return way
  }
}
