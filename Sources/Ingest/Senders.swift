import Diagnostics
package import Plan

extension Plan {
  /// Senders of a year by the name of their folder: an agency's id or a unit's code.
  package func senders(in year: Int) -> [String: Sender] {
    var result: [String: Sender] = [:]
    for sender in senders {
      guard let level = sender.eachLevel else {
        result[sender.id] = sender
        continue
      }
      // A unit that begins or ends within the year sends too.
      for (month, day) in [(1, 1), (12, 31)] {
        guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
        for unit in orgUnits.units(level: level, below: self.unit, on: date) {
          result[unit.code] = sender
        }
      }
      // Those that take the place of others need not lie below the plan's unit any more.
      if level == memberLevel, changesUnits(within: year) {
        for later in YearUnits(self, year).later { result[later.unit.code] = sender }
      }
    }
    return result
  }
}
