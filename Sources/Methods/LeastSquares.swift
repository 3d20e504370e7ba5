/// Least squares: a straight line, a polynomial, or several predictors, weighted or not.
///
/// With the rows `x(i)` of predictors, responses `y`, weights `w` (1 unless given), `n` observations
/// with a weight and `p` coefficients:
/// ```
/// b minimises Σ w (y − x b)²      residual sd s = √(Σ w (y − x b)² / (n − p))
/// covariance = s² (Xᵀ W X)⁻¹       standard error = √ of its diagonal
/// R² = 1 − Σ w (y − x b)² / Σ w (y − ȳ)²; without intercept 1 − Σ w (y − x b)² / Σ w y²
/// ```
///
/// Edge cases:
/// - fewer observations than coefficients, NaN, infinities, negative weights, columns of different
///   lengths: a gap. Rows with weight 0 are left out.
/// - a predictor that is constant beside an intercept, or follows from the others: `collinear`.
/// - as many observations as coefficients: coefficients and residuals, but no residual standard
///   deviation and no standard errors.
/// - responses all equal: no R² with an intercept (all 0: none without).
/// - more than 200 million rows times squared coefficients, 1,000 predictors or order 20: a gap.
/// - a coefficient beyond the largest double: a gap.
///
/// Accuracy: coefficients of NIST's linear regression sets are the doubles nearest to the exact
/// solution for the doubles given (13 digits or more of the certified values, which are for
/// decimals); everything, with predictions, within 8e-16 of exact fractions to 10,000 rows.
///
/// References:
/// - Björck Å., Numerical Methods for Least Squares Problems, SIAM 1996, sections 2.2 (products)
///   and 2.9 (refinement).
/// - Draper N. R., Smith H., Applied Regression Analysis, 3rd ed., Wiley 1998, chapters 1 and 3
///   (a line and its predictions), 5 (several predictors) and 9 (weights).
public struct LeastSquares: Sendable {
  /// The number of observations with a weight.
  public let count: Int

  /// Whether the first coefficient is an intercept.
  public let hasIntercept: Bool

  /// The coefficients: intercept first where there is one, then in the order of the predictors or
  /// of the powers.
  public let coefficients: [Double]

  /// The observations less the coefficients, on which the variance rests.
  public let degreesOfFreedom: Int

  /// The standard errors of the coefficients.
  public let standardErrors: Result<[Double], StatisticGap>

  /// The residual standard deviation, of an observation with weight 1.
  public let residualStandardDeviation: Result<Double, StatisticGap>

  /// The share of the squares that the fit explains; about the mean only with an intercept.
  public let rSquared: Result<Double, StatisticGap>

  /// The responses less the fitted values, in the order given.
  public let residuals: [Double]

  let design: LeastSquaresDesign
  let solution: LeastSquaresSolution
  private let transformation: [[DoubleDouble]]

  /// Fits a straight line through values at times.
  ///
  /// - Parameters:
  ///   - series: The values with their times, in any order.
  ///   - weights: The weights, one for each value: 1 over the variance, up to a common factor.
  /// - Returns: The fit, or the reason why there is none.
  public static func line(
    through series: [TimedValue],
    weights: [Double]? = nil
  ) -> Result<LeastSquares, StatisticGap> {
    fit(series.map(\.value), on: [series.map(\.time)], weights: weights)
  }

  /// Fits a response on one or several predictors.
  ///
  /// - Parameters:
  ///   - response: The responses.
  ///   - predictors: A column for each predictor, as long as the responses.
  ///   - weights: The weights, one for each response: 1 over the variance, up to a common factor.
  ///   - hasIntercept: Whether there is a constant beside the predictors.
  /// - Returns: The fit, or the reason why there is none.
  public static func fit(
    _ response: [Double],
    on predictors: [[Double]],
    weights: [Double]? = nil,
    hasIntercept: Bool = true
  ) -> Result<LeastSquares, StatisticGap> {
    // A line is fitted as a polynomial of order 1, whose predictor is centred.
    let order = predictors.count == 1 ? 1 : nil
    return fit(response, predictors, weights, hasIntercept, order)
  }

  /// Fits a polynomial in one predictor.
  ///
  /// - Parameters:
  ///   - response: The responses.
  ///   - predictor: The predictor, as long as the responses.
  ///   - order: The highest power, from 1 to 20.
  ///   - weights: The weights, one for each response: 1 over the variance, up to a common factor.
  ///   - hasIntercept: Whether there is a constant beside the powers.
  /// - Returns: The fit, or the reason why there is none.
  public static func polynomial(
    _ response: [Double],
    on predictor: [Double],
    order: Int,
    weights: [Double]? = nil,
    hasIntercept: Bool = true
  ) -> Result<LeastSquares, StatisticGap> {
    guard order >= 1 else { return .failure(.negative) }
    return fit(response, [predictor], weights, hasIntercept, order)
  }

