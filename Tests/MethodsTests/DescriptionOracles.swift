import Methods
import OracleSupport

extension OracleComparison {
  /// Mean, standard deviation, lag 1 and quantiles.
  static let descriptions: [OracleComparison] =
    [
      moments("nist/univariate.csv", "mean", bound: 2e-15) { .success($0.mean) },
      moments("nist/univariate.csv", "standard_deviation", bound: 2e-8) { $0.standardDeviation },
      moments("nist/univariate.csv", "lag_one", bound: 3e-11) { $0.lagOneAutocorrelation },
      moments("nist/univariate-exact.csv", "mean", bound: 3e-16) { .success($0.mean) },
      moments("nist/univariate-exact.csv", "standard_deviation", bound: 5e-16) {
        $0.standardDeviation
      },
      moments("nist/univariate-exact.csv", "lag_one", bound: 1e-15) { $0.lagOneAutocorrelation },
    ] + ["r/description.csv", "scipy/description.csv"].flatMap(everything)

  private static func everything(_ path: String) -> [OracleComparison] {
    [
      moments(path, "mean", bound: 2e-15) { .success($0.mean) },
      moments(path, "sd", bound: 1e-15) { $0.standardDeviation },
      moments(path, "lag_one", bound: 1e-12) { $0.lagOneAutocorrelation },
      moments(path, "median", bound: 3e-16) { .success($0.median) },
      moments(path, "mad", bound: 3e-16) { $0.medianAbsoluteDeviation },
    ] + Description.QuantileType.allCases.map { quartiles(path, $0) }
  }

  private static func moments(
    _ path: String,
    _ column: String,
    bound: Double,
    _ value: @escaping @Sendable (Description) throws -> Result<Double, StatisticGap>
  ) -> OracleComparison {
    let quantity = column.split(separator: "_").joined(separator: " ")
    return OracleComparison("description", quantity, path, bound: bound) { row in
      let description = try Description.of(row.numbers("values")).get()
      return try relativeError(value(description).get(), row.number(column))
    }
  }

  private static func quartiles(
    _ path: String,
    _ type: Description.QuantileType
  ) -> OracleComparison {
    OracleComparison(
      "description",
      "quartiles of type \(type.rawValue)",
      path,
      bound: 8e-15
    ) { row in
      let description = try Description.of(row.numbers("values"), quantileType: type).get()
      return try max(
        relativeError(description.firstQuartile, row.number("q1_\(type.rawValue)")),
        relativeError(description.thirdQuartile, row.number("q3_\(type.rawValue)"))
      )
    }
  }
}
