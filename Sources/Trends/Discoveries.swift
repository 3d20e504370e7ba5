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

  init(_ plan: Plan) {
    sensitive = Set(plan.indicators.filter(\.isSensitive).map(\.id))
  }

  /// Fills in adjusted probabilities and readings of all indicators of a year.
  func decide(_ comparisons: inout [YearComparison]) {
    for isSensitive in [false, true] {
      let own = comparisons.indices.filter {
        sensitive.contains(comparisons[$0].indicator.id) == isSensitive
      }
      var tests = own.map { comparisons[$0].test }
      Self.adjust(&tests, \.heterogeneityP, \.heterogeneityQ)
      // Years too few to show anything are known without looking at a value, and take nothing away.
      Self.adjust(&tests, \.trendP, \.trendQ) { ($0.trendLeastP ?? 0) <= Self.level }
      Self.adjust(&tests, \.changeP, \.changeQ)
      for (index, test) in zip(own, tests) { comparisons[index].test = test }
      Self.adjustChanges(own, of: &comparisons)
      let factor = Self.factor(tests)
      for index in own { comparisons[index].place(factor) }
    }
    for index in comparisons.indices { comparisons[index].read() }
  }

  /// By how much a probability within a chosen indicator is larger for the choice.
  private static func factor(_ tests: [ComparisonTestRow]) -> Double {
    let chosen = tests.count { ($0.heterogeneityQ ?? 1) <= level }
    let tested = tests.count { $0.heterogeneityP != nil }
    return Double(tested) / Double(max(1, chosen))
  }

  /// Adjusts the changes of the units of several indicators together.
  private static func adjustChanges(_ own: [Int], of comparisons: inout [YearComparison]) {
    let adjusted = adjusted(own.flatMap { comparisons[$0].changes.map { $0?.probability } })
    var first = 0
    for index in own {
      let next = first + comparisons[index].changes.count
      comparisons[index].changesAdjusted = Array(adjusted[first..<next])
      first = next
    }
  }

  private static func adjust(
    _ tests: inout [ComparisonTestRow],
    _ probability: KeyPath<ComparisonTestRow, Double?>,
    _ adjusted: WritableKeyPath<ComparisonTestRow, Double?>,
    where isAsked: (ComparisonTestRow) -> Bool = { _ in true }
  ) {
    let results = Self.adjusted(tests.map { isAsked($0) ? $0[keyPath: probability] : nil })
    for (index, result) in results.enumerated() where result != nil {
      tests[index][keyPath: adjusted] = result
    }
  }

  /// The adjusted probabilities; nil where there is none to adjust, or any is no probability.
  fileprivate static func adjusted(_ probabilities: [Double?]) -> [Double?] {
    var all = probabilities
    let tested = probabilities.indices.filter { probabilities[$0] != nil }
    let results = try? FalseDiscovery.adjusted(probabilities.compactMap(\.self)).get()
    for (place, index) in tested.enumerated() { all[index] = results?[place] }
    return all
  }
}

extension YearComparison {
  /// Adjusts the probabilities of groups and units; those of groups count only where all units
  /// differ.
  fileprivate mutating func place(_ factor: Double) {
    let isChosen = (test.heterogeneityQ ?? 1) <= Discoveries.level
    for (index, adjusted) in Discoveries.adjusted(groups.map(\.heterogeneityP)).enumerated() {
      groups[index].heterogeneityQ = adjusted.map { isChosen ? min(1, $0 * factor) : 1 }
    }
    standingsAdjusted = Discoveries.adjusted(standings.map { $0?.probability })
      .map { $0.map { min(1, $0 * factor) } }
  }

  fileprivate mutating func read() {
    test.read()
    for index in groups.indices { groups[index].read() }
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

extension DecidedYear {
  /// What may be said of a unit beside the others.
  ///
  /// It stands apart only where the units differ at all, its adjusted probability is small, its
  /// interval leaves out the value of the others, and it lies beyond the widened limits where units
  /// vary more than chance makes them.
  func reading(
    _ unit: UnitStanding,
    adjusted q: Double?,
    of figure: borrowing IndicatorRow
  ) -> ComparisonRow.Standing {
    guard let q, let value = figure.value, let lower = figure.lower, let upper = figure.upper,
      let othersNumerator = unit.othersNumerator, let othersDenominator = unit.othersDenominator
    else { return .notCompared }
    guard areDifferent, q <= Discoveries.level else { return .notDistinguishable }
    let others = othersNumerator / othersDenominator * scale
    let isHigher = value > others
    guard isHigher ? lower > others : upper < others else { return .notDistinguishable }
    if isOverdispersed {
      let beyond: [Funnel.Position] =
        isHigher ? [.highBeyond95, .highBeyond998] : [.lowBeyond95, .lowBeyond998]
      guard unit.funnelWidened.map(beyond.contains) ?? false else { return .notDistinguishable }
    }
    return isHigher ? .higher : .lower
  }
}

extension ComparisonRow {
  /// More or less only where the adjusted probability is small and the interval leaves out 0.
  static func movement(
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
