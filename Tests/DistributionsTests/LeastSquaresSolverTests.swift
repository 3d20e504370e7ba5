import Distributions
import Testing

@Suite(.timeLimit(.minutes(1)))
struct LeastSquaresSolverTests {
  private static let ones: [Double] = [1, 1, 1, 1]

  @Test func `a plain and a weighted line agree with their formulas`() throws {
    let fit = try #require(LeastSquaresSolver.fit([1, 3, 2, 6], on: [Self.ones, [0, 1, 2, 3]]))
    #expect(abs(fit.coefficients[0] - 0.9) <= 1e-14)
    #expect(abs(fit.coefficients[1] - 1.4) <= 1e-14)
    #expect(abs(fit.residualSquares - 4.2) <= 1e-13)
    #expect(abs(fit.standardErrors[1] - (4.2 / 2 / 5).squareRoot()) <= 1e-14)
    let weighted = try #require(
      LeastSquaresSolver.fit([1, 3, 2, 6], on: [Self.ones, [0, 1, 2, 3]], weights: [8, 8, 8, 8])
    )
    #expect(abs(weighted.coefficients[1] - fit.coefficients[1]) <= 1e-14)
    #expect(abs(weighted.standardErrors[1] - fit.standardErrors[1]) <= 1e-14)
  }

  @Test func `what is no problem has no solution`() {
    let ones = Self.ones
    #expect(LeastSquaresSolver.fit([], on: []) == nil)
    #expect(LeastSquaresSolver.fit(ones, on: []) == nil)
    #expect(LeastSquaresSolver.fit([1], on: [[1]]) == nil)
    #expect(LeastSquaresSolver.fit(ones, on: [[1, 2]]) == nil)
    #expect(LeastSquaresSolver.fit([1, .nan, 1, 1], on: [ones]) == nil)
    #expect(LeastSquaresSolver.fit(ones, on: [[1, .infinity, 1, 1]]) == nil)
    #expect(LeastSquaresSolver.fit(ones, on: [ones], weights: [1, 1, 1, -1]) == nil)
    #expect(LeastSquaresSolver.fit(ones, on: [ones], weights: [1]) == nil)
  }

  @Test func `values that overflow end without a result`() {
    let huge: [Double] = [1e308, -1e308, 1e308, 1e300]
    let fit = LeastSquaresSolver.fit(huge, on: [huge, Self.ones])
    #expect(fit?.coefficients.allSatisfy(\.isFinite) ?? true)
  }
}
