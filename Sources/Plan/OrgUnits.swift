package import Diagnostics

/// A unit of the administration while one code, name and parent hold.
package struct OrgUnit: Sendable, Hashable {
  package var code: String
  package var name: String
  package var kind: String
  package var level: String
  package var parent: String
  package var validFrom: CalendarDate?
  /// Last day; nil while it exists.
  package var validTo: CalendarDate?
  package var aliases: [String]

  package init(
    code: String,
    name: String,
    kind: String,
    level: String,
    parent: String,
    validFrom: CalendarDate? = nil,
    validTo: CalendarDate? = nil,
    aliases: [String] = []
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.level = level
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.aliases = aliases
  }

  package func exists(on day: CalendarDate) -> Bool {
    if let validFrom, day < validFrom { return false }
    if let validTo, validTo < day { return false }
    return true
  }
}

/// All units that a plan may name; a code means a unit only together with a date.
package struct OrgUnits: Sendable {
  /// By code, and those with one code by their first day.
  package let all: [OrgUnit]
  /// Positions in `all` of the units that have a code at one time or another.
  ///
  /// A country has ten thousand units, and each is looked up for each of its years.
  private let places: [String: Range<Int>]
  /// Positions in `all` of the units that lie next below a code.
  private let below: [String: [Int32]]
  private let lists: UnitLists

  package init(_ units: [OrgUnit]) {
    all = units.sorted { a, b in
      guard a.code == b.code else { return a.code < b.code }
      return (a.validFrom?.description ?? "") < (b.validFrom?.description ?? "")
    }
    var places: [String: Range<Int>] = [:]
    places.reserveCapacity(all.count)
    var start = 0
    for (place, unit) in all.enumerated() {
      if unit.code != all[start].code { start = place }
      places[unit.code] = start..<(place + 1)
    }
    self.places = places
    below = Dictionary(grouping: all.indices.map(Int32.init)) { [all] in all[Int($0)].parent }
    lists = UnitLists(all)
  }

  /// All units that have a code, by first day.
  package func units(code: String) -> ArraySlice<OrgUnit> { all[places[code] ?? 0..<0] }

  package func unit(_ code: String, on day: CalendarDate) -> OrgUnit? {
    units(code: code).first { $0.exists(on: day) }
  }

  /// Units of a level below a parent on a day, by code.
  package func units(level: String, below parent: String, on day: CalendarDate) -> [OrgUnit] {
    lists.units(level: level, below: parent, on: day) { unitsFound(level, below: parent, on: day) }
  }

  private func unitsFound(
    _ level: String,
    below parent: String,
    on day: CalendarDate
  ) -> [OrgUnit] {
    var found: [Int] = []
    var parents: Set = [parent]
    var next = [parent]
    // Each code is gone down from once, so that a cycle of parents in a wrong file ends.
    while let code = next.popLast() {
      for place in below[code, default: []].lazy.map(Int.init) where all[place].exists(on: day) {
        let unit = all[place]
        if unit.level == level { found.append(place) }
        // Of several units with one code the first one that exists has what lies below.
        let isFirst = places[unit.code]?.first { all[$0].exists(on: day) } == place
        if isFirst, parents.insert(unit.code).inserted { next.append(unit.code) }
      }
    }
    return found.sorted().map { all[$0] }
  }
}

extension Plan {
  /// Member units evaluated for a year: those that exist when it begins, by code.
  package func members(in year: Int) -> [OrgUnit] {
    guard let start = CalendarDate(year: year, month: 1, day: 1) else { return [] }
    return orgUnits.units(level: memberLevel, below: unit, on: start)
  }

  /// Member units at the boundaries of a day, or else those evaluated for the year.
  ///
  /// What the plan's own unit was at the end of its last year still tells which units are its own
  /// where it does not exist on the day.
  package func members(in year: Int, boundaries day: CalendarDate?) -> [OrgUnit] {
    guard let day else { return members(in: year) }
    let own = orgUnits.units(level: memberLevel, below: unit, on: day)
    guard own.isEmpty else { return own }
    let before = members(in: years.base)
    var codes = Set(before.map(\.code))
    var heirs: Set<String> = []
    for change in unitChanges.sorted(by: { $0.date < $1.date }) where change.date <= day {
      guard codes.contains(change.from) else { continue }
      codes.insert(change.to)
      heirs.insert(change.to)
    }
    return orgUnits.all.filter { unit in
      unit.level == memberLevel && unit.exists(on: day)
        && (heirs.contains(unit.code) || before.contains(unit))
    }
  }

  /// The plan's own unit as it is when a year begins, or else as it last was.
  package func planUnit(in year: Int) -> OrgUnit? {
    guard let start = CalendarDate(year: year, month: 1, day: 1) else { return nil }
    return orgUnits.unit(unit, on: start) ?? orgUnits.units(code: unit).last
  }
}
