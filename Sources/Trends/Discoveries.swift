internal import Methods
internal import Plan
internal import Tables

/// Decides what may be said, after all tests of a year are known.
///
/// Indicators are looked at first; groups and units only where the units differ, at a level that is less the fewer
/// indicators were chosen. So the false ones among the units named stay a share of at most the level,
/// on average over the indicators chosen.
///
/// Indicators that count vulnerable persons are a family of their own: no q of the others rests on
/// their figures, which may be hidden.
///
/// References: Benjamini Y., Bogomolov M., Selective inference on multiple families of hypotheses,
/// Journal of the Royal Statistical Society B 76 (2014), 297-318.
struct Discoveries {
  /// Least share of false ones that is borne.
  static let level = ConfidenceLevel.percent95.significance

  private let sensitive: Set<String>
  private let scales: [String: Double]

  init(_ plan: Plan) {
    sensitive = Set(plan.indicators.filter(\.isSensitive).map(\.id))
    scales = Dictionary(plan.indicators.map { ($0.id, $0.scale) }) { first, _ in first }
  }

  /// Fills in adjusted probabilities and readings; rows are those of one year.
  func decide(_ tests: inout [ComparisonTestRow], _ rows: inout [ComparisonRow]) {
    for isSensitive in [false, true] {
      let own = tests.indices.filter { sensitive.contains(tests[$0].indicator) == isSensitive }
      let whole = own.filter { tests[$0].group.isEmpty }
      Self.adjust(whole, of: &tests, \.heterogeneityP, \.heterogeneityQ)
      // Years too few to show anything are known without looking at a value, and take nothing away.
      let telling = whole.filter { (tests[$0].trendLeastP ?? 0) <= Self.level }
      Self.adjust(telling, of: &tests, \.trendP, \.trendQ)
      Self.adjust(whole, of: &tests, \.changeP, \.changeQ)
      let units = rows.indices.filter { sensitive.contains(rows[$0].indicator) == isSensitive }
      Self.adjust(units, of: &rows, \.changeP, \.changeQ)
      let all = whole.map { tests[$0] }
      let factor = Self.factor(all)
      place(own.filter { !tests[$0].group.isEmpty }, &tests, all, factor)
      place(units, &rows, all, factor)
    }
    for index in tests.indices { tests[index].read() }
    for index in rows.indices { rows[index].readMovement() }
  }

  /// By how much a probability within a chosen indicator is larger for the choice.
  private static func factor(_ tests: [ComparisonTestRow]) -> Double {
    let chosen = tests.count { ($0.heterogeneityQ ?? 1) <= level }
    let tested = tests.count { $0.heterogeneityP != nil }
    return Double(tested) / Double(max(1, chosen))
  }

  /// Adjusts the groups' probabilities; they count only where all units differ.
  private func place(
    _ groups: [Int],
    _ tests: inout [ComparisonTestRow],
    _ all: [ComparisonTestRow],
    _ factor: Double
  ) {
    let chosen = Set(all.filter { ($0.heterogeneityQ ?? 1) <= Self.level }.map(\.indicator))
    let byIndicator = Dictionary(grouping: groups) { tests[$0].indicator }
    for (indicator, own) in byIndicator {
      Self.adjust(own, of: &tests, \.heterogeneityP, \.heterogeneityQ)
      for index in own {
        let isChosen = chosen.contains(indicator)
        tests[index].heterogeneityQ = tests[index].heterogeneityQ.map {
          isChosen ? min(1, $0 * factor) : 1
        }
      }
    }
  }

  /// Adjusts the units' probabilities, indicator by indicator.
  private func place(
    _ units: [Int],
    _ rows: inout [ComparisonRow],
    _ tests: [ComparisonTestRow],
    _ factor: Double
  ) {
    let byIndicator = Dictionary(grouping: units) { rows[$0].indicator }
    for test in tests {
      let own = byIndicator[test.indicator] ?? []
      Self.adjust(own, of: &rows, \.p, \.q)
      for index in own {
        rows[index].q = rows[index].q.map { min(1, $0 * factor) }
        rows[index].readStanding(test, scale: scales[test.indicator] ?? 1)
      }
    }
  }

  private static func adjust<Row>(
    _ indices: [Int],
    of rows: inout [Row],
    _ probability: KeyPath<Row, Double?>,
    _ adjusted: WritableKeyPath<Row, Double?>
  ) {
    let tested = indices.filter { rows[$0][keyPath: probability] != nil }
    let values = tested.compactMap { rows[$0][keyPath: probability] }
    guard case .success(let results) = FalseDiscovery.adjusted(values) else { return }
    for (index, result) in zip(tested, results) { rows[index][keyPath: adjusted] = result }
  }
}

extension ComparisonTestRow {
  fileprivate mutating func read() {
    if let heterogeneityQ {
      difference = heterogeneityQ <= Discoveries.level ? .shown : .notShown
    }
    if let trendQ, let trendS {
      let isShown = trendQ <= Discoveries.level && trendS != 0
      trend = isShown ? (trendS > 0 ? .rising : .falling) : .notShown
    } else if let trendLeastP, trendLeastP > Discoveries.level, trend != .constant {
      trend = .cannotShow
    }
    movement = ComparisonRow.movement(change, changeLower, changeUpper, changeQ)
  }
}

extension ComparisonRow {
  /// A unit stands apart only where the units differ at all, its adjusted probability is small, its
  /// interval leaves out the value of the others, and it lies beyond the widened limits where units
  /// vary more than chance makes them.
  fileprivate mutating func readStanding(_ test: ComparisonTestRow, scale: Double) {
    guard let q, let value, let lower, let upper, let othersNumerator, let othersDenominator
    else { return }
    standing = .notDistinguishable
    guard let overall = test.heterogeneityQ, overall <= Discoveries.level, q <= Discoveries.level
    else { return }
    let others = othersNumerator / othersDenominator * scale
    let isHigher = value > others
    guard isHigher ? lower > others : upper < others else { return }
    if test.isOverdispersed {
      let beyond: [Funnel.Position] =
        isHigher ? [.highBeyond95, .highBeyond998] : [.lowBeyond95, .lowBeyond998]
      guard beyond.contains(where: { $0.rawValue == funnelWidened }) else { return }
    }
    standing = isHigher ? .higher : .lower
  }

  fileprivate mutating func readMovement() {
    movement = Self.movement(change, changeLower, changeUpper, changeQ)
  }

  /// More or less only where the adjusted probability is small and the interval leaves out 0.
  fileprivate static func movement(
    _ change: Double?,
    _ lower: Double?,
    _ upper: Double?,
    _ q: Double?
  ) -> Movement {
    guard let change, let lower, let upper, let q else { return .notCompared }
    guard q <= Discoveries.level else { return .notShown }
    if change > 0, lower > 0 { return .more }
    return change < 0 && upper < 0 ? .less : .notShown
  }
}
