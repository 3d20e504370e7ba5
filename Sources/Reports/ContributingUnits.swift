internal import Boundaries
internal import Diagnostics
internal import Plan
internal import Tables

/// Units whose reported figures stand behind a unit's figure: at other boundaries those it was made
/// of, and in a year in which units changed those of each part of it.
struct ContributingUnits: Sendable {
  private let plan: Plan
  private let boundaries: Boundaries?
  /// Units of years that came on old and new ones, by year.
  private let mixed: [Int: YearUnits]

  init(_ plan: Plan, _ facts: [FactRow], _ boundaries: Boundaries?) {
    self.plan = plan
    self.boundaries = boundaries
    var mixed: [Int: YearUnits] = [:]
    for year in Set(plan.unitChanges.map(\.date.year)) {
      let units = YearUnits(plan, year)
      if facts.contains(where: { $0.year == year && units.isLater($0.unit) }) {
        mixed[year] = units
      }
    }
    self.mixed = mixed
  }

  /// Keys of the units behind a member unit's figure of a year.
  func units(behind unit: String, _ year: Int) -> [String] {
    guard let boundaries else {
      return [unit] + (mixed[year]?.unit(unit)?.heirs.sorted() ?? [])
    }
    let links = MemberLinks(plan, year: year, boundaries, withLater: mixed[year] != nil)
    return links.links(to: unit).map(links.key)
  }

  /// Keys of all units of a year.
  func all(in year: Int) -> [String] {
    mixed[year]?.all.map(\.key) ?? plan.members(in: year).map(\.code)
  }
}
