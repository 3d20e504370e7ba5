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
  let keys = series.keys.sorted()
  return TrendTables(
    trends: keys.map { key in
      trendRow(key, series[key] ?? [], year: settings.year, base: plan.years.base)
    },
    comparisons: comparisonRows(plan, year: settings.year, indicators: indicators.indicators)
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
