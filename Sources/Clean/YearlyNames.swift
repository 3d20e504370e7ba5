import Diagnostics
import Plan
import Synchronization

/// Names of units by year, made once for all years in which the same units exist, and for all
/// threads.
final class YearlyNames: Sendable {
  private struct Numbers {
    /// By number the units that exist.
    var existing: [[UInt8]] = []
    var byYear: [Int: Int] = [:]
  }

  private let plan: Plan
  private let numbers = Mutex(Numbers())
  /// By number; kept apart, since names take long to make and a number does not wait for them.
  private let made = Mutex<[Int: UnitNames]>([:])

  init(_ plan: Plan) { self.plan = plan }

  /// A number that is the same for years with the same names.
  func number(_ year: Int) -> Int {
    numbers.withLock { numbers in
      if let known = numbers.byYear[year] { return known }
      let existing = existing(year)
      let number = numbers.existing.firstIndex(of: existing) ?? numbers.existing.count
      if number == numbers.existing.count { numbers.existing.append(existing) }
      numbers.byYear[year] = number
      return number
    }
  }

  /// The names of a year; at most so many `jobs` make them.
  func names(_ year: Int, jobs: Int = 1) -> UnitNames {
    let number = number(year)
    return made.withLock { made in
      if let names = made[number] { return names }
      let names = UnitNames(plan: plan, year: year, jobs: jobs)
      made[number] = names
      return names
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
