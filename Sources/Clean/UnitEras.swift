import Diagnostics
import Plan
import Tables
import VietnameseText

/// The units of a year in which units change, by the times between the changes.
///
/// A code or a name may mean one unit before a change and another one after it.
struct UnitEras {
  struct Era {
    var days: ClosedRange<CalendarDate>
    var names: UnitNames
    /// Keys of its units by code.
    var keys: [String: String]
  }

  let units: YearUnits
  let eras: [Era]
  /// Number of the group of units that changes connect, by key.
  private let groups: [String: Int]

  /// What a text or a sender's folder means in one of the times.
  enum Meaning: Equatable {
    case key(String)
    /// Several units of the time share the name.
    case open
  }

  /// - Returns: Nil for a year in which no unit changes.
  init?(_ plan: Plan, _ units: YearUnits) {
    guard units.hasChanges, let start = CalendarDate(year: units.year, month: 1, day: 1),
      let end = CalendarDate(year: units.year, month: 12, day: 31)
    else { return nil }
    self.units = units
    let starts = [start] + units.changeDays
    let ends =
      units.changeDays.compactMap { CalendarDate(daysSinceEpoch: $0.daysSinceEpoch - 1) } + [end]
    eras = zip(starts, ends).map { first, last in
      let own = units.all.filter { $0.days.contains(first) }
      return Era(
        days: first...max(first, last),
        names: UnitNames(plan: plan, year: units.year, own: own.map(\.unit)),
        keys: Dictionary(own.map { ($0.unit.code, $0.key) }) { a, _ in a }
      )
    }
    groups = Dictionary(
      units.groups.enumerated().flatMap { number, keys in keys.map { ($0, number) } }
    ) { first, _ in first }
  }

  /// Units that changes connect, directly or not, have the same number.
  func group(of key: String) -> Int { groups[key] ?? -1 }

  /// What a row's unit means, by time.
  ///
  /// - Parameters:
  ///   - text: The cell; blank where the sender's folder says whose row it is.
  ///   - sender: Code of the folder.
  ///   - isOwn: Whether the row can only be about the sender.
  /// - Returns: A meaning for each time in which there is one.
  func meanings(of text: String, sender: String, isOwn: Bool) -> [Int: Meaning] {
    var result: [Int: Meaning] = [:]
    for (index, era) in eras.enumerated() {
      guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
        if isOwn, let key = era.keys[sender] { result[index] = .key(key) }
        continue
      }
      switch era.names.read(text, sender: sender) {
      case .unit(let code):
        guard let key = era.keys[code], !isOwn || code == sender else { continue }
        result[index] = .key(key)
      case .ambiguous(let codes):
        if !isOwn || codes.contains(sender) { result[index] = .open }
      case .unknown, .conflict, .foreign: continue
      }
    }
    return result
  }

  /// First and last day of a stated part; nil for one that the year's changes leave open.
  func days(of part: PartOfYear) -> ClosedRange<CalendarDate>? {
    switch part {
    case .months(let months):
      guard
        let first = CalendarDate(year: units.year, month: months.lowerBound, day: 1),
        let last = CalendarDate(
          year: units.year,
          month: months.upperBound,
          day: CalendarDate.days(in: months.upperBound, of: units.year)
        )
      else { return nil }
      return first...max(first, last)
    case .beforeChange: return eras.count == 2 ? eras[0].days : nil
    case .afterChange: return eras.count == 2 ? eras[1].days : nil
    }
  }

  /// Times with which a stated part fits: those that it lies in, or all that a longer one touches.
  func eras(fitting part: PartOfYear?) -> Set<Int> {
    guard let part, let days = days(of: part) else { return Set(eras.indices) }
    return Set(eras.indices.filter { eras[$0].days.overlaps(days) })
  }

  /// Whether a stated part lies within a unit's days.
  func lies(_ part: PartOfYear, within key: String) -> Bool {
    guard let days = days(of: part), let unit = units.unit(key) else { return false }
    return unit.days.contains(days.lowerBound) && unit.days.contains(days.upperBound)
  }

  /// Whether a stated part is the whole year.
  func isWhole(_ part: PartOfYear) -> Bool {
    guard let days = days(of: part) else { return false }
    return days.lowerBound <= eras[0].days.lowerBound
      && eras[eras.count - 1].days.upperBound <= days.upperBound
  }

  func era(on day: CalendarDate) -> Int? { eras.firstIndex { $0.days.contains(day) } }
}
