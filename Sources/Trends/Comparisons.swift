internal import Parallel
internal import Plan
internal import Tables

/// The plan's member units beside each other, for each indicator computed for them and each year.
///
/// Units stand beside each other year by year, and each unit beside its own years; rows are made
/// unit by unit, when all that depends on a year is known.
struct Comparisons: Sendable {
  private let plan: Plan
  private let breaks: SeriesBreaks
  private let members: MemberYears
  /// By id.
  private let indicators: [ComparedIndicator]
  private let jobs: Int

  init(
    _ plan: Plan,
    _ settings: RunSettings,
    _ series: IndicatorSeries,
    _ breaks: SeriesBreaks,
    jobs: Int
  ) {
    self.plan = plan
    self.breaks = breaks
    self.jobs = jobs
    let members = MemberYears(plan, settings, jobs: jobs)
    self.members = members
    let indicators = plan.indicators.filter { $0.place == .members }.sorted { $0.id < $1.id }
    self.indicators = parallelMap(indicators.count, jobs: jobs) {
      ComparedIndicator(indicators[$0], plan, members.codes, series, breaks)
    }
  }

  /// All rows, by indicator, then by unit or group, then by year.
  func tables() -> (rows: ComparisonRows, tests: [ComparisonTestRow]) {
    let years = decided(changed(compared()))
    let tests = years.joined().filter { !$0.isEmpty }.flatMap { [$0.test] + $0.groups }
    let byIndicator = indicators.indices.map { place in years.map { DecidedYear($0[place]) } }
    let rows = MadeComparisons(plan.groups, breaks, members, indicators, byIndicator, jobs: jobs)
    return (
      ComparisonRows(rows),
      tests.sorted { ($0.indicator, $0.group, $0.year) < ($1.indicator, $1.group, $1.year) }
    )
  }

  /// The units of each indicator in each year, which does not depend on any other; by indicator.
  private func compared() -> [[YearComparison]] {
    let years = members.years
    let all = parallelMap(indicators.count * years.count, jobs: jobs) { place in
      let (indicator, year) = place.quotientAndRemainder(dividingBy: years.count)
      return YearComparison(
        indicators[indicator],
        members.members[year],
        plan.groups,
        year: years[year]
      )
    }
    return indicators.indices.map {
      Array(all[($0 * years.count)..<(($0 + 1) * years.count)])
    }
  }

  /// The same with the changes from year to year; by year.
  private func changed(_ compared: [[YearComparison]]) -> [[YearComparison]] {
    let count = indicators.count
    let all = parallelMap(members.years.count * count, jobs: jobs) { place in
      let (year, indicator) = place.quotientAndRemainder(dividingBy: count)
      var own = compared[indicator][year]
      own.fillChanges(
        since: year > 0 ? compared[indicator][year - 1] : nil,
        indicators[indicator],
        members.members[year]
      )
      return own
    }
    return members.years.indices.map { Array(all[($0 * count)..<(($0 + 1) * count)]) }
  }

  /// The same with what may be said, which depends on all indicators of a year.
  private func decided(_ years: [[YearComparison]]) -> [[YearComparison]] {
    let discoveries = Discoveries(plan)
    return parallelMap(years.count, jobs: jobs) { year in
      var own = years[year]
      discoveries.decide(&own)
      return own
    }
  }
}
