import Diagnostics
import GardenPlan
import Indicators
import Plan
import Tables

/// Facts of the garden plan, written as the tests need them.
struct Village {
  var facts: [FactRow] = []
  var overlaps: [OverlapRow] = []

  mutating func set(
    _ element: String,
    _ unit: String,
    _ year: Int,
    _ value: Int64?,
    missing: MissingReason? = nil,
    isPartial: Bool = false
  ) {
    facts.append(
      FactRow(
        element: element,
        unit: unit,
        year: year,
        category: FactRow.total,
        value: value.map { FixedDecimal($0) },
        text: "",
        missing: value == nil ? missing ?? .notReported : nil,
        isPartial: isPartial,
        sources: []
      )
    )
  }

  /// Values of V1, V2 and V3 for a year; nil is not reported.
  mutating func set(_ element: String, _ year: Int, _ values: [Int64?]) {
    for (unit, value) in zip(["V1", "V2", "V3"], values) { set(element, unit, year, value) }
  }

  func tables(_ year: Int) throws -> IndicatorTables {
    try tables(year, of: try loadPlan(GardenPlan.folder).plan)
  }

  func tables(
    _ year: Int,
    of plan: Plan,
    boundaries: CalendarDate? = nil
  ) throws -> IndicatorTables {
    let day = CalendarDate(year: year, month: 12, day: 15)
    let text = LocalisedText(vietnamese: "")
    guard let day else { throw TableError(location: Location(file: ""), found: "", expected: text) }
    return indicators(
      plan,
      RunSettings(
        plan: plan.id,
        year: year,
        asOf: day,
        boundaries: boundaries,
        datasetTitle: text,
        isSynthetic: false,
        notice: text
      ),
      JoinTables(facts: facts, reporting: [], conflicts: [], overlaps: overlaps, findings: [])
    )
  }

  func indicator(_ id: String, _ unit: String, _ year: Int) throws -> IndicatorRow? {
    try tables(year).indicators.first { $0.indicator == id && $0.unit == unit && $0.year == year }
  }

  func target(_ id: String, _ unit: String, _ year: Int) throws -> TargetRow? {
    try tables(year).targets.first { $0.target == id && $0.unit == unit && $0.year == year }
  }
}
