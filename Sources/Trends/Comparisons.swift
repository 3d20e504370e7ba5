internal import Methods
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
  func tables() -> (rows: [ComparisonRow], tests: [ComparisonTestRow]) {
    let years = decided(changed(compared()))
    let tests = years.joined().filter { !$0.isEmpty }.flatMap { [$0.test] + $0.groups }
    let byIndicator = indicators.indices.map { place in years.map { DecidedYear($0[place]) } }
    let units = members.codes.count
    // So many units that what recurs among them is found.
    let rows: [ComparisonRow] = parallelRanges(
      indicators.count * units,
      of: 2_048,
      jobs: jobs,
      expecting: indicators.count * members.members.reduce(0) { $0 + $1.count }
    ) { places, rows in
      var tests = RecurringMannKendall()
      for place in places {
        let (indicator, unit) = place.quotientAndRemainder(dividingBy: units)
        append(indicators[indicator], byIndicator[indicator], unit, to: &rows, &tests)
      }
    }
    return (
      rows,
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

  /// Adds the rows of a unit, by year.
  private func append(
    _ compared: ComparedIndicator,
    _ years: [DecidedYear],
    _ unit: Int,
    to rows: inout [ComparisonRow],
    _ tests: inout RecurringMannKendall
  ) {
    for seat in members.seats(of: unit) {
      let year = members.years[seat.year]
      guard let row = compared.row(of: unit, in: year) else { continue }
      var own = comparison(compared, unit, seat, row)
      years[seat.year].fill(&own, at: seat.place)
      if !compared.isYesOrNo { own.readTrend(tests.test(compared.points(of: unit, upTo: year))) }
      rows.append(own)
    }
  }

  /// What is known of a unit by itself.
  private func comparison(
    _ compared: ComparedIndicator,
    _ unit: Int,
    _ seat: MemberYears.Seat,
    _ row: SeriesIndex.Entry
  ) -> ComparisonRow {
    let year = members.years[seat.year]
    let own = compared[row]
    let member = members.members[seat.year][seat.place].unit
    var result = ComparisonRow(indicator: own.indicator, unit: member.code, year: own.year)
    result.name = member.name
    result.group = plan.groups.id(ofKind: member.kind)
    result.covered = breaks.covered(member)
    result.breakYear = compared.lastBreak(of: unit, upTo: year)
    result.numerator = own.numerator
    result.denominator = own.denominator
    result.value = own.value
    result.lower = own.lower
    result.upper = own.upper
    if case .failure(.because(let reason))? = compared.count(of: unit, in: year) {
      result.leftOut = reason
    }
    return result
  }
}

extension ComparisonRow {
  fileprivate mutating func readTrend(_ test: Result<MannKendall, StatisticGap>) {
    switch test {
    case .success(let test):
      trend = TrendRow.Conclusion(test)
      trendP = test.probability
    case .failure(.allEqual): trend = .constant
    case .failure: trend = .tooFew
    }
  }
}
