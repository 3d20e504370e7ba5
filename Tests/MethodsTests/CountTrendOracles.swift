import Methods
import OracleSupport

extension OracleComparison {
  /// Poisson and logistic trends.
  static let countTrends: [OracleComparison] =
    [("mpmath", 2e-12), ("r", 5e-12), ("statsmodels", 5e-12)].flatMap { source, bound in
      [
        poisson("slope", source, bound: bound) { trend, row in
          try relativeError(trend.slope, row.number("slope"))
        },
        poisson("over-dispersion", source, bound: bound) { trend, row in
          try relativeError(trend.pearsonRatio, row.number("ratio"))
        },
        poisson("standard error", source, bound: bound) { trend, row in
          // The table of 40 digits has it without over-dispersion.
          let factor = source == "mpmath" ? trend.dispersion.squareRoot() : 1
          return try relativeError(trend.standardError, factor * row.number("error"))
        },
        logistic("slope", source, bound: bound) { trend, row in
          try relativeError(trend.slope, row.number("slope"))
        },
        logistic("standard error", source, bound: bound) { trend, row in
          try relativeError(trend.standardError, row.number("error"))
        },
      ]
    }
    + [("mpmath", 1e-12), ("r", 1e-11)].flatMap { source, bound in
      [
        poisson("percent change and limits", source, bound: bound) { trend, row in
          let change = try relativeError(trend.annualPercentChange, row.number("apc"))
          guard try !row.text("lower").isEmpty else { return change }
          return try max(
            change,
            relativeError(trend.interval.lower, row.number("lower")),
            relativeError(trend.interval.upper, row.number("upper"))
          )
        },
        poisson("p", source, bound: bound) { trend, row in
          guard try !row.text("p").isEmpty else { return 0 }
          return try relativeError(trend.probability, row.number("p"))
        },
        logistic("odds ratio and limits", source, bound: bound) { trend, row in
          try max(
            relativeError(trend.oddsRatio, row.number("odds_ratio")),
            relativeError(trend.interval.lower, row.number("lower")),
            relativeError(trend.interval.upper, row.number("upper"))
          )
        },
        logistic("p", source, bound: bound) { trend, row in
          try relativeError(trend.probability, row.number("p"))
        },
      ]
    }
    + [
      logistic("over-dispersion", "r", bound: 1e-12) { trend, row in
        try relativeError(trend.dispersion, row.number("dispersion"))
      }
    ]

  private static func poisson(
    _ quantity: String,
    _ source: String,
    bound: Double,
    error: @escaping @Sendable (PoissonTrend, OracleTable.Row) throws -> Double
  ) -> OracleComparison {
    OracleComparison("poisson-trend", quantity, "\(source)/poisson-trend.csv", bound: bound) {
      row in
      try error(PoissonTrend.fit(counts(row)).get(), row)
    }
  }

  private static func logistic(
    _ quantity: String,
    _ source: String,
    bound: Double,
    error: @escaping @Sendable (LogisticTrend, OracleTable.Row) throws -> Double
  ) -> OracleComparison {
    OracleComparison("logistic-trend", quantity, "\(source)/logistic-trend.csv", bound: bound) {
      row in
      try error(LogisticTrend.fit(trials(row)).get(), row)
    }
  }

  /// Counts and populations from columns of numbers.
  static func counts(_ row: OracleTable.Row) throws -> [TimedCount] {
    let times = try row.numbers("times")
    let counts = try row.numbers("counts", as: Int.self)
    let populations = try row.numbers("populations")
    return zip(times, zip(counts, populations)).map { time, rate in
      TimedCount(time: time, count: rate.0, population: rate.1)
    }
  }
}
