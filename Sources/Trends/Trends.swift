internal import Parallel
package import Plan
package import Tables

/// Tells how each indicator of each unit moved up to the year, and where units stand beside all.
///
/// - Parameters:
///   - plan: The plan.
///   - settings: What is evaluated.
///   - indicators: The indicators of all years.
///   - jobs: The most threads; the tables are the same with any number.
/// - Returns: The tables of the stage.
package func trends(
  _ plan: Plan,
  _ settings: RunSettings,
  _ indicators: IndicatorTables,
  jobs: Int = 1
) -> TrendTables {
  let series = Dictionary(grouping: indicators.indicators) {
    SeriesKey(indicator: $0.indicator, unit: $0.unit)
  }
  let breaks = SeriesBreaks(plan, settings)
  let compared = Comparisons(plan, settings, series, breaks, jobs: jobs).tables()
  let keys = series.keys.sorted()
  return TrendTables(
    trends: parallelRanges(keys.count, of: 2_048, jobs: jobs) { places in
      var recurring = RecurringTrends()
      return places.map { place in
        let key = keys[place]
        return trendRow(
          key,
          series[key] ?? [],
          year: settings.year,
          base: plan.years.base,
          since: breaks.last(key.indicator, key.unit, upTo: settings.year),
          &recurring
        )
      }
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
