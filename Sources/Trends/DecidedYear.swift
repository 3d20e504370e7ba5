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
  ///
  /// - Parameters:
  ///   - row: The unit's row, which has its own figure.
  ///   - place: The unit's place among the members of the year.
  ///   - figure: Its own figure once more: reading it from the row would copy the row each time.
  func fill(_ row: inout ComparisonRow, at place: Int, of figure: borrowing IndicatorRow) {
    row.overall = overall
    if place < standings.count, let standing = standings[place] {
      standing.fill(&row)
      let adjusted = standingsAdjusted[place]
      row.q = adjusted
      row.standing = reading(standing, adjusted: adjusted, of: figure)
    }
    // A year without figures has no changes.
    if place < changes.count, let change = changes[place] {
      change.fill(&row)
      let adjusted = changesAdjusted[place]
      row.changeQ = adjusted
      row.movement = ComparisonRow.movement(
        change.difference,
        change.lower,
        change.upper,
        adjusted
      )
    }
  }
}
