import Diagnostics
import Digests
import Foundation
import Parallel
package import Plan
package import Tables

extension FactsPackage {
  /// What one unit hands up after a run.
  ///
  /// - Parameters:
  ///   - plan: The plan as it was evaluated for the unit.
  ///   - settings: The run's settings.
  ///   - join: What the run made of the reports.
  package init(_ plan: Plan, _ settings: RunSettings, _ join: JoinTables) {
    self.init(
      plan: plan.id,
      year: settings.year,
      files: plan.fileRows(),
      units: [HandedUnit(unit: plan.unit, settings, join)]
    )
  }

  /// Puts packages together.
  ///
  /// - Parameters:
  ///   - packages: Packages with the paths that messages name them by, in any order.
  ///   - plan: The plan that all of them have to be of.
  ///   - year: The year that they have to be of; nil for that of the first.
  ///   - jobs: The most threads, which look through facts.
  /// - Throws: `PackageFailure` where one is of another plan, version or year, holds what cannot be,
  ///   or has a unit that another one has.
  package init(
    merging packages: [(path: String, package: FactsPackage)],
    of plan: Plan,
    year: Int? = nil,
    jobs: Int = 1
  ) throws(PackageFailure) {
    let files = plan.fileRows()
    let expected = year ?? packages.first?.package.year ?? plan.years.last
    var units: [String: (unit: HandedUnit, path: String)] = [:]
    for (path, package) in packages {
      guard package.plan == plan.id else {
        throw .otherPlan(path, found: package.plan, expected: plan.id)
      }
      try package.requireFiles(files, path)
      guard package.year == expected else {
        throw .otherYear(path, found: package.year, expected: expected)
      }
      for unit in package.units {
        if let other = units[unit.unit] {
          let paths = [other.path, path].sorted()
          throw .twice(unit: unit.unit, first: paths[0], second: paths[1])
        }
        units[unit.unit] = (unit, path)
      }
    }
    let all = packages.flatMap { path, package in package.units.map { (unit: $0, path: path) } }
    let places = parallelMap(all.count, jobs: jobs) { place in
      Result { () throws(PackageFailure) in
        try all[place].unit.requirePlace(in: plan, year: expected, all[place].path)
      }
    }
    for place in places { try place.get() }
    self.init(plan: plan.id, year: expected, files: files, units: units.values.map(\.unit))
  }

  private func requireFiles(_ expected: [PlanFileRow], _ path: String) throws(PackageFailure) {
    let (own, here) = (Self.digests(files), Self.digests(expected))
    let names = Set(own.keys).union(here.keys).sorted()
    if let name = names.first(where: { own[$0] != here[$0] }) {
      throw .otherPlanFile(path, file: name, found: own[name], expected: here[name])
    }
  }

  private static func digests(_ files: [PlanFileRow]) -> [String: String] {
    Dictionary(files.map { ($0.path, $0.sha256) }) { first, _ in first }
  }
}

extension HandedUnit {
  /// Makes sure that the unit has the plan, and that its facts are about it and its members.
  fileprivate func requirePlace(
    in plan: Plan,
    year: Int,
    _ path: String
  ) throws(PackageFailure) {
    guard let own = plan.evaluated(for: unit, in: year), own.rollUp == nil else {
      throw .unknownUnit(path, unit: unit, year: year)
    }
    let years = plan.years.base...max(plan.years.base, year)
    let elements = Set(plan.elements.map(\.id))
    let units = Dictionary(
      uniqueKeysWithValues: years.map { year in
        (year, Set(YearUnits(own, year).all.map(\.key) + [unit, FactRow.unplaced]))
      }
    )
    let stranger =
      handed.firstSubject { element, unit, year in
        !elements.contains(element) || units[year]?.contains(unit) != true
      }.map { ($0.element, [$0.unit], $0.year) }
      ?? overlaps.first { row in
        !elements.contains(row.element) || units[row.year]?.isSuperset(of: row.units) != true
      }.map { ($0.element, $0.units, $0.year) }
    if let (element, codes, year) = stranger {
      throw .changed(
        file: path,
        found: "\(element) \(codes.joined(separator: " ")) \(year)",
        expected: LocalisedText(
          vi: "dữ kiện của \(unit) và các đơn vị trực thuộc trong các năm của kế hoạch",
          en: "facts of \(unit) and its members in years of the plan"
        )
      )
    }
  }
}

extension Plan {
  /// Digests of the files that the plan was read from.
  ///
  /// Ends of lines do not count: some systems change them in copying.
  fileprivate func fileRows() -> [PlanFileRow] {
    files.map { name in
      let bytes = [UInt8](FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data())
      // A table beside the plan may lie elsewhere in another copy.
      let isBeside = name.hasPrefix("..") || name.hasPrefix("/")
      let shown = isBeside ? name.split(separator: "/").last.map(String.init) ?? name : name
      return PlanFileRow(path: shown, sha256: sha256(of: bytes.withoutCarriageReturns))
    }
    .sorted { $0.path < $1.path }
  }
}

extension [UInt8] {
  fileprivate var withoutCarriageReturns: [UInt8] {
    filter { $0 != UInt8(ascii: "\r") }
  }
}
