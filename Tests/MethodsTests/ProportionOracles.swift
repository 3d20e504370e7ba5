import Methods
import OracleSupport

extension OracleComparison {
  /// Intervals of proportions.
  static let proportions: [OracleComparison] = [
    limits("mpmath/wilson.csv", .wilson, bound: 2e-15),
    limits("r/wilson.csv", .wilson, bound: 1e-12),
    limits("statsmodels/wilson.csv", .wilson, bound: 1e-12),
    limits("mpmath/clopper-pearson.csv", .clopperPearson, bound: 6e-15),
    limits("mpmath/clopper-pearson-large.csv", .clopperPearson, bound: 6e-15),
    limits("mpmath/clopper-pearson-many.csv", .clopperPearson, bound: 6e-15),
    // For few of very many scipy's own quantile is off by 1e-11, as the 50-digit limits show.
    limits("scipy/clopper-pearson.csv", .clopperPearson, bound: 2e-11),
    limits("mpmath/jeffreys.csv", .jeffreys, bound: 4e-14),
    limits("r/jeffreys.csv", .jeffreys, bound: 1e-12),
  ]

  private static func limits(
    _ path: String,
    _ method: Proportion.Method,
    bound: Double
  ) -> OracleComparison {
    OracleComparison("proportion", "\(method.rawValue) limits", path, bound: bound) { row in
      guard let level = try ConfidenceLevel(rawValue: row.text("level")) else { return .infinity }
      let interval = try Proportion.interval(
        for: row.number("successes", as: Int.self),
        in: row.number("trials", as: Int.self),
        method: method,
        level: level
      ).get().interval
      return try max(
        relativeError(interval.lower, row.number("lower")),
        relativeError(interval.upper, row.number("upper"))
      )
    }
  }
}