  private static func fit(
    _ response: [Double],
    _ predictors: [[Double]],
    _ weights: [Double]?,
    _ hasIntercept: Bool,
    _ order: Int?
  ) -> Result<LeastSquares, StatisticGap> {
    do throws(StatisticGap) {
      let design = try LeastSquaresDesign(
        response,
        predictors,
        weights: weights,
        hasIntercept: hasIntercept,
        order: order
      )
      return .success(try LeastSquares(design, LeastSquaresSolution(design)))
    } catch {
      return .failure(error)
    }
  }

  private init(
    _ design: LeastSquaresDesign,
    _ solution: LeastSquaresSolution
  ) throws(StatisticGap) {
    self.design = design
    self.solution = solution
    count = design.observations
    hasIntercept = design.hasIntercept
    degreesOfFreedom = design.observations - design.parameters
    transformation = design.transformation(means: solution.means)
    let basis = [solution.mean] + solution.coefficients
    var coefficients: [Double] = []
    for place in (hasIntercept ? 0 : 1)...design.width {
      var sum = DoubleDouble.zero
      for (factor, value) in zip(transformation[place], basis) {
        sum += factor * value
      }
      let coefficient = Self.restored(sum.high, design.exponent(of: place))
      guard coefficient.isFinite else { throw .outOfRange }
      coefficients.append(coefficient)
    }
    self.coefficients = coefficients
    residuals = solution.residuals.map { design.responseScale.restored($0) }
    guard residuals.allSatisfy(\.isFinite) else { throw .outOfRange }
    let total = solution.totalSquares
    let share = (total - solution.residualSquares) / total
    rSquared = total.high > 0 ? .success(min(1, max(0, share.high))) : .failure(.allEqual)
    let spread = Self.spread(design, solution)
    residualStandardDeviation = spread.flatMap { spread in
      let half = design.weightScale.exponent / 2
      let value = Self.restored(spread, design.responseScale.exponent + half)
      return value.isFinite ? .success(value) : .failure(.outOfRange)
    }
    standardErrors = spread.flatMap { [transformation] spread in
      var errors: [Double] = []
      for place in (design.hasIntercept ? 0 : 1)...design.width {
        let row = transformation[place]
        let variance = solution.covariance(of: row, with: row, hasIntercept: design.hasIntercept)
        let error = spread * variance.squareRoot.high
        errors.append(Self.restored(error, design.exponent(of: place)))
      }
      return errors.allSatisfy(\.isFinite) ? .success(errors) : .failure(.outOfRange)
    }
  }

  /// The residual standard deviation in scaled units.
  static func spread(
    _ design: LeastSquaresDesign,
    _ solution: LeastSquaresSolution
  ) -> Result<Double, StatisticGap> {
    let degrees = design.observations - design.parameters
    guard degrees > 0 else {
      return .failure(.tooFewPoints(needed: design.parameters + 1, had: design.observations))
    }
    let squares = max(0, solution.residualSquares.high)
    return .success((squares / Double(degrees)).squareRoot())
  }

  /// The covariances of the coefficients, in their order.
  public var covariance: Result<[[Double]], StatisticGap> {
    Self.spread(design, solution).flatMap { spread in
      let places = Array((hasIntercept ? 0 : 1)...design.width)
      var rows: [[Double]] = []
      for first in places {
        var row: [Double] = []
        for second in places {
          let share = solution.covariance(
            of: transformation[first],
            with: transformation[second],
            hasIntercept: hasIntercept
          )
          let exponents = design.exponent(of: first) + design.exponent(of: second)
          row.append(Self.restored(spread * spread * share.high, exponents))
        }
        guard row.allSatisfy(\.isFinite) else { return .failure(.outOfRange) }
        rows.append(row)
      }
      return .success(rows)
    }
  }

  /// A value times 2 to an exponent, in steps that overflow only where the result does.
  static func restored(_ value: Double, _ exponent: Int) -> Double {
    var (value, exponent) = (value, exponent)
    while exponent != 0, value != 0, value.isFinite {
      let step = min(1_000, max(-1_000, exponent))
      value *= Double(sign: .plus, exponent: step, significand: 1)
      exponent -= step
    }
    return value
  }
}

extension LeastSquaresDesign {
  /// The exponent that takes a coefficient from scaled units to those of the data.
  func exponent(of place: Int) -> Int {
    guard place > 0 else { return responseScale.exponent }
    guard order != nil else {
      return responseScale.exponent - predictorScales[place - 1].exponent
    }
    return responseScale.exponent - place * predictorScales[0].exponent
  }
}
