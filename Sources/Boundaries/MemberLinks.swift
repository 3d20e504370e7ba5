package import Diagnostics
package import Plan

/// What a plan's member units of a year bring to the units of other boundaries.
package struct MemberLinks: Sendable {
  /// Units at the boundaries, by code.
  package let targets: [String]
  private let links: [String: [Link]]
  private let keys: [UnitKey: String]

  /// - Parameters:
  ///   - plan: The plan.
  ///   - year: Year that the units report.
  ///   - boundaries: Where their figures are carried to.
  ///   - withLater: Whether units that begin within the year report too.
  package init(_ plan: Plan, year: Int, _ boundaries: Boundaries, withLater: Bool = false) {
    let units = YearUnits(plan, year)
    let sources = withLater ? units.all : units.first
    keys = Dictionary(sources.map { (UnitKey($0.unit), $0.key) }) { first, _ in first }
    let links = sources.flatMap { boundaries.links(of: $0.unit) }
    self.links = Dictionary(grouping: links, by: \.target.code)
    targets = plan.members(in: year, boundaries: boundaries.day).map(\.code)
  }

  /// The links to a unit at the boundaries, by source.
  package func links(to target: String) -> [Link] { links[target] ?? [] }

  /// Key of a link's source among the units of the year; facts name it by that.
  package func key(of link: Link) -> String { keys[link.source] ?? link.source.code }
}

extension Boundaries {
  /// The boundaries of a day for the units of a plan.
  package init(on day: CalendarDate, of plan: Plan) {
    self.init(on: day, units: plan.orgUnits, changes: plan.unitChanges)
  }
}
