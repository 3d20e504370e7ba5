internal import Diagnostics
internal import Plan
internal import Tables

/// Which sensitive counts are not published, so that none of them can be inferred.
struct Suppression: Sendable {
  private(set) var hidden: Set<DisclosureCell> = []

  func hides(_ element: String, _ unit: String, _ year: Int, _ category: String) -> Bool {
    hidden.contains(
      DisclosureCell(element: element, unit: unit, year: year, category: category)
    )
  }

  /// Decides over all sensitive facts; years in order, so that cumulated counts can be compared.
  init(plan: Plan, facts: [FactRow]) {
    var byElement: [String: [FactRow]] = [:]
    let sensitive = Set(plan.elements.filter { $0.isSensitive && $0.kind == .number }.map(\.id))
    var (element, isSensitive) = ("", false)
    for place in facts.indices {
      // Facts of an element mostly follow one another.
      if facts.span[place].element != element {
        element = facts.span[place].element
        isSensitive = sensitive.contains(element)
      }
      if isSensitive { byElement[element, default: []].append(facts[place]) }
    }
    guard !byElement.isEmpty else { return }
    for cluster in DisclosureCluster.clusters(of: plan) {
      let rows = cluster.elements.flatMap { byElement[$0] ?? [] }
      for year in Set(rows.map(\.year)).sorted() {
        // What new units tell at the end of a year makes another sum than what old ones told before.
        for facts in Self.sums(rows.filter { $0.year == year }, plan, year) {
          var sheet = SuppressionSheet(plan: plan, cluster: cluster, year: year, facts: facts)
          sheet.decide(after: earlier(of: cluster, in: plan, before: year, rows))
          hidden.formUnion(sheet.hiddenCells)
        }
      }
    }
  }

  /// Facts of a year by the sums that they make: all of them, but for figures of former units whose
  /// place those of their heirs take.
  private static func sums(_ facts: [FactRow], _ plan: Plan, _ year: Int) -> [[FactRow]] {
    guard plan.unitChanges.contains(where: { $0.date.year == year }) else { return [facts] }
    let units = YearUnits(plan, year)
    let present = Set(facts.map { "\($0.element)/\($0.unit)" })
    func isFormer(_ fact: FactRow) -> Bool {
      guard let rule = plan.element(fact.element).flatMap(plan.yearRule), rule != .sum else {
        return false
      }
      return units.unit(fact.unit)?.heirs.contains { present.contains("\(fact.element)/\($0)") }
        ?? false
    }
    let former = facts.filter(isFormer)
    return former.isEmpty ? [facts] : [facts.filter { !isFormer($0) }, former]
  }

  /// Published values of earlier years of cumulated elements: differences of years tell counts.
  private func earlier(
    of cluster: DisclosureCluster,
    in plan: Plan,
    before year: Int,
    _ rows: [FactRow]
  ) -> [DisclosureCell: [Double]] {
    let cumulated = Set(
      cluster.elements.filter { id in
        guard case .register(let aggregate) = plan.element(id)?.source else { return false }
        return aggregate.window == .plan
      }
    )
    var result: [DisclosureCell: [Double]] = [:]
    for row in rows where row.year < year && cumulated.contains(row.element) {
      guard let value = row.addend else { continue }
      guard !hides(row.element, row.unit, row.year, row.category) else { continue }
      let cell = DisclosureCell(
        element: row.element,
        unit: row.unit,
        year: year,
        category: row.category
      )
      result[cell, default: []].append(value)
    }
    return result
  }
}
