import Boundaries
import Diagnostics
import Plan
import Tables

/// The figure of one unit for the part of a year in which it existed, and how much of it belongs to
/// a target.
struct YearPiece {
  var fact: FactRow
  var amount: Link.Amount
  /// Another unit's figure takes its place where the last one counts.
  var isFormer: Bool

  /// Whether it is there, and none of its sources is lacking.
  var isKnown: Bool { (fact.missing == nil || fact.missing == .noCase) && !fact.isPartial }
}

/// The units of the years in which units change.
struct ChangingYears {
  let units: [Int: YearUnits]

  init(_ plan: Plan, _ years: ClosedRange<Int>) {
    let changing = years.filter { year in plan.unitChanges.contains { $0.date.year == year } }
    units = Dictionary(uniqueKeysWithValues: changing.map { ($0, YearUnits(plan, $0)) })
  }
}

/// Figures of a year in which units changed, which came from old and new units.
struct MixedYears {
  let plan: Plan
  private let facts: FactIndex
  /// Years with changes in which new units reported, by data element.
  private let mixed: [String: Set<Int>]
  private let changing: ChangingYears

  init(_ plan: Plan, _ changing: ChangingYears, _ facts: [FactRow], _ index: FactIndex) {
    self.plan = plan
    self.facts = index
    self.changing = changing
    var mixed: [String: Set<Int>] = [:]
    if !changing.units.isEmpty {
      for fact in facts where changing.units[fact.year]?.isLater(fact.unit) ?? false {
        mixed[fact.element, default: []].insert(fact.year)
      }
    }
    self.mixed = mixed
  }

  /// Whether an indicator of a year rests on figures of parts of a year.
  func concerns(_ indicator: Indicator, _ year: Int) -> Bool {
    guard !mixed.isEmpty else { return false }
    return indicator.elements.contains { mixed[$0]?.contains(year) ?? false }
  }

  func units(in year: Int) -> YearUnits { changing.units[year] ?? YearUnits(plan, year) }

  /// Figures of a data element by the units that reported it.
  func pieces(
    _ element: String,
    _ year: Int,
    _ sources: [(key: String, amount: Link.Amount)]
  ) -> [YearPiece] {
    sources.compactMap { key, amount in
      facts.fact(element, unit: key, year: year).map { fact in
        YearPiece(fact: fact, amount: amount, isFormer: isFormer(element, key, year))
      }
    }
  }

  private func isFormer(_ element: String, _ key: String, _ year: Int) -> Bool {
    guard let unit = changing.units[year]?.unit(key) else { return false }
    return unit.heirs.contains { facts.fact(element, unit: $0, year: year) != nil }
  }
}
