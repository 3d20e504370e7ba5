import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ProgressPropertyTests {
  /// Whole percentages, so that the complement to 100 is exact.
  private static let ways: [(values: [Double], target: Double)] = {
    var state: UInt64 = 5
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double((state >> 33) % 101)
    }
    return (0..<300).map { _ in ((0..<5).map { _ in draw() }, draw()) }
  }()

  private func progress(
    _ values: [Double],
    _ target: Double,
    _ direction: TargetPath.Direction
  ) throws -> TargetProgress {
    try TargetProgress.of(
      yearly(values, from: 2020),
      to: target,
      by: 2026,
      direction: direction
    ).get()
  }

  @Test func `a coverage and its gap have one answer`() throws {
    for way in Self.ways {
      let coverage = try progress(way.values, way.target, .up)
      let gap = try progress(way.values.map { 100 - $0 }, 100 - way.target, .down)
      #expect(coverage.linear.map(\.ratio) == gap.linear.map(\.ratio))
      if case .success(let one) = coverage.linear, case .success(let other) = gap.linear {
        #expect(abs(one.due + other.due - 100) <= 1e-13)
      }
      #expect(coverage.verdict == gap.verdict)
      #expect(coverage.escapStatus == gap.escapStatus)
      #expect(
        coverage.sustainableDevelopmentIndex.map(\.category)
          == gap.sustainableDevelopmentIndex.map(\.category)
      )
    }
  }

  @Test func `the order of the values and the unit of time do not matter`() throws {
    for way in Self.ways {
      let series = yearly(way.values, from: 2020)
      let plain = TargetProgress.of(series, to: way.target, by: 2026)
      #expect(plain == TargetProgress.of(series.reversed(), to: way.target, by: 2026))
      // Years doubled to half years: whole numbers, so that nothing is rounded.
      let halves = series.map { TimedValue(time: $0.time * 2, value: $0.value) }
      let other = TargetProgress.of(halves, to: way.target, by: 4052)
      #expect(plain.flatMap(\.linear) == other.flatMap(\.linear))
      #expect(plain.flatMap(\.verdict) == other.flatMap(\.verdict))
    }
  }

  @Test func `more of what is wanted is never worse`() throws {
    let order: [TargetProgress.Verdict] = [.movingAway, .behind, .onPace, .reached]
    var last = (pace: -Double.infinity, place: 0, quotient: -Double.infinity)
    for value in stride(from: 1.0, through: 100, by: 0.5) {
      let answer = try progress([40, value], 90, .up)
      let pace = try answer.linear.get().ratio
      let place = try #require(order.firstIndex(of: answer.verdict.get()))
      let quotient = try answer.unitedNations.get().quotient.get()
      #expect(pace > last.pace && place >= last.place && quotient > last.quotient)
      last = (pace, place, quotient)
    }
  }

  struct Hostile: Sendable, CustomTestStringConvertible {
    let name: String
    let series: [TimedValue]
    var target = 1.0
    var deadline = 2030.0
    let gap: StatisticGap
    var testDescription: String { name }
  }

  static let hostile: [Hostile] = [
    Hostile(name: "empty", series: [], gap: .tooFewPoints(needed: 2, had: 0)),
    Hostile(name: "one", series: yearly([0]), gap: .tooFewPoints(needed: 2, had: 1)),
    Hostile(name: "no target", series: yearly([0, 1]), target: .nan, gap: .notFinite),
    Hostile(name: "no deadline", series: yearly([0, 1]), deadline: .infinity, gap: .notFinite),
    Hostile(name: "not a number", series: yearly([0, .nan]), gap: .notFinite),
    Hostile(name: "one time twice", series: yearly([0]) + yearly([1]), gap: .duplicateTime),
    Hostile(
      name: "due before it began",
      series: yearly([0, 1]),
      deadline: 2021,
      gap: .deadlineNotAfterBase
    ),
    Hostile(
      name: "nothing by the deadline",
      series: yearly([0, 1]),
      deadline: 2021.5,
      gap: .tooFewPoints(needed: 2, had: 1)
    ),
    Hostile(name: "all at the target", series: yearly([1, 1, 1]), gap: .unknownDirection),
    Hostile(name: "too far", series: yearly([-1e308, 0]), target: 1e308, gap: .outOfRange),
    Hostile(
      name: "ten million",
      series: Array(repeating: TimedValue(year: 1, value: 1), count: 10_000_000),
      gap: .tooManyPoints(limit: 10_000, had: 10_000_000)
    ),
  ]

  @Test(arguments: hostile)
  func `bad input is a gap`(_ example: Hostile) {
    #expect(
      TargetProgress.of(example.series, to: example.target, by: example.deadline)
        == .failure(example.gap)
    )
  }

  @Test func `extreme values give numbers or gaps, never NaN`() throws {
    let extremes = [
      0, -0.0, 1, -1, 1e-308, -1e-308, .leastNonzeroMagnitude, 1e308, -1e308, 1e154, 1e-154,
    ]
    for base in extremes {
      for latest in extremes {
        for target in extremes {
          for direction in TargetPath.Direction.allCases {
            let series = [TimedValue(time: 0, value: base), TimedValue(time: 1e-3, value: latest)]
            let path = TargetPath.to(target, by: 1e3, through: series, direction: direction)
            guard case .success(let path) = path else { continue }
            let answer = TargetProgress(path)
            let numbers: [Result<Double, StatisticGap>] = [
              answer.linear.map(\.ratio), answer.linear.map(\.due),
              answer.eurostat.flatMap(\.ratio), answer.eurostat.map(\.score),
              answer.unitedNations.flatMap(\.quotient), answer.escapStatus.map(\.index),
              answer.escapAnticipated.map(\.anticipated), answer.escapAnticipated.map(\.gap),
              answer.sustainableDevelopmentIndex.flatMap(\.ratio),
            ]
            for case .success(let number) in numbers { #expect(number.isFinite) }
          }
        }
      }
    }
  }

  @Test func `the longest series allowed is done in time`() throws {
    let series = (0..<10_000).map { TimedValue(year: 10_000 - $0, value: Double($0 % 977)) }
    let answer = try TargetProgress.of(series, to: 1_000, by: 20_000).get()
    #expect(try answer.escapAnticipated.get().anticipated.isFinite)
  }
}
