import Plan
import Tables
import Trends

@testable import Reports

extension InventedTables {
  /// Comparisons as the stage makes them: what is hidden later went into them.
  func trendTables(_ plan: Plan) -> TrendTables {
    guard comparesUnits else { return TrendTables(trends: trendRows, comparisons: []) }
    var tables = Trends.trends(
      plan,
      settings,
      IndicatorTables(indicators: indicatorRows, targets: [], scores: [])
    )
    tables.trends = trendRows
    return tables
  }

  /// Of every year: the count of the base year is what such a target asks for.
  var fewerRows: [TargetRow] {
    let rows = indicatorRows.filter { $0.indicator == "need" }
    let first = rows.map(\.year).min()
    return rows.filter { $0.year != first }.map { row in
      let base = rows.first { $0.unit == row.unit && $0.year == first }?.value
      var status = TargetStatus.notReported
      if let base, let value = row.value {
        status = value < base || base == 0 && value == 0 ? .reached : .notReached
      }
      return TargetRow(
        target: "C",
        unit: row.unit,
        year: row.year,
        indicator: row.indicator,
        form: "fewer",
        reading: "",
        targetValue: base,
        numerator: row.numerator,
        denominator: nil,
        value: row.value,
        status: status,
        worst: status,
        best: status
      )
    }
  }

  /// What is published of these tables, with facts that may differ from theirs.
  func disclosed(_ plan: Plan, facts: [FactRow], overlaps: [OverlapRow] = []) -> DisclosedTables {
    DisclosedTables(
      plan,
      ingest: IngestTables(
        settings: settings,
        files: [],
        notes: [],
        records: [],
        findings: []
      ),
      clean: CleanTables(records: [], setAside: [], superseded: [], accounts: [], findings: []),
      join: JoinTables(
        facts: facts,
        reporting: [],
        conflicts: [],
        overlaps: overlaps,
        findings: []
      ),
      indicators: IndicatorTables(indicators: indicatorRows, targets: targetRows, scores: []),
      trends: trendTables(plan)
    )
  }
}
