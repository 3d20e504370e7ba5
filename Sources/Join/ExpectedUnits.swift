import Diagnostics
import Plan
import Tables
import VietnameseText

/// Which units of a year have to report a form, each for the time in which it exists.
///
/// Old units report for the time before a change and new ones for the time after it. Where a year
/// came on the old units alone, nobody waits for the new ones; where a new unit told the whole year,
/// nobody waits for those that became part of it.
struct ExpectedUnits {
  let units: YearUnits
  /// Keys of units of the year's first day.
  private(set) var first: [String]
  /// Keys of units that begin later.
  private(set) var later: [String] = []
  /// Units of which something came.
  private(set) var sent: Set<String> = []

  var all: [String] { first + later }

  /// - Parameters:
  ///   - form: The form.
  ///   - units: Units of the year.
  ///   - records: Rows in use of all years.
  ///   - files: Keys of the senders of the form's files of the year, and the part that each states.
  init(
    _ form: Form,
    _ units: YearUnits,
    records: TypedRecords?,
    files: [(sender: String, part: PartOfYear?)] = []
  ) {
    self.units = units
    first = units.first.map(\.key)
    guard units.hasChanges, form.covers != .plan else { return }
    var ofPart: Set<String> = []
    var ofYear: Set<String> = []
    func note(_ key: String, _ part: PartOfYear?) {
      guard units.unit(key) != nil else { return }
      sent.insert(key)
      if let part, part != .months(1...12) { ofPart.insert(key) } else { ofYear.insert(key) }
    }
    for (sender, part) in files where form.covers == .sender { note(sender, part) }
    if let records {
      for (year, rows) in records.years.runs where year == units.year {
        for row in rows {
          let key = form.covers == .sender ? records.senders[row] : records.units[row]
          note(key, records.parts[row])
        }
      }
    }
    if form.kind == .register, form.covers == .members {
      // One list for all: who has no row in it had no such case.
      if units.later.contains(where: { sent.contains($0.key) }) { later = units.later.map(\.key) }
      return
    }
    var wanted = Set(
      units.later.filter { sent.contains($0.key) || !$0.origins.isDisjoint(with: ofPart) }
        .map(\.key)
    )
    var count = -1
    while count != wanted.count {
      count = wanted.count
      let origins = Set(wanted.flatMap { units.unit($0)?.origins ?? [] })
      for unit in units.later where !unit.origins.isDisjoint(with: origins) {
        wanted.insert(unit.key)
      }
    }
    func isToldByHeir(_ unit: YearUnits.Unit) -> Bool {
      !sent.contains(unit.key)
        && unit.heirs.contains { ofYear.contains($0) && units.isLater($0) }
    }
    first = units.first.filter { !isToldByHeir($0) }.map(\.key)
    later = units.later.filter { wanted.contains($0.key) && !isToldByHeir($0) }.map(\.key)
  }

  /// Units of the year's first day whose whole year is told: by themselves, and by those that they
  /// became part of.
  var told: Int {
    units.first.count { unit in
      let heirs = unit.heirs.filter { later.contains($0) }
      let own = first.contains(unit.key) ? sent.contains(unit.key) : !heirs.isEmpty
      return own && heirs.allSatisfy { sent.contains($0) }
    }
  }
}
