internal import Plan
internal import Tables

/// Comparisons as they may be published.
///
/// A shrunken value, a rank, a p or a q of one unit rests on the counts of all, so that any of them
/// could be turned back into a hidden count. Of an indicator with a hidden figure of any unit in a
/// year, nothing is published that used the counts of that year; and no adjusted probability of the
/// indicators that count vulnerable persons, which rest on each other, where one of them is hidden.
struct ComparisonDisclosure: Sendable {
  private let planUnit: String
  private let sensitive: Set<String>
  private let hidden: Set<IndicatorKey>
  /// Years in which a figure of the indicator is hidden.
  private let years: [String: Set<Int>]
  /// Years in which a figure of any indicator is hidden.
  private let anyYears: Set<Int>

  init(plan: Plan, hidden: Set<IndicatorKey>) {
    self.hidden = hidden
    planUnit = plan.unit
    sensitive = Set(plan.indicators.filter(\.isSensitive).map(\.id))
    years = Dictionary(grouping: hidden, by: \.indicator).mapValues { Set($0.map(\.year)) }
    anyYears = Set(hidden.map(\.year))
  }

  /// How much of what rests on some years may be told.
  private enum Extent { case all, withoutAdjusted, nothing }

  private func extent(_ indicator: String, _ isUsed: (Int) -> Bool) -> Extent {
    guard sensitive.contains(indicator) else { return .all }
    if (years[indicator] ?? []).contains(where: isUsed) { return .nothing }
    return anyYears.contains(where: isUsed) ? .withoutAdjusted : .all
  }

  private func isHidden(_ row: ComparisonRow, _ year: Int, _ unit: String? = nil) -> Bool {
    hidden.contains(
      IndicatorKey(indicator: row.indicator, unit: unit ?? row.unit, year: year)
    )
  }

  /// All rows as they may be published; nothing is hidden where no indicator counts vulnerable persons.
  func disclosed(_ rows: ComparisonRows) -> ComparisonRows {
    sensitive.isEmpty ? rows : rows.changing { disclosed($0) }
  }

  /// A unit's row as it may be published.
  private func disclosed(_ row: ComparisonRow) -> ComparisonRow {
    guard sensitive.contains(row.indicator) else { return row }
    var row = row
    if isHidden(row, row.year, planUnit) { row.overall = nil }
    if isHidden(row, row.year) {
      row.numerator = nil
      row.denominator = nil
      row.value = nil
      row.lower = nil
      row.upper = nil
      row.leftOut = .suppressed
    }
    switch extent(row.indicator, { $0 == row.year }) {
    case .all: break
    case .withoutAdjusted:
      row.q = nil
      if row.standing != .notCompared { row.standing = .suppressed }
    case .nothing: hidePlace(&row)
    }
    switch extent(row.indicator, { $0 == row.year || $0 == row.year - 1 }) {
    case .all: break
    case .withoutAdjusted:
      row.changeQ = nil
      if row.movement != .notCompared { row.movement = .suppressed }
    case .nothing:
      row.change = nil
      row.changeLower = nil
      row.changeUpper = nil
      row.changeP = nil
      row.changeQ = nil
      row.movement = .suppressed
    }
    if (years[row.indicator] ?? []).contains(where: { $0 <= row.year && isHidden(row, $0) }) {
      row.trend = .suppressed
      row.trendP = nil
    }
    return row
  }

  private func hidePlace(_ row: inout ComparisonRow) {
    row.othersNumerator = nil
    row.othersDenominator = nil
    row.smoothed = nil
    row.rank = nil
    row.rankLower = nil
    row.rankUpper = nil
    row.rankLevel = nil
    row.funnel = ""
    row.funnelWidened = ""
    row.p = nil
    row.q = nil
    row.standing = .suppressed
  }

  /// A row on all units as it may be published.
  func disclosed(_ row: ComparisonTestRow) -> ComparisonTestRow {
    guard sensitive.contains(row.indicator) else { return row }
    var row = row
    switch extent(row.indicator, { $0 == row.year }) {
    case .all: break
    case .withoutAdjusted:
      row.heterogeneityQ = nil
      if row.difference != .notCompared { row.difference = .suppressed }
    case .nothing:
      row.compared = nil
      row.heterogeneityP = nil
      row.heterogeneityQ = nil
      row.heterogeneityMethod = ""
      row.dispersion = nil
      row.dispersionThreshold = nil
      row.difference = .suppressed
    }
    hideTrend(&row)
    hideChange(&row)
    return row
  }

  private func hideTrend(_ row: inout ComparisonTestRow) {
    switch extent(row.indicator, { $0 <= row.year }) {
    case .all: break
    case .withoutAdjusted:
      row.trendQ = nil
      if row.trend == .rising || row.trend == .falling || row.trend == .notShown {
        row.trend = .suppressed
      }
    case .nothing:
      row.firstYear = nil
      row.years = nil
      row.trendS = nil
      row.trendP = nil
      row.trendQ = nil
      row.trendLeastP = nil
      row.trendMethod = ""
      row.trend = .suppressed
    }
  }

  private func hideChange(_ row: inout ComparisonTestRow) {
    switch extent(row.indicator, { $0 == row.year || $0 == row.year - 1 }) {
    case .all: break
    case .withoutAdjusted:
      row.changeQ = nil
      if row.movement != .notCompared { row.movement = .suppressed }
    case .nothing:
      row.change = nil
      row.changeLower = nil
      row.changeUpper = nil
      row.changeP = nil
      row.changeQ = nil
      row.movement = .suppressed
    }
  }
}
