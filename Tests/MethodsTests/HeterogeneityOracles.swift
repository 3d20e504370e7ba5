import Methods
import OracleSupport

extension OracleComparison {
  /// Whether units differ at all.
  static let heterogeneity: [OracleComparison] = [
    OracleComparison("heterogeneity", "exact p", "enumeration/heterogeneity.csv", bound: 0) { row in
      guard case .exact(let probability) = try compared(row).probability.get() else {
        return .infinity
      }
      return try probability.description == row.text("fraction") ? 0 : 1
    },
    OracleComparison(
      "heterogeneity",
      "p summed up in doubles",
      "enumeration/heterogeneity-large.csv",
      bound: 1e-12
    ) { row in
      let probability = try compared(row).probability.get()
      if case .simulated = probability { return .infinity }
      return try relativeError(probability.value, row.number("probability"))
    },
    OracleComparison("heterogeneity", "exact p", "r/heterogeneity.csv", bound: 1e-11) { row in
      guard try row.text("probability") != "NA" else { return 0 }
      let probability = try compared(row).probability.get()
      if case .simulated = probability { return .infinity }
      return try relativeError(probability.value, row.number("probability"))
    },
    OracleComparison("heterogeneity", "χ² and its p", "r/heterogeneity.csv", bound: 1e-12) { row in
      let chiSquare = try compared(row).chiSquare.get()
      return try max(
        relativeError(chiSquare.statistic, row.number("statistic")),
        relativeError(chiSquare.probability, row.number("asymptotic"))
      )
    },
  ]

  private static func compared(_ row: OracleTable.Row) throws -> Heterogeneity {
    try row.text("measure") == "proportion"
      ? Heterogeneity.proportions(trials(of: row)).get()
      : Heterogeneity.rates(populations(of: row)).get()
  }
}
