import Distributions
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct GammaDistributionTests {
  @Test(arguments: [0, -1, .nan, .infinity, 500_002, 1e308])
  func `shapes outside the domain give no distribution`(_ shape: Double) {
    #expect(GammaDistribution(shape: shape) == nil)
  }

  // 25,369 is where GSL's own inverse is wrong by a fifth without saying so.
  @Test(arguments: [1e-300, 0.01, 0.5, 1, 3, 17, 1_001, 25_369, 500_001])
  func `a quantile is the first double that reaches its tail`(_ shape: Double) throws {
    let gamma = try #require(GammaDistribution(shape: shape))
    for probability in [1e-300, 1e-6, 0.001, 0.025, 0.5, 0.9, 0.999] {
      let lower = try #require(gamma.quantile(lowerTail: probability))
      #expect(try #require(gamma.lowerTail(at: lower)) >= probability)
      #expect(try lower == 0 || #require(gamma.lowerTail(at: lower.nextDown)) < probability)
      let upper = try #require(gamma.quantile(upperTail: probability))
      #expect(try #require(gamma.upperTail(at: upper)) <= probability)
      #expect(try #require(gamma.upperTail(at: upper.nextDown)) > probability)
    }
  }

  @Test(arguments: [0, 1, -0.1, 1.5, .nan, .infinity])
  func `probabilities outside the open unit interval have no quantile`(_ probability: Double) throws
  {
    let gamma = try #require(GammaDistribution(shape: 2))
    #expect(gamma.quantile(lowerTail: probability) == nil)
    #expect(gamma.quantile(upperTail: probability) == nil)
  }

  @Test func `tails at and beyond the ends are closed`() throws {
    let gamma = try #require(GammaDistribution(shape: 2))
    for value in [0, -1, -Double.infinity] {
      #expect(gamma.lowerTail(at: value) == 0)
      #expect(gamma.upperTail(at: value) == 1)
    }
    #expect(gamma.lowerTail(at: .infinity) == 1)
    #expect(gamma.upperTail(at: .infinity) == 0)
    #expect(gamma.lowerTail(at: .nan) == nil)
    #expect(gamma.upperTail(at: .nan) == nil)
  }

  @Test func `tails keep their digits near the mean of large shapes, where GSL's do not`() throws {
    var worst = 0.0
    var cases = 0
    for row in try OracleTable("mpmath/chi-square-tails.csv").rows {
      let degrees: Double = try row.number("degrees")
      let value: Double = try row.number("value")
      guard let gamma = GammaDistribution(shape: degrees / 2) else { continue }
      cases += 1
      worst = try max(
        worst,
        relativeError(#require(gamma.lowerTail(at: value / 2)), row.number("lower_tail")),
        relativeError(#require(gamma.upperTail(at: value / 2)), row.number("upper_tail"))
      )
    }
    #expect(cases > 80 && worst <= 5e-13)
  }
}
