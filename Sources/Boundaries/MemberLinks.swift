package import Diagnostics
package import Plan

/// What a plan's member units of a year bring to the units of other boundaries.
package struct MemberLinks: Sendable {
  /// Units at the boundaries, by code.
  package let targets: [String]
  private let links: [String: [Link]]

  package init(_ plan: Plan, year: Int, _ boundaries: Boundaries) {
    let links = plan.members(in: year).flatMap(boundaries.links)
    self.links = Dictionary(grouping: links, by: \.target.code)
    targets = plan.members(in: year, boundaries: boundaries.day).map(\.code)
  }

  /// The links to a unit at the boundaries, by source.
  package func links(to target: String) -> [Link] { links[target] ?? [] }
}

extension Boundaries {
  /// The boundaries of a day for the units of a plan.
  package init(on day: CalendarDate, of plan: Plan) {
    self.init(on: day, units: plan.orgUnits, changes: plan.unitChanges)
  }
}
