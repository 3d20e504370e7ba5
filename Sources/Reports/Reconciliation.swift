internal import Diagnostics
internal import Plan
internal import Tables

/// Sets the sources of each shared measure side by side, for all units and years.
///
/// The rows tell nothing that the facts do not tell: made from published facts they can be published.
/// A source that has no fact for a year is left out, and so is a unit and year with one source only.
///
/// - Parameters:
///   - plan: The plan, with the measures that several forms report.
///   - facts: Facts as the reader of the rows may know them.
///   - overlaps: What several units count, which is once in their sum.
/// - Returns: A row a source, by measure and year in the plan's order, then by unit.
func reconciliation(
  _ plan: Plan,
  _ facts: [FactRow],
  _ overlaps: KeyOverlaps = KeyOverlaps([])
) -> [ReconciliationRow] {
  guard !plan.measures.isEmpty else { return [] }
  let needed = Set(plan.measures.flatMap(\.sources))
  let byElement = Dictionary(
    grouping: facts.filter { $0.category == FactRow.total && needed.contains($0.element) },
    by: \.element
  )
  return plan.measures.flatMap { measure in
    let sources = measure.sources.compactMap { plan.element($0) }
    let figures = sources.map { element in
      SourceFigure.figures(of: element, for: measure, byElement[element.id] ?? [], overlaps, plan)
    }
    let places = Set(figures.flatMap(\.keys)).sorted()
    return places.flatMap { place -> [ReconciliationRow] in
      let stated = zip(sources, figures).compactMap { source, figures in
        figures[place].map { (source, $0) }
      }
      guard stated.count > 1 else { return [] }
      let used = stated.first { $0.0.id == measure.used }?.1
      return stated.map { source, figure in
        row(measure, source, figure, against: used, at: place, plan)
      }
    }
  }
}

extension ReconciliationRow {
  /// The fact that the row shows; nil where it is a sum of several.
  func figure(in plan: Plan) -> FigureKey.Figure? {
    let isSum = unit == plan.unit && plan.element(source).map(plan.isOfMembers) == true
    return isSum ? nil : .fact(source, unit: unit, year: year, category: FactRow.total)
  }
}

/// Unit and year of a comparison.
struct ReconciledPlace: Hashable, Comparable {
  var unit: String
  var year: Int

  static func < (a: Self, b: Self) -> Bool { (a.year, a.unit) < (b.year, b.unit) }
}

/// What a source says at one place.
private struct SourceFigure {
  var value: FixedDecimal?
  var text = ""
  var missing: MissingReason?
  var isPartial = false

  /// Whether it can be set against another: a value, and all of it.
  var isWhole: Bool { (value != nil || !text.isEmpty) && !isPartial }

  init(missing: MissingReason) { self.missing = missing }

  init(_ fact: FactRow, _ kind: DataElement.ValueKind) {
    text = fact.text
    missing = fact.missing
    isPartial = fact.isPartial
    value = fact.value
    if fact.missing == .noCase, kind != .code { value = .zero }
  }

  static func figures(
    of element: DataElement,
    for measure: SharedMeasure,
    _ facts: [FactRow],
    _ overlaps: KeyOverlaps,
    _ plan: Plan
  ) -> [ReconciledPlace: SourceFigure] {
    let isOfMembers = plan.isOfMembers(element)
    let own = facts.filter { ($0.unit != plan.unit) == isOfMembers }
    if measure.place == .plan, isOfMembers {
      let byYear = Dictionary(grouping: own, by: \.year)
      return Dictionary(
        byYear.map { (ReconciledPlace(unit: plan.unit, year: $0), sum($1, of: element, overlaps)) }
      ) { first, _ in first }
    }
    return Dictionary(
      own.filter { $0.unit != FactRow.unplaced }
        .map { (ReconciledPlace(unit: $0.unit, year: $0.year), SourceFigure($0, element.kind)) }
    ) { first, _ in first }
  }

  /// Figures of all units together: a lower bound where one is missing, none where one is hidden.
  private static func sum(
    _ facts: [FactRow],
    of element: DataElement,
    _ overlaps: KeyOverlaps
  ) -> SourceFigure {
    let figures = facts.map { SourceFigure($0, element.kind) }
    let keys = overlaps.keys(
      element.id,
      year: facts.first?.year ?? 0,
      among: Set(facts.map(\.unit))
    )
    if figures.contains(where: { $0.missing == .suppressed }) || element.isSensitive && keys > 0 {
      return SourceFigure(missing: .suppressed)
    }
    let values = figures.compactMap(\.value)
    guard let first = values.first else { return SourceFigure(missing: .notReported) }
    var result = SourceFigure(missing: .illegible)
    let shares = Dictionary(facts.map { ($0.unit, 1.0) }) { first, _ in first }
    let excess = overlaps.excess(element.id, year: facts.first?.year ?? 0, among: shares)
    let addends = values.dropFirst() + [FixedDecimal(-(Int64(exactly: excess) ?? 0))]
    result.value = addends.reduce(first as FixedDecimal?) { sum, value in
      sum.flatMap { FixedDecimal.adding($0, value) }
    }
    if result.value != nil { result.missing = nil }
    result.isPartial = values.count < figures.count || figures.contains(where: \.isPartial)
    return result
  }
}

private func row(
  _ measure: SharedMeasure,
  _ source: DataElement,
  _ figure: SourceFigure,
  against used: SourceFigure?,
  at place: ReconciledPlace,
  _ plan: Plan
) -> ReconciliationRow {
  var row = ReconciliationRow(
    measure: measure.id,
    unit: place.unit,
    year: place.year,
    source: source.id,
    sender: senders(of: source, at: place, plan),
    value: figure.value,
    text: figure.text,
    missing: figure.missing,
    isPartial: figure.isPartial,
    outcome: source.id == measure.used ? .used : .notCompared,
    rule: measure.reason
  )
  guard row.outcome != .used, let used, used.isWhole, figure.isWhole else { return row }
  row.outcome = figure.value == used.value && figure.text == used.text ? .agrees : .differs
  guard source.kind == .number, let value = figure.value, let other = used.value,
    let difference = other.multiplied(by: -1).flatMap({ FixedDecimal.adding(value, $0) })
  else { return row }
  row.difference = difference
  if other != .zero { row.relativeDifference = difference.double / other.double }
  return row
}

/// Who sent it: ids of agencies; the unit itself where each unit sends its own.
private func senders(of element: DataElement, at place: ReconciledPlace, _ plan: Plan) -> String {
  let ids = plan.form(element.form)?.senders ?? []
  return ids.map { id in
    let isEach = plan.sender(id)?.eachLevel != nil
    return isEach && place.unit != plan.unit ? place.unit : id
  }.joined(separator: " ")
}
