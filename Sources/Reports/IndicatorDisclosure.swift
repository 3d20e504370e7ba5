internal import Diagnostics
internal import Plan
internal import Tables

/// Hides what rests on hidden counts: a derived number is published only if a reader could
/// compute it from published counts, so that it tells nothing new.
struct IndicatorDisclosure: Sendable {
  private let plan: Plan
  private let suppression: Suppression
  private let indicators: [String: Indicator]
  /// Years besides the row's own that an indicator rests on, by its id.
  private let moments: [String: OtherYears]
  private let sensitive: Set<String>
  private let unitsByYear: [Int: [String]]
  private let overlaps: OverlapDisclosure
  private let contributing: ContributingUnits

  private struct OtherYears {
    var hasBase = false
    var hasPrevious = false

    init(of indicator: Indicator) {
      let texts: [String] =
        switch indicator.formula {
        case .ratio(let numerator, let denominator, _): [numerator.text, denominator.text]
        case .units(let condition): [condition.text]
        case .count(let value): [value.text]
        }
      hasBase = texts.contains { $0.contains("base(") }
      hasPrevious = texts.contains { $0.contains("previous(") }
    }
  }

  init(
    plan: Plan,
    suppression: Suppression,
    overlaps: [OverlapRow],
    contributing: ContributingUnits
  ) {
    self.contributing = contributing
    self.plan = plan
    self.overlaps = OverlapDisclosure(plan: plan, overlaps: overlaps, contributing: contributing)
    self.suppression = suppression
    indicators = Dictionary(plan.indicators.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    moments = indicators.mapValues(OtherYears.init)
    sensitive = Set(plan.elements.filter { $0.isSensitive && $0.kind == .number }.map(\.id))
    var units: [Int: Set<String>] = [:]
    for cell in suppression.hidden where cell.unit != plan.unit {
      units[cell.year, default: []].insert(cell.unit)
    }
    unitsByYear = units.mapValues { $0.sorted() }
  }

  func disclosed(_ rows: [IndicatorRow]) -> [IndicatorRow] {
    indicators.values.contains(where: \.isSensitive) ? rows.map { disclosed($0) } : rows
  }

  private func disclosed(_ row: IndicatorRow) -> IndicatorRow {
    guard let indicator = indicators[row.indicator], indicator.isSensitive else { return row }
    var row = row
    if row.boundBasis == "outside-land"
      || (row.reported < row.expected && row.boundBasis != "unbounded")
    {
      // Behind these bounds stand denominators of single units, perhaps hidden or of other years.
      row.worst = nil
      row.best = nil
    }
    let years = years(of: indicator, row.year)
    let isHidden = hides(row, indicator) || overlaps.hides(row, indicator, years: years)
    return isHidden ? row.suppressed : row
  }

  /// - Parameters:
  ///   - row: A target's row.
  ///   - hidden: Indicators that are not published.
  ///   - narrowing: Targets whose status for the plan's unit would give counts away.
  /// - Returns: The row as it may be published.
  func disclosed(_ row: TargetRow, hidden: Set<IndicatorKey>, narrowing: Set<String>) -> TargetRow {
    func isHidden(_ year: Int) -> Bool {
      hidden.contains(IndicatorKey(indicator: row.indicator, unit: row.unit, year: year))
    }
    var row = row
    if row.form == Target.Form.fewer.rawValue, isHidden(plan.years.base) {
      // What such a target asks for is the count of the base year itself.
      row.targetValue = nil
      // 0 is fewer than whatever is hidden; beside any other count the word would bound it.
      if row.unit != plan.unit, (row.value ?? 0) != 0 { suppressStatus(&row) }
    }
    if row.unit == plan.unit, narrowing.contains(row.target) { suppressStatus(&row) }
    let years = plan.years.base...max(plan.years.base, row.year)
    guard years.contains(where: isHidden) else { return row }
    hideWhatYearsTell(&row, earlier: years.filter { $0 < row.year && isHidden($0) })
    guard isHidden(row.year) else { return row }
    row.numerator = nil
    row.denominator = nil
    row.value = nil
    if let indicator = indicators[row.indicator], !allowsStatus(row, indicator) {
      suppressStatus(&row)
    }
    return row
  }

  /// Hides what rests on hidden counts of the base year or of any year before.
  private func hideWhatYearsTell(_ row: inout TargetRow, earlier: [Int]) {
    // Pace, base and target give the value back, and one case more or fewer nearly so.
    row.evidence = TargetEvidence()
    if row.form == Target.Form.fewer.rawValue {
      // As many as in the base year or more: which of both is not told.
      if row.status == .movingAway { setStatus(&row, .notReached) }
    } else if row.status.isOfPace {
      suppressStatus(&row)
    }
    // Of "fewer", kept says only that there was nothing in the base year and is nothing now.
    let isOfYears =
      row.form == Target.Form.fewer.rawValue
      ? row.status == .lost
      : row.since != nil || row.status == .kept || row.best == .kept || row.status == .lost
    guard isOfYears, let indicator = indicators[row.indicator] else { return }
    let isTold = earlier.allSatisfy { year in
      var other = row
      other.year = year
      other.status = .notReached
      return allowsStatus(other, indicator)
    }
    guard !isTold else { return }
    // The words on this year alone say nothing of the hidden ones.
    switch row.status {
    case .kept, .reached: setStatus(&row, .reached)
    case .lost where row.form != Target.Form.reach.rawValue: setStatus(&row, .notReached)
    default: suppressStatus(&row)
    }
  }

  private func setStatus(_ row: inout TargetRow, _ status: TargetStatus) {
    row.status = status
    row.worst = status
    row.best = status
    row.since = nil
  }

  private func suppressStatus(_ row: inout TargetRow) {
    row.evidence = TargetEvidence()
    setStatus(&row, .suppressed)
  }

  func disclosed(_ row: TrendRow, hidden: Set<IndicatorKey>, year: Int) -> TrendRow {
    func isHidden(_ year: Int) -> Bool {
      hidden.contains(IndicatorKey(indicator: row.indicator, unit: row.unit, year: year))
    }
    let years = plan.years.base...max(plan.years.base, year)
    guard years.contains(where: isHidden) else { return row }
    return TrendRow(
      indicator: row.indicator,
      unit: row.unit,
      firstYear: row.firstYear,
      lastYear: row.lastYear,
      points: row.points,
      base: isHidden(plan.years.base) ? nil : row.base,
      previous: isHidden(year - 1) ? nil : row.previous,
      latest: isHidden(year) ? nil : row.latest,
      change: isHidden(year) || isHidden(year - 1) ? nil : row.change,
      changeFromBase: isHidden(year) || isHidden(plan.years.base) ? nil : row.changeFromBase,
      method: "",
      conclusion: .suppressed,
      breakYear: row.breakYear
    )
  }
}

extension IndicatorDisclosure {
  private func hides(_ row: IndicatorRow, _ indicator: Indicator) -> Bool {
    let isPlanUnit = row.unit == plan.unit
    switch indicator.formula {
    case .units(let condition):
      // Existence may be told: the feasible ranges count with a reader who knows it.
      if tellsExistenceOnly(condition) { return false }
      return isPlanUnit
        ? hidesSomeUnit(indicator, row.year) : hidesInput(indicator, row.unit, row.year)
    case .count(let value):
      if isSmall(row.numerator ?? row.value, value) || isSmall(row.value, value) { return true }
      return hidesResult(indicator, row, areSums: isSum(value))
    case .ratio(let numerator, let denominator, _):
      if isSmall(row.numerator, numerator) || isSmall(row.denominator, denominator) {
        return true
      }
      return hidesResult(indicator, row, areSums: isSum(numerator) && isSum(denominator))
    }
  }

