internal import Plan
internal import Tables

/// Tells which sums over units would give away how many things of a sensitive count several units
/// have in common: beside the units' own figures the sum is short by just that number.
struct OverlapDisclosure: Sendable {
  private let plan: Plan
  private let overlaps: KeyOverlaps
  private let contributing: ContributingUnits
  private let sensitive: Set<String>

  init(plan: Plan, overlaps: [OverlapRow], contributing: ContributingUnits) {
    self.plan = plan
    self.overlaps = KeyOverlaps(overlaps)
    self.contributing = contributing
    sensitive = Set(plan.elements.filter(\.isSensitive).map(\.id))
  }

  /// Whether a row is made of several units' figures that have things in common.
  ///
  /// - Parameters:
  ///   - row: An indicator's row.
  ///   - indicator: The indicator.
  ///   - years: Years whose figures the row rests on.
  /// - Returns: Whether the row has to be hidden.
  func hides(_ row: IndicatorRow, _ indicator: Indicator, years: [Int]) -> Bool {
    let named = indicator.elements.filter(sensitive.contains)
    guard !named.isEmpty else { return false }
    let units = units(of: row)
    return years.contains { year in
      named.contains { overlaps.keys($0, year: year, among: units) > 0 }
    }
  }

  private func units(of row: IndicatorRow) -> Set<String> {
    Set(
      row.unit == plan.unit
        ? contributing.all(in: row.year) : contributing.units(behind: row.unit, row.year)
    )
  }
}
