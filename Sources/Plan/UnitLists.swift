internal import Diagnostics
import Synchronization

/// The units of a level below a parent, found once for all days between which nothing changes.
///
/// A country has ten thousand units, and each stage asks for those of each year, which are mostly the same.
final class UnitLists: Sendable {
  /// What is asked for; the day is known by how many units have begun, and how many have ended, by then.
  private struct Question: Hashable {
    var level: String
    var parent: String
    var begun: Int
    var ended: Int
  }

  /// First and last days of units, each sorted.
  private let firstDays: [CalendarDate]
  private let lastDays: [CalendarDate]
  private let known = Mutex(Known())
  /// Units of all lists together that may be kept: a country's, and those of each of its parts, in some years.
  private let most: Int

  private struct Known {
    var lists: [Question: [OrgUnit]] = [:]
    var units = 0
  }

  init(_ units: [OrgUnit]) {
    most = 16 * (units.count + 1)
    firstDays = units.compactMap(\.validFrom).sorted()
    lastDays = units.compactMap(\.validTo).sorted()
  }

  /// The units of a level below a parent on a day, looked for where they are not known.
  func units(
    level: String,
    below parent: String,
    on day: CalendarDate,
    _ look: () -> [OrgUnit]
  ) -> [OrgUnit] {
    let question = Question(
      level: level,
      parent: parent,
      begun: Self.count(of: firstDays) { $0 <= day },
      ended: Self.count(of: lastDays) { $0 < day }
    )
    if let units = known.withLock({ $0.lists[question] }) { return units }
    let units = look()
    known.withLock { known in
      // An empty list takes room, too.
      known.units += units.count + 1
      if known.units > most { known = Known(units: units.count + 1) }
      known.lists[question] = units
    }
    return units
  }

  /// How many of sorted days are of the earlier ones.
  private static func count(
    of days: [CalendarDate],
    _ isEarlier: (CalendarDate) -> Bool
  ) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if isEarlier(days[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
