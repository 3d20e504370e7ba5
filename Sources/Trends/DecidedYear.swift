internal import Tables

/// What is known of all units of a year together, and of each among them, when all is decided.
///
/// It never changes, and each row is filled in from it: a value would have all its lists counted up
/// and down each time.
final class DecidedYear: Sendable {
  /// The value of the plan's unit.
  let overall: Double?
  /// Whether the units differ at all.
  let areDifferent: Bool
  let isOverdispersed: Bool
  let scale: Double
  private let standings: [UnitStanding?]
  private let standingsAdjusted: [Double?]
  private let changes: [YearChange?]
  private let changesAdjusted: [Double?]

  init(_ comparison: YearComparison) {
    overall = comparison.overall
    areDifferent = comparison.test.heterogeneityQ.map { $0 <= Discoveries.level } ?? false
    isOverdispersed = comparison.test.isOverdispersed
    scale = comparison.indicator.scale
    // Where no unit is compared there is nothing to keep of them.
    let areCompared = comparison.standings.contains { $0 != nil }
    standings = areCompared ? comparison.standings : []
    standingsAdjusted = areCompared ? comparison.standingsAdjusted : []
    changes = comparison.changes
    changesAdjusted = comparison.changesAdjusted
  }

  /// Fills in where the unit at a place stands among the others, its change, and what both say.
  func fill(_ row: inout ComparisonRow, at place: Int) {
    row.overall = overall
    if place < standings.count, let standing = standings[place] {
      standing.fill(&row)
      row.q = standingsAdjusted[place]
    }
    // A year without figures has no changes.
    if place < changes.count, let change = changes[place] {
      change.fill(&row)
      row.changeQ = changesAdjusted[place]
    }
    row.read(beside: self)
  }
}
