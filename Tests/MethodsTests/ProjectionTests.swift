import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ProjectionTests {
  private func projection(
    _ values: [Double],
    to target: Double,
    limits: ClosedRange<Double>? = nil,
    level: ConfidenceLevel = .percent95
  ) throws -> Projection {
    let path = try TargetPath.to(
      target,
      by: 2025,
      through: yearly(values, from: 2020),
      limits: limits
    ).get()
    return try Projection.along(path, level: level).get()
  }

  @Test func `three years are as wide as one degree of freedom is`() throws {
    let projection = try projection([50, 62, 68], to: 95)
    // Slope 9, mean 60 in 2021, s² = 6; t(0.975; 1) = tan(0.475 π); 1 + 1/3 + 16/2 = 28/3.
    #expect(relativeError(projection.value, 96) <= 1e-15)
    let half = 12.706204736174705 * (6.0 * 28 / 3).squareRoot()
    let interval = try projection.interval.get()
    #expect(relativeError(interval.upper - 96, half) <= 1e-12)
    #expect(relativeError(96 - interval.lower, half) <= 1e-12)
    #expect(projection.outlook == .open && projection.scatters)
  }

  @Test func `limits of nature are told, not imposed`() throws {
    #expect(try projection([50, 62, 68], to: 95, limits: 0...100).leavesLimits)
    #expect(try !projection([50, 62, 68], to: 95).leavesLimits)
    #expect(try !projection([40, 41, 40, 42], to: 95, limits: 0...100).leavesLimits)
  }

  @Test func `what all of the interval says is said`() throws {
    #expect(try projection([10, 20, 31, 40, 50], to: 40).outlook == .met)
    #expect(try projection([10, 20, 31, 40, 50], to: 90).outlook == .missed)
    #expect(try projection([50, 41, 30, 20], to: 30).outlook == .met)
    #expect(try projection([50, 41, 30, 20], to: -20).outlook == .missed)
    #expect(try projection([50, 20, 40, 60], to: 55).outlook == .open)
  }

  @Test func `without scatter nothing is concluded`() throws {
    let exact = try projection([10, 20, 30, 40], to: 50)
    #expect(relativeError(exact.value, 60) <= 1e-15)
    #expect(!exact.scatters && exact.outlook == .open)
    let two = try projection([10, 20], to: 50)
    #expect(relativeError(two.value, 60) <= 1e-15)
    #expect(two.outlook == .open && !two.scatters)
    #expect(throws: StatisticGap.self) { try two.interval.get() }
  }

  @Test func `a higher level holds a lower one`() throws {
    var last: Interval?
    for level in ConfidenceLevel.allCases.sorted() {
      let interval = try projection([50, 61, 58, 70], to: 95, level: level).interval.get()
      if let last { #expect(interval.lower < last.lower && interval.upper > last.upper) }
      last = interval
    }
  }
}
