/// Mann-Kendall tests of many series, with what recurs among them worked out once.
///
/// All that a test tells follows from S and the sizes of the groups of equal values. Of thousands of
/// short series few differ in these.
public struct RecurringMannKendall: Sendable {
  private struct Pattern: Hashable {
    var statistic: Int
    var groups: [Int]

    // Of all groups one number: each by itself would take as long as the test.
    func hash(into hasher: inout Hasher) {
      hasher.combine(statistic)
      hasher.combine(groups.reduce(groups.count) { $0 &* 31 &+ $1 })
    }
  }

  /// What a test follows from where no two values are equal.
  private struct Untied: Hashable {
    var statistic: Int
    var count: Int
  }

  private var known: [Pattern: MannKendall] = [:]
  private var untied: [Untied: MannKendall] = [:]

  /// By the sizes of groups; nil where the distribution would overflow.
  private var distributions: [[Int]: KendallDistribution?] = [:]

  /// Nothing is worked out yet.
  public init() {}

  /// Tests a series as ``MannKendall/test(_:)`` does.
  ///
  /// - Parameter series: The values with their times, in any order.
  /// - Returns: The test, or the reason why there is none.
  public mutating func test(_ series: [TimedValue]) -> Result<MannKendall, StatisticGap> {
    switch TimedValue.ordered(series) {
    case .failure(let gap): return .failure(gap)
    case .success(let ordered):
      let (statistic, isTied) = MannKendall.statistic(ordered)
      if !isTied { return test(Untied(statistic: statistic, count: ordered.count)) }
      let groups = MannKendall.groups(ordered)
      guard groups.count > 1 else { return .failure(.allEqual) }
      return test(Pattern(statistic: statistic, groups: groups))
    }
  }

  private mutating func test(_ pattern: Untied) -> Result<MannKendall, StatisticGap> {
    if let test = untied[pattern] { return .success(test) }
    let groups = Array(repeating: 1, count: pattern.count)
    let test = test(Pattern(statistic: pattern.statistic, groups: groups))
    if case .success(let test) = test { untied[pattern] = test }
    return test
  }

  private mutating func test(_ pattern: Pattern) -> Result<MannKendall, StatisticGap> {
    if let test = known[pattern] { return .success(test) }
    let test: MannKendall?
    if let exact = distribution(pattern.groups) {
      test = MannKendall(pattern.statistic, pattern.groups, exact)
    } else {
      test = KendallNormal(groups: pattern.groups)
        .flatMap { MannKendall(pattern.statistic, pattern.groups, $0) }
    }
    guard let test else { return .failure(.noConvergence) }
    known[pattern] = test
    return .success(test)
  }

  private mutating func distribution(_ groups: [Int]) -> KendallDistribution? {
    if let known = distributions[groups] { return known }
    let distribution = KendallDistribution(groups: groups)
    distributions[groups] = .some(distribution)
    return distribution
  }
}
