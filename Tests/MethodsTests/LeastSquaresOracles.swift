import Distributions
import Methods
import OracleSupport

extension OracleComparison {
  /// Fits of reference sets, certified and exact.
  static let leastSquares: [OracleComparison] = [
    comparison("coefficients", "nist/regression.csv", bound: 2e-13) { $0.coefficients },
    comparison("standard errors", "nist/regression.csv", bound: 5e-14) { $0.standardErrors },
    comparison("residual sd", "nist/regression.csv", bound: 5e-14) { $0.residualSD },
    comparison("r squared", "nist/regression.csv", bound: 3e-15) { $0.rSquared },
    comparison("coefficients", "nist/regression-exact.csv", bound: 0) { $0.coefficients },
    comparison("standard errors", "nist/regression-exact.csv", bound: 5e-16) { $0.standardErrors },
    comparison("residual sd", "nist/regression-exact.csv", bound: 5e-16) { $0.residualSD },
    comparison("r squared", "nist/regression-exact.csv", bound: 2e-16) { $0.rSquared },
    OracleComparison(
      "least-squares",
      "coefficients, if by GSL",
      "nist/regression.csv",
      bound: 1e-5
    ) { row in
      try FitErrors.worst(byGSL(row).coefficients, row.numbers("coefficients"))
    },
    OracleComparison(
      "least-squares",
      "standard errors, if by GSL",
      "nist/regression.csv",
      bound: 1e-5
    ) { row in
      try FitErrors.worst(byGSL(row).standardErrors, row.numbers("standard_errors"))
    },
    OracleComparison(
      "least-squares",
      "fits and predictions",
      "r/least-squares.csv",
      bound: 7e-13,
      error: small
    ),
    OracleComparison(
      "least-squares",
      "fits and predictions",
      "mpmath/least-squares.csv",
      bound: 8e-16,
      error: generated
    ),
  ]

  private struct NoFit: Error {}

  static func byGSL(_ row: OracleTable.Row) throws -> LeastSquaresSolver.Fit {
    let response: [Double] = try row.numbers("y")
    var columns = try row.text("x").split(separator: ";").map { column in
      column.split(separator: " ").compactMap { Double(String($0)) }
    }
    let order = try row.number("order", as: Int.self)
    if order > 1, let predictor = columns.first {
      for power in 2...order {
        columns.append(
          predictor.map { value in (1..<power).reduce(value) { sum, _ in sum * value } }
        )
      }
    }
    if try row.text("intercept") == "1" {
      columns.insert(Array(repeating: 1, count: response.count), at: 0)
    }
    guard let fit = LeastSquaresSolver.fit(response, on: columns) else { throw NoFit() }
    return fit
  }

  /// Small problems whose data stand in the table.
  private static func small(_ row: OracleTable.Row) throws -> Double {
    let predictors = try row.text("x").split(separator: ";").map { column in
      column.split(separator: " ").compactMap { Double(String($0)) }
    }
    return try errors(row, row.numbers("y"), predictors, row.numbers("weights"))
  }

  /// Problems of up to 10,000 rows, whose data are made by the formulas of the generator.
  private static func generated(_ row: OracleTable.Row) throws -> Double {
    let rows = try 0..<row.number("rows", as: Int.self)
    let predictors = try (1...row.number("predictors", as: Int.self)).map { column in
      rows.map { Double(2_000 + ($0 * 7_919 * column + column) % 10_007) / 16 }
    }
    let response = rows.map { row in
      let noise = Double((row * 104_729) % 1_009 - 504) / 8
      return predictors.enumerated().reduce(noise) { $0 + Double($1.offset + 1) * $1.element[row] }
    }
    return try errors(row, response, predictors, rows.map { Double(1 + $0 % 3) / 4 })
  }

  private static func errors(
    _ row: OracleTable.Row,
    _ response: [Double],
    _ predictors: [[Double]],
    _ weights: [Double]
  ) throws -> Double {
    let order = try row.number("order", as: Int.self)
    let weights = try row.text("weighted") == "1" ? weights : nil
    let hasIntercept = try row.text("intercept") == "1"
    let fit =
      try order > 0
      ? LeastSquares.polynomial(
        response,
        on: predictors[0],
        order: order,
        weights: weights,
        hasIntercept: hasIntercept
      ).get()
      : LeastSquares.fit(response, on: predictors, weights: weights, hasIntercept: hasIntercept)
        .get()
    let prediction = try fit.prediction(at: row.numbers("new")).get()
    return try [
      FitErrors.worst(fit.coefficients, row.numbers("coefficients")),
      FitErrors.worst(fit.standardErrors.get(), row.numbers("standard_errors")),
      relativeError(fit.residualStandardDeviation.get(), row.number("residual_sd")),
      relativeError(fit.rSquared.get(), row.number("r_squared")),
      relativeError(prediction.value, row.number("value")),
      relativeError(prediction.interval.lower, row.number("lower")),
      relativeError(prediction.interval.upper, row.number("upper")),
    ].max() ?? .infinity
  }

  /// The relative errors of the results for one row.
  struct FitErrors {
    let coefficients: Double
    let standardErrors: Double
    let residualSD: Double
    let rSquared: Double

    init(_ row: OracleTable.Row) throws {
      let fit = try OracleComparison.fit(row).get()
      coefficients = try Self.worst(fit.coefficients, row.numbers("coefficients"))
      standardErrors = try Self.worst(fit.standardErrors.get(), row.numbers("standard_errors"))
      residualSD = try relativeError(
        fit.residualStandardDeviation.get(),
        row.number("residual_sd")
      )
      rSquared = try relativeError(fit.rSquared.get(), row.number("r_squared"))
    }

    static func worst(_ values: [Double], _ expected: [Double]) -> Double {
      guard values.count == expected.count else { return .infinity }
      return zip(values, expected).map { relativeError($0, $1) }.max() ?? .infinity
    }
  }

  private static func comparison(
    _ quantity: String,
    _ path: String,
    bound: Double,
    _ error: @escaping @Sendable (FitErrors) -> Double
  ) -> OracleComparison {
    OracleComparison("least-squares", quantity, path, bound: bound) { row in
      try error(FitErrors(row))
    }
  }

  static func fit(_ row: OracleTable.Row) throws -> Result<LeastSquares, StatisticGap> {
    let response: [Double] = try row.numbers("y")
    let predictors = try row.text("x").split(separator: ";").map { column in
      column.split(separator: " ").compactMap { Double(String($0)) }
    }
    let order = try row.number("order", as: Int.self)
    let hasIntercept = try row.text("intercept") == "1"
    if order > 0, let predictor = predictors.first {
      return LeastSquares.polynomial(
        response,
        on: predictor,
        order: order,
        hasIntercept: hasIntercept
      )
    }
    return LeastSquares.fit(response, on: predictors, hasIntercept: hasIntercept)
  }
}
