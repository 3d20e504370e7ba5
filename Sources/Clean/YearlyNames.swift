import Diagnostics
import Plan

/// Names of units by year, made once for all years in which the same units exist.
final class YearlyNames {
  private let plan: Plan
  private var known: [(existing: [UInt8], names: UnitNames)] = []
  private var byYear: [Int: Int] = [:]

  init(_ plan: Plan) { self.plan = plan }

  /// Names of a year, and a number that is the same for years with the same ones.
  func names(_ year: Int) -> (number: Int, names: UnitNames) {
    if let number = byYear[year] { return (number, known[number].names) }
    let existing = existing(year)
    let number = known.firstIndex { $0.existing == existing } ?? known.count
    if number == known.count { known.append((existing, UnitNames(plan: plan, year: year))) }
    byYear[year] = number
    return (number, known[number].names)
  }

  /// For each unit whether it exists on the year's first and last day: all that names depend on.
  private func existing(_ year: Int) -> [UInt8] {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return [] }
    return plan.orgUnits.all.map { ($0.exists(on: first) ? 1 : 0) + ($0.exists(on: last) ? 2 : 0) }
  }
}
