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
  ]

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
