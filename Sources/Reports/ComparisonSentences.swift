package import Diagnostics
package import Plan
package import Tables

/// What may be said of a plan's units by one indicator: the sentences of the report, from figures
/// that may not all be for publication.
///
/// - Parameters:
///   - plan: The plan.
///   - indicators: Values of a run.
///   - trends: What the run made of them.
///   - indicator: The indicator.
///   - year: The year in which units are compared.
///   - units: Codes of the units that single sentences may be about; nil for all.
///   - language: Language of the sentences.
/// - Returns: The sentences, the trend of all units first.
package func comparisonSentences(
  _ plan: Plan,
  _ indicators: [IndicatorRow],
  _ trends: TrendTables,
  indicator: Indicator,
  year: Int,
  units: Set<String>?,
  language: Language
) -> [String] {
  ComparisonText(
    plan,
    comparisons: trends.comparisons,
    naming: units,
    tests: trends.tests.filter { $0.indicator == indicator.id },
    indicators: indicators.filter { $0.indicator == indicator.id },
    language: language
  )
  .claims(indicator, year).map(\.sentence)
}
