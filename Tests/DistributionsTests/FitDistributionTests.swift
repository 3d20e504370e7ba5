import Distributions
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FitDistributionTests {
  static let degrees: [Double] = [0.1, 0.5, 1, 1.5, 2, 3, 29.7, 30.5, 1_000, 1e6, 1e9]
  static let probabilities: [Double] = [
    .leastNonzeroMagnitude, 1e-300, 1e-20, 0.001, 0.025, 0.5, 0.6, 0.975, 1 - 0x1p-53,
  ]
  static let hostile: [Double] = [
    -.infinity, -1e308, -1, -0.0, 0, .leastNonzeroMagnitude, 1e-200, 1e-160, 1, 1e160, 1e200, 1e308,
    .greatestFiniteMagnitude, .infinity, .nan,
  ]

  @Test(arguments: [0, -0.0, -1, 1e-300, 0.099, .nan, .infinity, -.infinity, 1.000_001e9, 1e308])
  func `degrees of freedom outside the domain give no distribution`(_ degrees: Double) {
    #expect(StudentTDistribution(degreesOfFreedom: degrees) == nil)
    #expect(ChiSquareDistribution(degreesOfFreedom: degrees) == nil)
    #expect(fisher(degrees, 1) == nil)
    #expect(fisher(1, degrees) == nil)
  }

  @Test(arguments: [0, 1, -0.1, 1.5, .nan, .infinity, -.infinity])
  func `probabilities outside the open unit interval have no quantile`(_ probability: Double) throws
  {
    let student = try #require(StudentTDistribution(degreesOfFreedom: 3))
    #expect(student.quantile(lowerTail: probability) == nil)
    #expect(student.quantile(upperTail: probability) == nil)
    #expect(student.quantile(twoSided: probability) == nil)
    let chiSquare = try #require(ChiSquareDistribution(degreesOfFreedom: 3))
    #expect(chiSquare.quantile(lowerTail: probability) == nil)
    #expect(chiSquare.quantile(upperTail: probability) == nil)
    let f = try #require(fisher(3, 4))
    #expect(f.quantile(lowerTail: probability) == nil)
    #expect(f.quantile(upperTail: probability) == nil)
  }

  @Test(arguments: degrees)
  func `tails of hostile values are probabilities that add to 1`(_ degrees: Double) throws {
    let student = try #require(StudentTDistribution(degreesOfFreedom: degrees))
    let chiSquare = try #require(ChiSquareDistribution(degreesOfFreedom: degrees))
    for value in Self.hostile {
      check(student.lowerTail(at: value), student.upperTail(at: value), value)
      #expect(student.lowerTail(at: -value) == student.upperTail(at: value))
      check(chiSquare.lowerTail(at: value), chiSquare.upperTail(at: value), value)
      for other in [0.1, 1, 7, 1e9] {
        for f in [fisher(degrees, other), fisher(other, degrees)] {
          check(f?.lowerTail(at: value), f?.upperTail(at: value), value)
        }
      }
    }
    #expect(student.upperTail(at: 0) == 0.5)
    #expect(student.twoSided(at: -.infinity) == 0)
    #expect(chiSquare.lowerTail(at: 0) == 0 && chiSquare.upperTail(at: .infinity) == 0)
  }

  private func check(_ lower: Double?, _ upper: Double?, _ value: Double) {
    guard !value.isNaN else {
      #expect(lower == nil && upper == nil)
      return
    }
    guard let lower, let upper else {
      Issue.record("no tail at \(value)")
      return
    }
    #expect(lower >= 0 && upper >= 0 && abs(lower + upper - 1) <= 1e-14)
  }

  @Test(arguments: degrees)
  func `quantiles lead back to their tails or are beyond the doubles`(_ degrees: Double) throws {
    let student = try #require(StudentTDistribution(degreesOfFreedom: degrees))
    let chiSquare = try #require(ChiSquareDistribution(degreesOfFreedom: degrees))
    for probability in Self.probabilities {
      let upper = student.quantile(upperTail: probability)
      #expect(student.quantile(lowerTail: probability) == upper.map { -$0 })
      if let upper {
        check(student.upperTail(at: upper), probability, degrees)
      } else {
        #expect(degrees < 2)
      }
      let quantile = try #require(chiSquare.quantile(upperTail: probability))
      check(chiSquare.upperTail(at: quantile), probability, degrees)
      let lower = try #require(chiSquare.quantile(lowerTail: probability))
      check(chiSquare.lowerTail(at: lower), probability, degrees)
    }
  }

  private func check(_ tail: Double?, _ probability: Double, _ degrees: Double) {
    // Below, neighbouring doubles are too far apart: as probabilities, or as quantiles.
    let isCoarse = probability < (degrees < 2 ? 1e-100 : 1e-300) || degrees < 0.5
    let margin = isCoarse ? 1 : (degrees > 1e5 ? 1e-9 : 1e-12) * probability
    #expect(tail.map { abs($0 - probability) <= margin } == true)
  }

  @Test func `one and two degrees of freedom have their closed forms`() throws {
    let cauchy = try #require(StudentTDistribution(degreesOfFreedom: 1))
    #expect(try abs(#require(cauchy.upperTail(at: 1)) - 0.25) <= 1e-15)
    let two = try #require(StudentTDistribution(degreesOfFreedom: 2))
    let quantile = try #require(two.quantile(upperTail: 0.025))
    #expect(abs(quantile - 4.302_652_729_749_464) <= 1e-14)
    #expect(two.quantile(twoSided: 0.05) == quantile)
    let square = try #require(ChiSquareDistribution(degreesOfFreedom: 2))
    #expect(try abs(#require(square.upperTail(at: 2)) - 0.367_879_441_171_442_33) <= 1e-15)
  }

  @Test(arguments: [1.0, 3, 17, 1_000, 1e9])
  func `the square of Student's t has the F distribution`(_ degrees: Double) throws {
    let student = try #require(StudentTDistribution(degreesOfFreedom: degrees))
    let f = try #require(fisher(1, degrees))
    for value in [0.1, 0.9, 1.1, 2, 5, 12] {
      let outside = try #require(student.twoSided(at: value))
      let tail = try #require(f.upperTail(at: value * value))
      #expect(abs(tail - outside) <= 1e-12 * outside)
    }
  }

  @Test func `tails fall as the value rises`() throws {
    for degrees in Self.degrees where degrees >= 0.5 {
      let student = try #require(StudentTDistribution(degreesOfFreedom: degrees))
      let chiSquare = try #require(ChiSquareDistribution(degreesOfFreedom: degrees))
      let tails = try (1...400).map { try #require(student.upperTail(at: Double($0) / 100)) }
      #expect(zip(tails, tails.dropFirst()).allSatisfy { $0 > $1 })
      let spread = max(1, (2 * degrees).squareRoot())
      let others = try (1...200).map { step in
        try #require(chiSquare.upperTail(at: max(0, degrees + spread * (Double(step) / 50 - 2))))
      }
      #expect(zip(others, others.dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  private func fisher(_ above: Double, _ below: Double) -> FDistribution? {
    FDistribution(numeratorDegreesOfFreedom: above, denominatorDegreesOfFreedom: below)
  }
}
