import Methods
import OracleSupport

extension OracleComparison {
  /// Straight and bent lines through logarithms of rates.
  static let joinpoints: [OracleComparison] = ["mpmath", "r"].flatMap { source in
    [
      joinpoint("weighted BIC", source, bound: 1e-10) { both in
        [
          ("bic0", both.straight.bic), ("bic1", both.bent.bic), ("wbic1", both.bent.weightedBIC),
          ("sse0", both.straight.squaredError), ("sse1", both.bent.squaredError),
        ]
      },
      joinpoint("partial R-squared", source, bound: 1e-10) { both in
        [("partial", both.partialRSquared)]
      },
      joinpoint("percent changes", source, bound: 1e-10) { both in
        zip(["apc", "apc1", "apc2"], both.straight.segments + both.bent.segments).map {
          ($0, $1.annualPercentChange)
        }
      },
    ]
  }

  private static func joinpoint(
    _ quantity: String,
    _ source: String,
    bound: Double,
    values: @escaping @Sendable (Joinpoint) -> [(column: String, value: Double)]
  ) -> OracleComparison {
    OracleComparison("joinpoint", quantity, "\(source)/joinpoint.csv", bound: bound) { row in
      let both = try Joinpoint.find(in: counts(row)).get()
      guard try both.bent.joinpoint == row.number("joinpoint") else { return .infinity }
      return try values(both).reduce(0) { worst, pair in
        try max(worst, relativeError(pair.value, row.number(pair.column)))
      }
    }
  }
}
