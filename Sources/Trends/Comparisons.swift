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
    indicators = plan.indicators.filter { $0.place == .members }.sorted { $0.id < $1.id }
      .map { ComparedIndicator($0, plan, members.codes, series, breaks, jobs: jobs) }
  }

  /// All rows, by indicator, then by unit or group, then by year.
  func tables() -> (rows: [ComparisonRow], tests: [ComparisonTestRow]) {
    let years = decided(changed(compared()))
    let tests = years.joined().filter { !$0.isEmpty }.flatMap { [$0.test] + $0.groups }
    let byIndicator = indicators.indices.map { indicator in years.map { $0[indicator] } }
    let units = members.codes.count
    // So many units that what recurs among them is found.
    let rows = parallelRanges(indicators.count * units, of: 2_048, jobs: jobs) { places in
      var tests = RecurringMannKendall()
      var rows: [ComparisonRow] = []
      rows.reserveCapacity(places.count * members.years.count)
      for place in places {
        let (indicator, unit) = place.quotientAndRemainder(dividingBy: units)
        append(indicators[indicator], byIndicator[indicator], unit, to: &rows, &tests)
      }
      return rows
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
    _ years: [YearComparison],
    _ unit: Int,
    to rows: inout [ComparisonRow],
    _ tests: inout RecurringMannKendall
  ) {
    let figures = compared.units[unit]
    let isYesOrNo = compared.indicator.isYesOrNo
    for seat in members.seats[unit] {
      guard let row = figures.row(members.years[seat.year]) else { continue }
      let member = members.members[seat.year][seat.place].unit
      var own = comparison(member, figures, row, &tests, isYesOrNo: isYesOrNo)
      // Looked at where it stands: copying a year would count all that it holds up and down.
      years.span[seat.year].fill(&own, figures, at: seat.place)
      rows.append(own)
    }
  }

  /// What is known of a unit by itself.
  private func comparison(
    _ unit: OrgUnit,
    _ figures: UnitFigures,
    _ row: IndicatorRow,
    _ tests: inout RecurringMannKendall,
    isYesOrNo: Bool
  ) -> ComparisonRow {
    var result = ComparisonRow(indicator: row.indicator, unit: unit.code, year: row.year)
    result.name = unit.name
    result.group = plan.groups.id(ofKind: unit.kind)
    result.covered = breaks.covered(unit)
    result.breakYear = figures.lastBreak(upTo: row.year)
    result.numerator = row.numerator
    result.denominator = row.denominator
    result.value = row.value
    result.lower = row.lower
    result.upper = row.upper
    if isYesOrNo { return result }
    switch tests.test(figures.points(upTo: row.year)) {
    case .success(let test):
      result.trend = TrendRow.Conclusion(test)
      result.trendP = test.probability
    case .failure(.allEqual): result.trend = .constant
    case .failure: result.trend = .tooFew
    }
    return result
  }
}

extension Indicator {
  /// Whether it says yes or no of one unit.
  fileprivate var isYesOrNo: Bool {
    if case .units = formula { true } else { false }
  }
}

extension YearComparison {
  /// Fills in where a unit stands among the others, and what it may be said to be.
  fileprivate func fill(_ row: inout ComparisonRow, _ figures: UnitFigures, at place: Int) {
    row.overall = overall
    if case .failure(.because(let reason))? = figures.count(year) { row.leftOut = reason }
    standings[place]?.fill(&row)
    changes[place]?.fill(&row)
    row.read(beside: test, scale: indicator.scale)
  }
}
