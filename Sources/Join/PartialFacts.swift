import Plan
import Tables

/// Data elements and years whose figures came from old and new units, each for its time.
struct PartialFacts {
  private struct Place: Hashable {
    var element: String
    var year: Int
  }

  private let reports: YearReports
  /// Keys of all units with a figure, the later ones last.
  private let units: [Place: [String]]

  init(_ facts: [FactRow], _ reports: YearReports) {
    self.reports = reports
    // Most years come whole, and a country has many facts.
    let years = reports.yearsOfChanges
    guard !years.isEmpty else {
      self.units = [:]
      return
    }
    var units: [Place: Set<String>] = [:]
    for fact in facts where years.contains(fact.year) && fact.category == FactRow.total {
      units[Place(element: fact.element, year: fact.year), default: []].insert(fact.unit)
    }
    self.units = units.compactMap { place, keys -> (Place, [String])? in
      guard let own = reports.units(in: place.year), own.hasChanges,
        keys.contains(where: { own.isLater($0) })
      else { return nil }
      return (place, own.all.map(\.key).filter { keys.contains($0) })
    }
    .reduce(into: [:]) { $0[$1.0] = $1.1 }
  }

  /// Units with a figure of an element for parts of a year; nil where the year came whole.
  func units(_ element: String, _ year: Int) -> [String]? {
    units[Place(element: element, year: year)]
  }

  /// Units whose figures make that of all of them together, by the rule of the element.
  func units(making element: String, _ year: Int, _ rule: YearRule?) -> [String]? {
    guard let all = units(element, year), let own = reports.units(in: year) else { return nil }
    guard rule == .last || rule == .max else { return all }
    return all.filter { key in
      own.unit(key)?.heirs.contains { all.contains($0) } != true
    }
  }

  /// The facts but for those of parts of a year, which cannot be set beside whole years.
  func wholeYears(_ facts: [FactRow]) -> [FactRow] {
    units.isEmpty
      ? facts : facts.filter { units[Place(element: $0.element, year: $0.year)] == nil }
  }
}
