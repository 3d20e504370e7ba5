package import Diagnostics
package import Plan

/// Carries units from the state of one day to the boundaries of another.
///
/// Forward, a unit goes where the changes send it: a merge adds it whole, a split sends declared
/// shares. Backward, the parts of one unit come back together exactly, but what was merged cannot be
/// taken apart: each former unit had something between nothing and all.
package struct Boundaries: Sendable {
  /// The day whose boundaries are used.
  package let day: CalendarDate
  private let units: OrgUnits
  private let from: [String: [UnitChange]]
  private let into: [String: [UnitChange]]

  package init(on day: CalendarDate, units: OrgUnits, changes: [UnitChange]) {
    self.day = day
    self.units = units
    from = Dictionary(grouping: changes, by: \.from)
    into = Dictionary(grouping: changes, by: \.to)
  }

  /// Where the figures of a unit belong at these boundaries, by target; none where the unit ended
  /// or began without a listed change.
  package func links(of unit: OrgUnit) -> [Link] {
    var arrived: [OrgUnit: Link.Amount] = [:]
    var moving: [OrgUnit: Link.Amount] = [unit: .whole]
    // Ways are gathered unit by unit at each step: their number can double with every change.
    for _ in 0...Self.mostSteps where !moving.isEmpty {
      var next: [OrgUnit: Link.Amount] = [:]
      for (unit, amount) in moving {
        if unit.exists(on: day) {
          Self.add(amount, of: unit, to: &arrived)
        } else {
          for (heir, part) in step(unit, amount) { Self.add(part, of: heir, to: &next) }
        }
      }
      moving = next
    }
    return arrived.map { Link(source: UnitKey(unit), target: UnitKey($0), amount: $1) }
      .sorted { $0.target < $1.target }
  }

  /// Whether all land of the unit, which exists on the day, lay in units for which changes are
  /// listed, back to the given day; else the part that did.
  package func covered(_ unit: OrgUnit, since past: CalendarDate) -> Share? {
    guard let began = unit.validFrom, began > past else { return .whole }
    return (into[unit.code] ?? []).first { $0.date == began }?.covered
  }

  /// A wrong file could send a unit round in circles.
  private static let mostSteps = 32

  /// Where an amount of a unit goes by the changes at the end, or at the beginning, of the unit.
  private func step(_ unit: OrgUnit, _ amount: Link.Amount) -> [(OrgUnit, Link.Amount)] {
    if let end = unit.validTo, end < day {
      return (from[unit.code] ?? []).filter { $0.date.daysSinceEpoch == end.daysSinceEpoch + 1 }
        .compactMap { change in
          units.unit(change.to, on: change.date).map { ($0, Self.part(change, of: amount)) }
        }
    }
    guard let start = unit.validFrom,
      let before = CalendarDate(daysSinceEpoch: start.daysSinceEpoch - 1)
    else { return [] }
    let origins = (into[unit.code] ?? []).filter { $0.date == start }
    let isPure = origins.count == 1 && origins.allSatisfy(\.covered.isWhole)
    return origins.compactMap { change in
      units.unit(change.from, on: before).map { ($0, isPure ? amount : .unknown) }
    }
  }

  private static func add(
    _ amount: Link.Amount,
    of unit: OrgUnit,
    to amounts: inout [OrgUnit: Link.Amount]
  ) {
    amounts[unit] = amounts[unit].map { sum($0, amount) } ?? amount
  }

  private static func part(_ change: UnitChange, of amount: Link.Amount) -> Link.Amount {
    switch amount {
    case .whole where change.share.isWhole: return .whole
    case .whole: return .part(change.share, isEstimate: change.isEstimate)
    case .part(let share, let isEstimate):
      return change.share.of(share).map { .part($0, isEstimate: isEstimate || change.isEstimate) }
        ?? .unknown
    case .unknown: return .unknown
    }
  }

  /// Two ways from one unit to the same one, as when the parts of a split are merged again.
  private static func sum(_ one: Link.Amount, _ other: Link.Amount) -> Link.Amount {
    guard case .part(let first, let isFirst) = one, case .part(let second, let isSecond) = other
    else { return .unknown }
    guard let sum = first.plus(second) else { return .unknown }
    return sum.isWhole ? .whole : .part(sum, isEstimate: isFirst || isSecond)
  }
}
