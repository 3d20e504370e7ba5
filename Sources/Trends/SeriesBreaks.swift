internal import Boundaries
internal import Diagnostics
internal import Plan
internal import Tables

/// Where a series is cut because a code means another area, or the indicator another thing.
struct SeriesBreaks: Sendable {
  private let plan: Plan
  private let boundaries: Boundaries?
  private let ofUnits: [String: [Int]]
  private let ofIndicators: [String: [Int]]

  init(_ plan: Plan, _ settings: RunSettings) {
    self.plan = plan
    let last = max(settings.year, plan.years.base)
    boundaries = settings.boundaries.map { Boundaries(on: $0, of: plan) }
    var starts: [String: [Int]] = [:]
    var latest = plan.members(in: plan.years.base)
    for year in (plan.years.base...last).dropFirst() {
      let earlier = latest
      latest = plan.members(in: year)
      // In most years nothing changes.
      if latest == earlier { continue }
      let before = Dictionary(grouping: earlier, by: \.code)
      for unit in latest where before[unit.code]?.contains(unit) != true {
        guard let boundaries else {
          if Self.isOtherArea(unit, before, plan) { starts[unit.code, default: []].append(year) }
          continue
        }
        // Carried figures cover a part of the unit; from here on it reports itself, whole.
        let past = CalendarDate(year: plan.years.base, month: 1, day: 1) ?? boundaries.day
        guard unit.exists(on: boundaries.day),
          boundaries.covered(unit, since: past)?.isWhole == false
        else { continue }
        starts[unit.code, default: []].append(year)
      }
    }
    ofUnits = starts
    ofIndicators = Dictionary(plan.indicators.map { ($0.id, $0.breaks) }) { first, _ in first }
  }

  /// Whether a unit that did not exist the year before has the code of one that did, and more than
  /// its name is new.
  private static func isOtherArea(_ unit: OrgUnit, _ before: [String: [OrgUnit]], _ plan: Plan)
    -> Bool
  {
    guard before[unit.code] != nil else { return false }
    let changes = plan.unitChanges.filter { $0.to == unit.code && $0.date == unit.validFrom }
    return !(changes.count == 1 && changes.allSatisfy { $0.kind == .rename })
  }

  /// The years at which the series of an indicator at a unit is cut, in order.
  ///
  /// Each is the first that may be compared with a later one.
  func years(_ indicator: String, _ unit: String) -> [Int] {
    let years = (ofUnits[unit] ?? []) + (ofIndicators[indicator] ?? [])
    if years.isEmpty { return [] }
    return years.filter { $0 > plan.years.base }.sorted()
  }

  /// The last of these years up to one; nil where all years may be compared.
  func last(_ indicator: String, _ unit: String, upTo year: Int) -> Int? {
    years(indicator, unit).last { $0 <= year }
  }

  /// Whether figures are carried to the units of a day.
  var haveBoundaries: Bool { boundaries != nil }

  /// The part of a unit's land that lay in units with listed changes; nil at the year's own units.
  func covered(_ unit: OrgUnit) -> Double? {
    guard let boundaries, let past = CalendarDate(year: plan.years.base, month: 1, day: 1)
    else { return nil }
    return boundaries.covered(unit, since: past)?.value
  }
}
