package import Plan
package import Tables

/// Tells how each indicator of each unit moved up to the year, and where units stand beside all.
package func trends(
  _ plan: Plan,
  _ settings: RunSettings,
  _ indicators: IndicatorTables
) -> TrendTables {
  let series = Dictionary(grouping: indicators.indicators) {
    SeriesKey(indicator: $0.indicator, unit: $0.unit)
  }
  let breaks = SeriesBreaks(plan, settings)
  let compared = Comparisons(plan, settings, series, breaks).tables()
  return TrendTables(
    trends: series.keys.sorted().map { key in
      trendRow(
        key,
        series[key] ?? [],
        year: settings.year,
        base: plan.years.base,
        since: breaks.last(key.indicator, key.unit, upTo: settings.year)
      )
    },
    comparisons: compared.rows,
    tests: compared.tests
  )
}

/// The years of one indicator at one unit.
struct SeriesKey: Hashable, Comparable {
  var indicator: String
  var unit: String

  static func < (a: SeriesKey, b: SeriesKey) -> Bool {
    (a.indicator, a.unit) < (b.indicator, b.unit)
  }
}
