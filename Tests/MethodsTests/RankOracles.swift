import Methods
import OracleSupport

extension OracleComparison {
  /// Ranks of units.
  static let ranks: [OracleComparison] = [
    probabilities("mpmath/ranks.csv", bound: 3e-14),
    probabilities("scipy/ranks-of-two.csv", bound: 1e-13),
    // Of 400,000 draws an expected rank of 18 is known within 0.04 (five standard errors).
    OracleComparison("ranks", "expected ranks, by draws", "scipy/ranks-drawn.csv", bound: 0.02) {
      row in
      let expected = try ranked(row).units.map { try $0.get().expected }
      return try worst(expected, row.numbers("expected"))
    },
  ]

  private static func probabilities(_ path: String, bound: Double) -> OracleComparison {
    OracleComparison("ranks", "probabilities (absolute)", path, bound: bound) { row in
      let probabilities = try ranked(row).units.flatMap { try $0.get().probabilities }
      let expected = try row.numbers("probabilities")
      guard probabilities.count == expected.count else { return .infinity }
      return zip(probabilities, expected).map { abs($0 - $1) }.max() ?? 0
    }
  }

  private static func ranked(_ row: OracleTable.Row) throws -> Ranks {
    try row.text("measure") == "proportion"
      ? Ranks.proportions(trials(of: row)).get()
      : Ranks.rates(populations(of: row)).get()
  }
}
