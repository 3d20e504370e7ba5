import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct TargetProgressTests {
  typealias Verdict = TargetProgress.Verdict

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// One value a year from 2020; nil is a year without a value.
    let values: [Double?]
    let target: Double
    let verdict: Result<Verdict, StatisticGap>
    var direction: TargetPath.Direction? = nil
    var limits: ClosedRange<Double>? = nil
    var pace: Result<Double, StatisticGap>
    var eurostat: Result<EurostatProgress.Category, StatisticGap>
    var unitedNations: Result<UnitedNationsProgress.Category, StatisticGap>
    var status: Result<EscapStatus.Category, StatisticGap>
    var arrow: Result<SustainableDevelopmentIndexTrend.Category, StatisticGap>
    var dissenting: [TargetProgress.Rule] = []
    var since: Double? = nil
    var testDescription: String { name }

    var series: [TimedValue] {
      values.enumerated().compactMap { offset, value in
        value.map { TimedValue(year: 2020 + offset, value: $0) }
      }
    }
  }

  /// Targets of 2025 from a base in 2020; the classes follow from the formulas by hand.
  static let cases: [Case] = [
    // 20 of 30 due; (60/50)^(1/3)−1 = 6.27 % of (95/50)^(1/5)−1 = 13.70 %; 60·1.0627² = 67.8.
    Case(
      name: "behind",
      values: [50, nil, nil, 60],
      target: 95,
      verdict: .success(.behind),
      pace: .success(10 / 27.0),
      eurostat: .success(.limited),
      unitedNations: .success(.fair),
      status: .success(.belowExpected),
      arrow: .success(.stagnating)
    ),
    Case(
      name: "on pace",
      values: [50, 60, 70],
      target: 95,
      verdict: .success(.onPace),
      pace: .success(20 / 18.0),
      eurostat: .success(.substantial),
      unitedNations: .success(.metOrOnTrack),
      status: .success(.asExpected),
      arrow: .success(.onTrack)
    ),
    // 55 % of a gap gone in 3 of 4 years of a coverage: the growth rates of the gap say less.
    Case(
      name: "exactly on the line",
      values: [20, 35, 50],
      target: 95,
      verdict: .success(.onPace),
      pace: .success(1),
      eurostat: .success(.substantial),
      unitedNations: .success(.metOrOnTrack),
      status: .success(.asExpected),
      arrow: .success(.onTrack)
    ),
    // 40 → 20 in 2 of 5 years, target 0: the line asks for 24.
    Case(
      name: "down to nothing",
      values: [40, 30, 20],
      target: 0,
      verdict: .success(.onPace),
      pace: .success(1.25),
      eurostat: .failure(.zeroTarget),
      // 20·(1/2)^(3/2) = 7.07; (7.07 − 40)/(−40) = 0.823.
      unitedNations: .success(.fair),
      status: .success(.asExpected),
      arrow: .success(.onTrack),
      dissenting: [.unitedNations]
    ),
    Case(
      name: "from nothing",
      values: [0, 10, 60],
      target: 100,
      verdict: .success(.onPace),
      pace: .success(1.5),
      eurostat: .failure(.zeroBase),
      unitedNations: .failure(.zeroBase),
      status: .success(.asExpected),
      arrow: .success(.onTrack)
    ),
    Case(
      name: "moving away",
      values: [50, 45, 40],
      target: 95,
      verdict: .success(.movingAway),
      pace: .success(-10 / 18.0),
      eurostat: .success(.deterioration),
      unitedNations: .success(.stagnationOrRegression),
      status: .success(.regressed),
      arrow: .success(.decreasing)
    ),
    Case(
      name: "nothing done",
      values: [50, 60, 50],
      target: 95,
      verdict: .success(.behind),
      pace: .success(0),
      eurostat: .success(.limited),
      unitedNations: .success(.stagnationOrRegression),
      status: .success(.belowExpected),
      arrow: .success(.stagnating)
    ),
    Case(
      name: "reached",
      values: [50, 80, 96],
      target: 95,
      verdict: .success(.reached),
      pace: .success(46 / 18.0),
      eurostat: .success(.targetAchieved),
      unitedNations: .success(.metOrOnTrack),
      status: .success(.asExpected),
      arrow: .success(.onTrack)
    ),
    // 90 of the 93.9 due, yet within a point of 100 for the United Nations only from 99.
    Case(
      name: "nearly whole",
      values: [90, nil, nil, nil, 99],
      target: 100,
      verdict: .success(.onPace),
      limits: 0...100,
      pace: .success(9 / 8.0),
      eurostat: .success(.substantial),
      unitedNations: .success(.metOrOnTrack),
      status: .success(.asExpected),
      arrow: .success(.onTrack)
    ),
    // The year it is due, one point short: the United Nations call it met, nobody else does.
    Case(
      name: "due and one point short",
      values: [90, nil, nil, nil, nil, 99],
      target: 100,
      verdict: .success(.notReached),
      limits: 0...100,
      pace: .success(0.9),
      // ((99/90)^(1/5) − 1) / ((100/90)^(1/5) − 1) = 0.904.
      eurostat: .success(.moderate),
      unitedNations: .success(.metOrOnTrack),
      status: .success(.belowExpected),
      arrow: .success(.moderatelyImproving),
      dissenting: [.unitedNations]
    ),
    Case(
      name: "kept",
      values: [100, 100, 100],
      target: 100,
      verdict: .success(.kept),
      direction: .up,
      pace: .failure(.baseMeetsTarget),
      eurostat: .success(.targetAchieved),
      unitedNations: .success(.metOrOnTrack),
      status: .failure(.baseMeetsTarget),
      arrow: .success(.onTrack)
    ),
    Case(
      name: "lost: 100 to 99 with target 100",
      values: [100, 100, 99],
      target: 100,
      verdict: .success(.lost),
      direction: .up,
      pace: .failure(.baseMeetsTarget),
      eurostat: .failure(.baseMeetsTarget),
      unitedNations: .failure(.baseMeetsTarget),
      status: .failure(.baseMeetsTarget),
      arrow: .success(.decreasing),
      since: 2022
    ),
    Case(
      name: "reached early, then lost",
      values: [50, 95, 80, 70],
      target: 95,
      verdict: .success(.lost),
      pace: .success(20 / 27.0),
      // (70/50)^(1/3) − 1 = 11.87 % of 13.70 %.
      eurostat: .success(.moderate),
      // 70·1.1187² = 87.6; 37.6/45 = 0.836.
      unitedNations: .success(.fair),
      status: .success(.belowExpected),
      arrow: .success(.moderatelyImproving),
      since: 2022
    ),
    Case(
      name: "lost and regained",
      values: [100, 90, 100],
      target: 100,
      verdict: .success(.reached),
      direction: .up,
      pace: .failure(.baseMeetsTarget),
      eurostat: .success(.targetAchieved),
      unitedNations: .success(.metOrOnTrack),
      status: .failure(.baseMeetsTarget),
      arrow: .success(.onTrack)
    ),
    // Growth of 3 debts to 1: up is good, the base is negative.
    Case(
      name: "negative values",
      values: [-30, -20, -10],
      target: -5,
      verdict: .success(.onPace),
      pace: .success(2),
      eurostat: .success(.substantial),
      unitedNations: .success(.metOrOnTrack),
      status: .success(.asExpected),
      arrow: .success(.onTrack)
    ),
    Case(
      name: "from a loss to a gain",
      values: [-10, -5, 5],
      target: 20,
      verdict: .success(.onPace),
      pace: .success(15 / 12.0),
      eurostat: .failure(.signChange),
      unitedNations: .failure(.signChange),
      status: .success(.asExpected),
      arrow: .success(.onTrack)
    ),
  ]

  @Test(arguments: cases)
  func `every rule has its word`(_ example: Case) throws {
    let progress = try TargetProgress.of(
      example.series,
      to: example.target,
      by: 2025,
      direction: example.direction,
      limits: example.limits
    ).get()
    #expect(progress.verdict == example.verdict)
    switch (progress.linear.map(\.ratio), example.pace) {
    case (.success(let ratio), .success(let expected)):
      #expect(relativeError(ratio, expected) <= 1e-15)
    case (let ratio, let expected): #expect(ratio == expected)
    }
    #expect(progress.eurostat.map(\.category) == example.eurostat)
    #expect(progress.unitedNations.map(\.category) == example.unitedNations)
    #expect(progress.escapStatus.map(\.category) == example.status)
    #expect(progress.sustainableDevelopmentIndex.map(\.category) == example.arrow)
    #expect(progress.dissenting == example.dissenting)
    #expect(progress.lostSince == example.since)
  }

  @Test func `growth rates depend on what is counted, the pace does not`() throws {
    func ratios(_ values: [Double], _ target: Double) throws -> (Double, Double) {
      let progress = try TargetProgress.of(yearly(values), to: target, by: 2025).get()
      return try (progress.linear.get().ratio, progress.eurostat.get().ratio.get())
    }
    // A coverage from 60 to 90 and its gap from 40 to 10, with all but 0.001 as the target.
    let coverage = try ratios([60, 70, 80, 90], 100)
    let gap = try ratios([40, 30, 20, 10], 0.001)
    #expect(relativeError(coverage.0, 1) <= 1e-15 && relativeError(gap.0, 1) <= 1e-4)
    #expect(abs(coverage.1 - 1.06) < 0.005 && abs(gap.1 - 0.398) < 0.0005)
    // The zero replaced by 1 instead.
    #expect(try abs(ratios([40, 30, 20, 10], 1).1 - 0.614) < 0.0005)
  }

  @Test func `anticipated gaps follow the line`() throws {
    func gap(_ values: [Double], _ target: Double) throws -> EscapAnticipated {
      try EscapAnticipated.along(
        TargetPath.to(target, by: 2025, through: yearly(values, from: 2020)).get()
      ).get()
    }
    #expect(try gap([50, 60], 95) == EscapAnticipated.along(path([50, 60], 95)).get())
    #expect(try gap([50, 60], 95).category == .maintain && gap([50, 60], 95).gap == 0)
    #expect(try gap([50, 52], 100).category == .accelerate)
    #expect(try relativeError(gap([50, 52], 100).gap, 80) <= 1e-14)
    #expect(try gap([50, 48], 100).category == .reverse)
    #expect(try relativeError(gap([50, 48], 100).gap, 120) <= 1e-14)
  }

  private func path(_ values: [Double], _ target: Double) throws -> TargetPath {
    try TargetPath.to(target, by: 2025, through: yearly(values, from: 2020)).get()
  }

  @Test func `parity can be missed on both sides`() throws {
    let path = try path([50, 80, 110], 100)
    #expect(try EscapStatus.along(path, isParity: true).get().index == 8)
    #expect(try EscapStatus.along(path).get().index == 12)
  }

  @Test func `classes are those of Open SDG`() throws {
    for row in try OracleTable("published/open-sdg.csv").rows {
      #expect(try OracleComparison.openSDG(row).category.rawValue == row.text("category"))
    }
  }
}

func yearly(_ values: [Double], from year: Int) -> [TimedValue] {
  values.enumerated().map { TimedValue(year: year + $0, value: $1) }
}
