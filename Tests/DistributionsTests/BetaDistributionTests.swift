import Distributions
import Testing

@Suite(.timeLimit(.minutes(1)))
struct BetaDistributionTests {
  struct Shapes: Sendable, CustomTestStringConvertible {
    let alpha: Double
    let beta: Double
    var testDescription: String { "Beta(\(alpha), \(beta))" }
  }

  // The first three make GSL's own inverse hang, fail to converge, or answer NaN.
  static let shapes: [Shapes] = [
    Shapes(alpha: 500_000, beta: 500_001),
    Shapes(alpha: 3, beta: 258),
    Shapes(alpha: 1_000_001, beta: 1),
    Shapes(alpha: 1, beta: 1),
    Shapes(alpha: 1, beta: 1_000_000),
    Shapes(alpha: 0.5, beta: 0.5),
    Shapes(alpha: 0.01, beta: 0.01),
    Shapes(alpha: 1e-300, beta: 1),
    Shapes(alpha: 17, beta: 2),
  ]

  @Test(arguments: [
    Shapes(alpha: 0, beta: 8),
    Shapes(alpha: 3, beta: 0),
    Shapes(alpha: -1, beta: 2),
    Shapes(alpha: .nan, beta: 8),
    Shapes(alpha: 3, beta: .nan),
    Shapes(alpha: .infinity, beta: 1),
    Shapes(alpha: 1, beta: 1_000_002),
    Shapes(alpha: 1e308, beta: 1e308),
  ])
  func `shapes outside the domain give no distribution`(_ shapes: Shapes) {
    #expect(BetaDistribution(alpha: shapes.alpha, beta: shapes.beta) == nil)
  }

  @Test(arguments: shapes)
  func `a quantile is the first double that reaches its tail`(_ shapes: Shapes) throws {
    let beta = try #require(BetaDistribution(alpha: shapes.alpha, beta: shapes.beta))
    for probability in [1e-300, 1e-6, 0.001, 0.025, 0.05, 0.5, 0.9, 0.999] {
      let lower = try #require(beta.quantile(lowerTail: probability))
      #expect(try #require(beta.lowerTail(at: lower)) >= probability)
      #expect(try lower == 0 || #require(beta.lowerTail(at: lower.nextDown)) < probability)
      let upper = try #require(beta.quantile(upperTail: probability))
      #expect(try #require(beta.upperTail(at: upper)) <= probability)
      #expect(try #require(beta.upperTail(at: upper.nextDown)) > probability)
    }
  }

  @Test(arguments: [0, 1, -0.1, 1.5, .nan, .infinity, -.infinity])
  func `probabilities outside the open unit interval have no quantile`(_ probability: Double) throws
  {
    let beta = try #require(BetaDistribution(alpha: 2, beta: 3))
    #expect(beta.quantile(lowerTail: probability) == nil)
    #expect(beta.quantile(upperTail: probability) == nil)
  }

  @Test func `tails at and beyond the ends are closed`() throws {
    let beta = try #require(BetaDistribution(alpha: 2, beta: 3))
    for value in [0, -1, -Double.infinity] {
      #expect(beta.lowerTail(at: value) == 0)
      #expect(beta.upperTail(at: value) == 1)
    }
    for value in [1, 2, Double.infinity] {
      #expect(beta.lowerTail(at: value) == 1)
      #expect(beta.upperTail(at: value) == 0)
    }
    #expect(beta.lowerTail(at: .nan) == nil)
    #expect(beta.upperTail(at: .nan) == nil)
  }

  @Test func `the case where GSL's own inverse does not converge has its known value`() throws {
    let beta = try #require(BetaDistribution(alpha: 3, beta: 258))
    let quantile = try #require(beta.quantile(upperTail: 0.025))
    #expect(abs(quantile - 0.027_509_464_774_955_90) <= 1e-15)
  }

  @Test func `tails keep their digits where one shape is a half and the other large`() throws {
    // Student's t in another dress; GSL answers 1 for the smallest of these.
    for value in [1.5, 2, 4, 6, 10, 20, 30] {
      let student = try #require(StudentTDistribution(degreesOfFreedom: 1e6))
      let beta = try #require(BetaDistribution(alpha: 0.5, beta: 500_000))
      let square = value * value
      let tail = try #require(beta.upperTail(at: square / (1e6 + square)))
      let expected = try #require(student.twoSided(at: value))
      #expect(abs(tail - expected) <= 1e-12 * expected)
    }
  }
}
