import Methods
import OracleSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct LeastSquaresTests {
  struct Gap: Sendable, CustomTestStringConvertible {
    let name: String
    let response: [Double]
    let predictors: [[Double]]
    var weights: [Double]? = nil
    var hasIntercept = true
    let gap: StatisticGap
    var testDescription: String { name }
  }

  static let years: [Double] = [2021, 2022, 2023, 2024, 2025]
  static let gaps: [Gap] = [
    Gap(
      name: "empty",
      response: [],
      predictors: [[]],
      gap: .tooFewPoints(needed: 2, had: 0)
    ),
    Gap(name: "one", response: [1], predictors: [[1]], gap: .tooFewPoints(needed: 2, had: 1)),
    Gap(name: "no predictor", response: [1, 2], predictors: [], gap: .tooMuchWork),
    Gap(name: "NaN", response: [1, .nan, 2], predictors: [[1, 2, 3]], gap: .notFinite),
    Gap(name: "infinite", response: [1, 3, 2], predictors: [[1, .infinity, 3]], gap: .notFinite),
    Gap(name: "lengths", response: [1, 3, 2], predictors: [[1, 2]], gap: .lengthsDiffer),
    Gap(
      name: "lengths of weights",
      response: [1, 3, 2],
      predictors: [[1, 2, 3]],
      weights: [1],
      gap: .lengthsDiffer
    ),
    Gap(
      name: "negative weight",
      response: [1, 3, 2],
      predictors: [[1, 2, 3]],
      weights: [1, 1, -1],
      gap: .negative
    ),
    Gap(
      name: "weights that leave one",
      response: [1, 3, 2],
      predictors: [[1, 2, 3]],
      weights: [0, 1, 0],
      gap: .tooFewPoints(needed: 2, had: 1)
    ),
    Gap(name: "all x equal", response: [1, 3, 2], predictors: [[7, 7, 7]], gap: .collinear),
    Gap(
      name: "all x a tenth",
      response: [1, 3, 2],
      predictors: [[0.1, 0.1, 0.1]],
      gap: .collinear
    ),
    Gap(
      name: "x zero without intercept",
      response: [1, 3, 2],
      predictors: [[0, 0, 0]],
      hasIntercept: false,
      gap: .collinear
    ),
    Gap(
      name: "twice",
      response: [1, 3, 2, 5, 4],
      predictors: [years, years.map { 0.1 * $0 + 0.3 }],
      gap: .collinear
    ),
    Gap(
      name: "sum of others",
      response: [1, 3, 2, 5, 4],
      predictors: [[1, 4, 1, 5, 9], [0.1, 0.7, 0.3, 0.9, 0.2], [1.1, 4.7, 1.3, 5.9, 9.2]],
      gap: .collinear
    ),
    Gap(
      name: "slope beyond the doubles",
      response: [1e300, -1e300, 2e300],
      predictors: [[0, 1e-300, 2e-300]],
      gap: .outOfRange
    ),
    Gap(
      name: "too many predictors",
      response: [1, 2],
      predictors: Array(repeating: [1, 2], count: 1_001),
      gap: .tooMuchWork
    ),
  ]

  @Test(arguments: gaps)
  func `problems without a solution are gaps`(_ gap: Gap) {
    let result = LeastSquares.fit(
      gap.response,
      on: gap.predictors,
      weights: gap.weights,
      hasIntercept: gap.hasIntercept
    )
    #expect(throws: gap.gap) { try result.get() }
  }

  @Test func `bad orders are gaps`() {
    let years = Self.years
    for order in [Int.min, -1, 0] {
      let result = LeastSquares.polynomial(years, on: years, order: order)
      #expect(throws: StatisticGap.negative) { try result.get() }
    }
    for order in [21, Int.max] {
      let result = LeastSquares.polynomial(years, on: years, order: order)
      #expect(throws: StatisticGap.tooMuchWork) { try result.get() }
    }
    let fewer = LeastSquares.polynomial(years, on: [1, 1, 2, 2, 2], order: 2)
    #expect(throws: StatisticGap.collinear) { try fewer.get() }
  }

  @Test func `a line through five years has the numbers worked out by hand`() throws {
    let series = zip(Self.years, [3.0, 5, 4, 8, 10]).map { TimedValue(time: $0, value: $1) }
    let fit = try LeastSquares.line(through: series).get()
    #expect(fit.coefficients == [-3_433.1, 1.7])
    #expect(fit.degreesOfFreedom == 3)
    #expect(try relativeError(fit.residualStandardDeviation.get(), (5.1 / 3).squareRoot()) <= 1e-15)
    #expect(try relativeError(fit.rSquared.get(), 28.9 / 34) <= 1e-15)
    #expect(try relativeError(fit.standardErrors.get()[1], (0.17).squareRoot()) <= 1e-15)
    let prediction = try fit.prediction(at: [2030]).get()
    #expect(prediction.value == 17.9)
    let share = 1.7 * (1 + 0.2 + 49 / 10.0)
    #expect(relativeError(prediction.standardError, share.squareRoot()) <= 1e-15)
    let quantile = 3.182_446_305_283_709
    let upper = 17.9 + quantile * share.squareRoot()
    #expect(relativeError(prediction.interval.upper, upper) <= 1e-14)
    #expect(prediction.fitInterval.upper < prediction.interval.upper)
  }

  @Test func `as many observations as coefficients leave no spread`() throws {
    let fit = try LeastSquares.fit([1, 5], on: [[2, 4]]).get()
    #expect(fit.coefficients == [-3, 2])
    let gap = StatisticGap.tooFewPoints(needed: 3, had: 2)
    #expect(fit.residualStandardDeviation == .failure(gap))
    #expect(fit.standardErrors == .failure(gap))
    #expect(fit.covariance == .failure(gap))
    #expect(fit.prediction(at: [3]) == .failure(gap))
    #expect(fit.coefficientIntervals() == .failure(gap))
    #expect(fit.fitted(at: [3]) == .success(3))
    #expect(fit.rSquared == .success(1))
  }

  @Test func `a perfect line has no spread to speak of`() throws {
    let response = Self.years.map { 3 * $0 - 7 }
    let fit = try LeastSquares.fit(response, on: [Self.years]).get()
    #expect(fit.coefficients == [-7, 3])
    #expect(try fit.residualStandardDeviation.get() <= 1e-20)
    #expect(fit.rSquared == .success(1))
    let flat = try LeastSquares.fit([4, 4, 4, 4, 4], on: [Self.years]).get()
    #expect(flat.coefficients == [4, 0])
    #expect(flat.rSquared == .failure(.allEqual))
    #expect(try flat.prediction(at: [2030]).get().interval.upper == 4)
  }

  @Test func `predictions of bad values are gaps`() throws {
    let fit = try LeastSquares.fit([1, 5, 4], on: [[2, 4, 5]]).get()
    #expect(fit.prediction(at: []) == .failure(.lengthsDiffer))
    #expect(fit.prediction(at: [1, 2]) == .failure(.lengthsDiffer))
    #expect(fit.prediction(at: [.nan]) == .failure(.notFinite))
    #expect(fit.prediction(at: [1], weight: 0) == .failure(.negative))
    #expect(fit.prediction(at: [1], weight: .infinity) == .failure(.notFinite))
    let steep = try LeastSquares.fit([1e300, 5, 4e300], on: [[2, 4, 5]]).get()
    #expect(steep.prediction(at: [1e308]) == .failure(.outOfRange))
  }

  @Test func `extreme values scale through`() throws {
    let response: [Double] = [3, 5, 4, 8, 10]
    let plain = try LeastSquares.fit(response, on: [[1, 2, 3, 4, 5]]).get()
    for exponent in [-1_060, -900, 900, 1_019] {
      let factor = Double(sign: .plus, exponent: exponent, significand: 1)
      let scaled = try LeastSquares.fit(response.map { $0 * factor }, on: [[1, 2, 3, 4, 5]]).get()
      #expect(scaled.coefficients == plain.coefficients.map { $0 * factor })
      let along = [1.0, 2, 3, 4, 5].map { $0 * factor }
      guard exponent > -1_000, exponent < 1_000 else { continue }
      let wide = try LeastSquares.fit(response, on: [along]).get()
      #expect(wide.coefficients == [plain.coefficients[0], plain.coefficients[1] / factor])
      let weighted = try LeastSquares.fit(response, on: [[1, 2, 3, 4, 5]], weights: along).get()
      let usual = try LeastSquares.fit(response, on: [[1, 2, 3, 4, 5]], weights: [1, 2, 3, 4, 5])
        .get()
      #expect(weighted.coefficients == usual.coefficients)
      #expect(weighted.standardErrors == usual.standardErrors)
      #expect(weighted.rSquared == usual.rSquared)
    }
  }

  @Test func `order, shifts and whole weights change what they should`() throws {
    let x = (0..<23).map { Double(($0 * 37) % 23) / 4 }
    let y = x.enumerated().map { Double(($0.offset * 53) % 17) - 2 * $0.element }
    let weights = (0..<23).map { Double($0 % 4) }
    let fit = try LeastSquares.fit(y, on: [x], weights: weights).get()
    let turned = try LeastSquares.fit(y.reversed(), on: [x.reversed()], weights: weights.reversed())
      .get()
    #expect(turned.coefficients == fit.coefficients)
    #expect(turned.standardErrors == fit.standardErrors)
    let shifted = try LeastSquares.fit(y, on: [x.map { $0 + 1_024 }], weights: weights).get()
    #expect(shifted.coefficients[1] == fit.coefficients[1])
    let mirrored = try LeastSquares.fit(y.map { -$0 }, on: [x], weights: weights).get()
    #expect(mirrored.coefficients == fit.coefficients.map { -$0 })
    // Weights of whole numbers stand for repeated rows, but for the degrees of freedom.
    let rows = weights.enumerated().flatMap { Array(repeating: $0.offset, count: Int($0.element)) }
    let repeated = try LeastSquares.fit(rows.map { y[$0] }, on: [rows.map { x[$0] }]).get()
    #expect(repeated.coefficients == fit.coefficients)
    #expect(fit.count == 17 && repeated.count == rows.count)
  }

  @Test func `higher levels contain lower ones and the covariance has the errors`() throws {
    let x = (0..<12).map { Double($0) }
    let y = x.map { 2 * $0 + Double((Int($0) * 7) % 5) }
    let fit = try LeastSquares.polynomial(y, on: x, order: 2).get()
    let intervals = try ConfidenceLevel.allCases.map {
      try fit.prediction(at: [14], level: $0).get()
    }
    for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
      #expect(wide.interval.lower < narrow.interval.lower)
      #expect(wide.interval.upper > narrow.interval.upper)
      #expect(wide.fitInterval.upper > narrow.fitInterval.upper)
    }
    let covariance = try fit.covariance.get()
    let errors = try fit.standardErrors.get()
    for (index, error) in errors.enumerated() {
      #expect(relativeError(covariance[index][index].squareRoot(), error) <= 1e-14)
      for other in errors.indices {
        #expect(covariance[index][other] == covariance[other][index])
      }
    }
    for (value, interval) in zip(fit.coefficients, try fit.coefficientIntervals().get()) {
      #expect(interval.contains(value))
    }
  }

  @Test func `long problems end in time, and longer ones are gaps`() throws {
    let x = (0..<50_000).map { Double(($0 * 7_919) % 50_000) }
    let fit = try LeastSquares.fit(x.map { 3 * $0 + 1 }, on: [x]).get()
    #expect(fit.coefficients == [1, 3])
    let column = Array(repeating: 1.0, count: 2_000_000)
    let long = LeastSquares.fit(column, on: Array(repeating: column, count: 10))
    #expect(throws: StatisticGap.tooMuchWork) { try long.get() }
  }
}