  private func hidesResult(_ indicator: Indicator, _ row: IndicatorRow, areSums: Bool) -> Bool {
    guard row.unit == plan.unit, indicator.place == .members, !areSums else {
      return hidesInput(indicator, row.unit, row.year)
    }
    return hidesSomeUnit(indicator, row.year) || hidesInput(indicator, row.unit, row.year)
  }

  /// Whether a value that counts vulnerable persons is small in itself, as a difference can be.
  private func isSmall(_ value: Double?, _ expression: Expression) -> Bool {
    guard let value, expression.references.contains(where: sensitive.contains) else {
      return false
    }
    return value > 0 && value < Double(plan.disclosure.smallest)
  }

  /// Years whose values the indicator of a year rests on.
  private func years(of indicator: Indicator, _ year: Int) -> [Int] {
    let others = moments[indicator.id]
    var result = [year]
    if others?.hasBase == true { result.append(plan.years.base) }
    if others?.hasPrevious == true { result.append(year - 1) }
    return result
  }

  private func hidesInput(_ indicator: Indicator, _ unit: String, _ year: Int) -> Bool {
    inputs(indicator, unit, year).contains(true)
  }

  private func inputs(_ indicator: Indicator, _ unit: String, _ year: Int) -> [Bool] {
    sources(unit, year).flatMap { ownInputs(indicator, $0, year) }
  }

