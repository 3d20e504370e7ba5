import Diagnostics
import Plan
import Synchronization

/// Names of units by year, made once for all years in which the same units exist, and for all
/// threads.
final class YearlyNames: Sendable {
  private struct Known {
    var names: [(existing: [UInt8], names: UnitNames)] = []
    var byYear: [Int: Int] = [:]
  }

  private let plan: Plan
  private let known = Mutex(Known())

  init(_ plan: Plan) { self.plan = plan }

  /// Names of a year, and a number that is the same for years with the same ones.
  func names(_ year: Int) -> (number: Int, names: UnitNames) {
    known.withLock { known in
      if let number = known.byYear[year] { return (number, known.names[number].names) }
      let existing = existing(year)
      let number = known.names.firstIndex { $0.existing == existing } ?? known.names.count
      if number == known.names.count {
        known.names.append((existing, UnitNames(plan: plan, year: year)))
      }
      known.byYear[year] = number
      return (number, known.names[number].names)
    }
  }

  /// For each unit whether it exists on the year's first and last day: all that names depend on.
  private func existing(_ year: Int) -> [UInt8] {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return [] }
    return plan.orgUnits.all.map { ($0.exists(on: first) ? 1 : 0) + ($0.exists(on: last) ? 2 : 0) }
  }
}
