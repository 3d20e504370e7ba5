import Distributions
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct StandardNormalTests {
  @Test func `quantiles agree with 40-digit values`() throws {
    var worst = 0.0
    for row in try OracleTable("mpmath/normal-quantiles.csv").rows {
      let quantile = try StandardNormal.quantile(upperTail: row.number("upper_tail"))
      worst = try max(worst, relativeError(#require(quantile), row.number("value")))
    }
    #expect(worst <= 1e-15)
  }

  @Test func `tails agree with 40-digit values`() throws {
    var worst = 0.0
    for row in try OracleTable("mpmath/normal-tails.csv").rows {
      let tail = try StandardNormal.upperTail(at: row.number("value"))
      worst = try max(worst, relativeError(#require(tail), row.number("upper_tail")))
    }
    #expect(worst <= 1e-15)
  }

  @Test(arguments: [0, 0.3, 1.96, 7])
  func `tails are mirror images`(_ value: Double) {
    #expect(StandardNormal.lowerTail(at: value) == StandardNormal.upperTail(at: -value))
  }

  @Test func `the ends are closed and NaN has no tail`() {
    #expect(StandardNormal.upperTail(at: .infinity) == 0)
    #expect(StandardNormal.upperTail(at: -.infinity) == 1)
    #expect(StandardNormal.lowerTail(at: .infinity) == 1)
    #expect(StandardNormal.upperTail(at: 1e308) == 0)
    #expect(StandardNormal.upperTail(at: .nan) == nil)
    #expect(StandardNormal.lowerTail(at: .nan) == nil)
  }

  @Test(arguments: [0, 1, -1, 2, .nan, .infinity])
  func `probabilities outside the open unit interval have no quantile`(_ probability: Double) {
    #expect(StandardNormal.quantile(upperTail: probability) == nil)
  }
}