  private func ownInputs(_ indicator: Indicator, _ unit: String, _ year: Int) -> [Bool] {
    years(of: indicator, year).flatMap { year in
      indicator.elements.filter(sensitive.contains).map {
        suppression.hides($0, unit, year, FactRow.total)
      }
    }
  }

  /// The units whose counts stand behind a unit's figures: at other boundaries those it was made of.
  ///
  /// All must be published, so that figures of two boundaries tell no more than those of one.
  private func sources(_ unit: String, _ year: Int) -> [String] {
    unit == plan.unit ? [unit] : contributing.units(behind: unit, year)
  }

  private func hidesSomeUnit(_ indicator: Indicator, _ year: Int) -> Bool {
    years(of: indicator, year).contains { needed in
      (unitsByYear[needed] ?? []).contains { ownInputs(indicator, $0, year).contains(true) }
    }
  }

  /// Whether the expression is an element or a sum of elements, so that over units the totals of
  /// its elements give it.
  private func isSum(_ expression: Expression) -> Bool {
    expression.terms?.allSatisfy { $0.factor == 1 && $0.moment == .current } ?? false
  }

  /// Whether each part of a condition that names a sensitive count only compares it with 0.
  private func tellsExistenceOnly(_ condition: Expression) -> Bool {
    condition.text.replacing(" or ", with: " and ").split(separator: " and ").allSatisfy { part in
      let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
      guard words.contains(where: { word in sensitive.contains { word.contains($0) } }) else {
        return true
      }
      guard let first = words.first, sensitive.contains(first) else { return false }
      let rest = words.dropFirst().joined(separator: " ")
      return ["= 0", "> 0", "!= 0", "is missing", "is not missing"].contains(rest)
    }
  }

  /// Whether the status of a target may stand although its numbers are hidden.
  ///
  /// It may where it only tells existence, or where all numbers behind it are hidden: beside a
  /// published denominator, "reached 100 %" would tell the numerator.
  private func allowsStatus(_ row: TargetRow, _ indicator: Indicator) -> Bool {
    let isMissing: Set<TargetStatus> = [.notReported, .notApplicable, .undecided]
    if isMissing.contains(row.status) { return true }
    // "No such case" beside hidden numbers would say that they are 0.
    if row.status == .noCase { return false }
    if case .count = indicator.formula {
      // "Fewer than the base year" places each of two hidden totals one higher or lower than
      // their being hidden does, so it may be told of the plan's unit where that leaves the width.
      if row.unit == plan.unit, row.form == Target.Form.fewer.rawValue {
        return plan.disclosure.smallest - 3 >= plan.disclosure.width
      }
      return row.form == Target.Form.none.rawValue || row.form == Target.Form.done.rawValue
    }
    let hasPublishedInput =
      indicator.elements.contains { !sensitive.contains($0) }
      || inputs(indicator, row.unit, row.year).contains(false)
    return !hasPublishedInput
  }
}

extension IndicatorRow {
  /// The row without any number of its own.
  var suppressed: IndicatorRow {
    IndicatorRow(
      indicator: indicator,
      unit: unit,
      year: year,
      method: "",
      boundBasis: "",
      expected: expected,
      reported: reported,
      missing: .suppressed
    )
  }
}
