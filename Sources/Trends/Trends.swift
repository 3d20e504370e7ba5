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
  let series = IndicatorSeries(indicators.indicators)
  let breaks = SeriesBreaks(plan, settings)
  let compared = Comparisons(plan, settings, series, breaks, jobs: jobs).tables()
  let keys = series.keys
  return TrendTables(
    trends: parallelRanges(keys.count, of: 2_048, jobs: jobs) { places, rows in
      var recurring = RecurringTrends()
      for place in places {
        let key = keys[place]
        rows.append(
          trendRow(
            key,
            series,
            year: settings.year,
            base: plan.years.base,
            since: breaks.last(key.name, key.unit, upTo: settings.year),
            &recurring
          )
        )
      }
    },
    comparisons: compared.rows,
    tests: compared.tests
  )
}

/// The years of each indicator at each unit.
struct IndicatorSeries: Sendable {
  let rows: [IndicatorRow]
  private let index: SeriesIndex

  init(_ rows: [IndicatorRow]) {
    self.rows = rows
    index = SeriesIndex(count: rows.count) { place in
      let row = rows.span[place]
      return (row.indicator, row.unit, row.year)
    }
  }

  var keys: [SeriesIndex.Key] { index.keys }

  /// Places of the rows of an indicator at a unit.
  func places(_ indicator: String, _ unit: String) -> ArraySlice<SeriesIndex.Entry> {
    index.entries(indicator, unit: unit)
  }
}
