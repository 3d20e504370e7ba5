package import Diagnostics

/// The member units of a year: those that exist when it begins, and those that begin within it.
///
/// A code is used again, also for another unit of the same year. A unit's key is its code; only
/// where another unit of the year had the code before it, the key is `code@first-day`.
package struct YearUnits: Sendable {
  package struct Unit: Sendable {
    package var key: String
    package var unit: OrgUnit
    /// First and last day of the year on which it exists.
    package var days: ClosedRange<CalendarDate>
    /// Keys of all units of the year that became part of it, in whole or in part.
    package fileprivate(set) var origins: Set<String> = []
    /// Keys of all units of the year that it became part of.
    package fileprivate(set) var heirs: Set<String> = []
  }

  package let year: Int
  /// Those of the year's first day, by code.
  package let first: [Unit]
  /// Those that begin later, by first day and code; none in most years.
  package let later: [Unit]
  /// Positions in `later` of their keys.
  private let laterPlaces: [String: Int]

  /// Whether units change within the year.
  package var hasChanges: Bool { !later.isEmpty }
  package var all: [Unit] { first + later }

  package func unit(_ key: String) -> Unit? {
    // Where a key is a code, the first one that has it in the year.
    firstUnits(code: key).first ?? laterPlaces[key].map { later[$0] }
  }

  /// The units that have a code at some time of the year, in order of time.
  package func units(code: String) -> [Unit] {
    firstUnits(code: code) + later.filter { $0.unit.code == code }
  }

  /// Those of the year's first day that have a code, found among ten thousand without an index.
  private func firstUnits(code: String) -> ArraySlice<Unit> {
    var (low, high) = (0, first.count)
    while low < high {
      let middle = (low + high) / 2
      if first.span[middle].unit.code < code { low = middle + 1 } else { high = middle }
    }
    while high < first.count, first.span[high].unit.code == code { high += 1 }
    return first[low..<high]
  }

  /// Whether the unit begins within the year.
  package func isLater(_ key: String) -> Bool { later.contains { $0.key == key } }

  /// Keys of units that changes connect, directly or not; each unit is in one group.
  package var groups: [[String]] {
    var groups: [Set<String>] = []
    for unit in all {
      var group = unit.origins.union(unit.heirs).union([unit.key])
      groups.removeAll { other in
        guard !other.isDisjoint(with: group) else { return false }
        group.formUnion(other)
        return true
      }
      groups.append(group)
    }
    let order = all.map(\.key)
    return groups.map { group in order.filter(group.contains) }
      .sorted { (order.firstIndex(of: $0[0]) ?? 0) < (order.firstIndex(of: $1[0]) ?? 0) }
  }

  /// First days of units that begin within the year, sorted.
  package var changeDays: [CalendarDate] { Set(later.map(\.days.lowerBound)).sorted() }

  package init(_ plan: Plan, _ year: Int) {
    self.year = year
    guard let start = CalendarDate(year: year, month: 1, day: 1),
      let end = CalendarDate(year: year, month: 12, day: 31)
    else {
      (first, later, laterPlaces) = ([], [], [:])
      return
    }
    var first = plan.members(in: year).map { unit in
      Unit(key: unit.code, unit: unit, days: start...max(start, min(unit.validTo ?? end, end)))
    }
    var later: [Unit] = []
    // Positions in `first + later` of the units that have a code on the day before a change.
    let changes = plan.unitChanges.filter { $0.isWithin(year) }
    var holders = changes.isEmpty ? [:] : Self.places(first.map(\.unit.code))
    for (day, group) in Dictionary(grouping: changes, by: \.date).sorted(by: { $0.key < $1.key }) {
      var begun: [String: Int] = [:]
      var links: [(from: Int, to: Int)] = []
      for change in group.sorted(by: { ($0.to, $0.from) < ($1.to, $1.from) }) {
        guard let from = holders[change.from],
          let unit = plan.orgUnits.unit(change.to, on: day), unit.validFrom == day,
          unit.level == plan.memberLevel
        else { continue }
        let to = begun[change.to] ?? first.count + later.count
        if begun[change.to] == nil {
          begun[change.to] = to
          let isTaken = (first + later).contains { $0.unit.code == unit.code }
          let key = isTaken ? "\(unit.code)@\(day)" : unit.code
          let last = max(day, min(unit.validTo ?? end, end))
          later.append(Unit(key: key, unit: unit, days: day...last))
        }
        links.append((from, to))
      }
      Self.note(links, &first, &later)
      for (code, place) in begun { holders[code] = place }
    }
    self.first = first
    self.later = later
    laterPlaces = Self.places(later.map(\.key))
  }

  /// The first position of each name.
  private static func places(_ names: some Collection<String>) -> [String: Int] {
    var places = [String: Int](minimumCapacity: names.count)
    for (place, name) in names.enumerated() where places[name] == nil { places[name] = place }
    return places
  }

  private static func note(
    _ links: [(from: Int, to: Int)],
    _ first: inout [Unit],
    _ later: inout [Unit]
  ) {
    var all = first + later
    for (from, to) in links {
      let origins = all[from].origins.union([all[from].key])
      all[to].origins.formUnion(origins)
      for place in all.indices where origins.contains(all[place].key) {
        all[place].heirs.insert(all[to].key)
      }
    }
    let count = first.count
    first = Array(all[..<count])
    later = Array(all[count...])
  }
}

extension UnitChange {
  /// Whether it takes place after a year has begun.
  fileprivate func isWithin(_ year: Int) -> Bool {
    date.year == year && (date.month, date.day) != (1, 1)
  }
}

extension Plan {
  /// Whether units may change within a year; in most years none does.
  package func changesUnits(within year: Int) -> Bool {
    unitChanges.contains { $0.isWithin(year) }
  }

  /// The part of a unit's land that lay in units for which changes are listed when it began.
  package func covered(_ unit: OrgUnit) -> Share {
    unitChanges.first { $0.to == unit.code && $0.date == unit.validFrom }?.covered ?? .whole
  }
}

extension YearUnits {
  /// The code in a unit's key.
  package static func code(ofKey key: String) -> String {
    String(key.prefix { $0 != "@" })
  }
}
