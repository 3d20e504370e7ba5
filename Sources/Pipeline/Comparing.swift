package import Diagnostics
package import Plan
import Reports
package import Tables

/// The member units beside each other by one indicator, from the tables of a run.
package struct UnitComparison: Sendable {
  package let indicator: Indicator
  /// First and last year of the series; units are compared in the last.
  package let years: ClosedRange<Int>
  /// Units of the last year, by code.
  package let rows: [ComparisonRow]
  /// Their figures in the years.
  package let figures: [IndicatorRow]
  /// What is said of all units together; nil for what is not computed over units.
  package let test: ComparisonTestRow?
  /// What may be said.
  package let sentences: [String]
  package let settings: RunSettings

  package var year: Int { years.upperBound }

  /// Why units have no figure in the last year, by code.
  package var missing: [String: MissingReason] {
    Dictionary(
      figures.filter { $0.year == year }.compactMap { figure in
        figure.missing.map { (figure.unit, $0) }
      }
    ) { first, _ in first }
  }
}

/// The member units beside each other, from the tables of a workspace.
///
/// - Parameters:
///   - plan: The plan.
///   - workspace: The workspace of a run.
///   - indicator: The indicator.
///   - first: First year shown; nil for the base year.
///   - last: Last year; nil for the year evaluated.
///   - units: Codes of the units that are listed; nil for all. All are compared in either case.
///   - language: Language of the sentences.
///   - jobs: The most threads.
/// - Returns: The comparison.
/// - Throws: When the workspace lacks a table or was made from another plan.
package func compare(
  _ plan: Plan,
  workspace: String,
  _ indicator: Indicator,
  from first: Int?,
  to last: Int?,
  units: Set<String>?,
  language: Language,
  jobs: Int = 1
) throws(PipelineFailure) -> UnitComparison {
  let run = try Workspace(workspace, of: plan, jobs: jobs)
  let plan = run.plan
  let indicators = try run.indicators().indicators
  let trends = try run.trends()
  let evaluated = max(run.settings.year, plan.years.base)
  let end = max(min(last ?? evaluated, evaluated), plan.years.base)
  let start = min(max(first ?? plan.years.base, plan.years.base), end)
  let figures = indicators.filter {
    $0.indicator == indicator.id && $0.unit != plan.unit && (start...end).contains($0.year)
      && units?.contains($0.unit) != false
  }
  let compared = Dictionary(
    trends.comparisons.rows(of: indicator.id, in: end).map { ($0.unit, $0) }
  ) { first, _ in first }
  return UnitComparison(
    indicator: indicator,
    years: start...end,
    // What is computed for single units only has figures, and nothing to compare them with.
    rows: figures.filter { $0.year == end }.map { figure in
      compared[figure.unit] ?? ComparisonRow(figure)
    },
    figures: figures,
    test: trends.tests.first {
      $0.indicator == indicator.id && $0.year == end && $0.group.isEmpty
    },
    sentences: comparisonSentences(
      plan,
      indicators,
      trends,
      indicator: indicator,
      year: end,
      units: units,
      language: language
    ),
    settings: run.settings
  )
}

extension ComparisonRow {
  fileprivate init(_ figure: IndicatorRow) {
    self.init(indicator: figure.indicator, unit: figure.unit, year: figure.year)
    value = figure.value
  }
}
