internal import Methods
internal import Plan
internal import Tables

/// The member units beside each other in one year of an indicator.
struct YearComparison: Sendable {
  let year: Int
  let indicator: Indicator
  /// The value of the plan's unit.
  let overall: Double?
  /// What is said of all units together, and of the groups of like units.
  var test: ComparisonTestRow
  var groups: [ComparisonTestRow]
  /// Of each member of the year; nil for one that is not compared.
  let standings: [UnitStanding?]
  /// Their probabilities adjusted for all units and indicators that were looked at; beside them, so
  /// that they are not copied when all are known.
  var standingsAdjusted: [Double?]
  /// Of each member of the year; nil where there is no change to tell.
  private(set) var changes: [YearChange?]
  /// Their probabilities adjusted for all changes that were looked at.
  var changesAdjusted: [Double?]

  /// Whether no member has a row.
  var isEmpty: Bool { test.units == 0 }

  init(
    _ compared: ComparedIndicator,
    _ members: [MemberYears.Member],
    _ groups: [UnitGroup],
    year: Int
  ) {
    let scale = compared.indicator.scale
    let present = members.indices.filter { compared.hasRow(of: members[$0].place, in: year) }
    let counts = present.compactMap { member -> (member: Int, count: CountOfTrials)? in
      let count = try? compared.count(of: members[member].place, in: year)?.get()
      return count.map { (member, $0) }
    }
    self.year = year
    indicator = compared.indicator
    overall = compared.place(compared.home, year).flatMap { place in
      compared.figures[compared.figure(at: place)].value
    }
    var test = ComparisonTestRow(
      indicator: indicator.id,
      group: "",
      year: year,
      units: present.count
    )
    let differences = UnitDifferences(counts.map(\.count), scale: scale)
    differences.fill(&test)
    test.fillTrend(present.map { compared.points(of: members[$0].place, upTo: year) })
    var standings: [UnitStanding?] = Array(repeating: nil, count: members.count)
    for (count, standing) in zip(counts, differences.standings()) {
      standings[count.member] = standing
    }
    self.standings = standings
    standingsAdjusted = []
    (changes, changesAdjusted) = ([], [])
    self.test = test
    // Groups are looked at only where the units differ at all.
    let isWorthIt = (test.heterogeneityP ?? 1) <= Discoveries.level
    self.groups = (isWorthIt ? groups : []).compactMap { group in
      let isOwn = { (member: Int) in groups.id(ofKind: members[member].unit.kind) == group.id }
      let size = present.count(where: isOwn)
      guard size > 1, size < present.count else { return nil }
      var row = ComparisonTestRow(
        indicator: compared.indicator.id,
        group: group.id,
        year: year,
        units: size
      )
      let own = counts.filter { isOwn($0.member) }.map(\.count)
      UnitDifferences(own, scale: scale).fill(&row)
      return row
    }
  }

  /// By how much the limits of the funnel are wider than chance makes them.
  var widening: Double? {
    test.isOverdispersed ? test.dispersion.map { max(1, $0).squareRoot() } : nil
  }

  /// Fills in the changes on the year before.
  ///
  /// - Parameters:
  ///   - before: The year before; nil in the first.
  ///   - compared: The figures.
  ///   - members: The members of the year.
  mutating func fillChanges(
    since before: YearComparison?,
    _ compared: ComparedIndicator,
    _ members: [MemberYears.Member]
  ) {
    // A year without figures of members has no part in what is adjusted for all tests.
    guard !isEmpty else { return }
    let widening = [before?.widening, self.widening].compactMap { $0 }.max() ?? 1
    var tests = RecurringTwoProportions()
    changes = members.indices.map { member in
      compared.change(of: members[member].place, in: year, widening: widening, &tests)
    }
    compared.change(of: compared.home, in: year, widening: widening, &tests)?.fill(&test)
  }
}

extension [UnitGroup] {
  /// Id of the group to which units of a kind belong; empty where there is none.
  func id(ofKind kind: String) -> String { first { $0.kinds.contains(kind) }?.id ?? "" }
}
