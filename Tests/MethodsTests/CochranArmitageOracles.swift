import Methods
import OracleSupport

extension OracleComparison {
  /// The Cochran-Armitage test.
  static let cochranArmitage: [OracleComparison] =
    ["trend-every-pattern", "trend-uneven-years"].map { table in
      trend("exact p", "enumeration/\(table).csv", bound: 0) { test, row in
        guard let exact = test.exactFraction else { return .infinity }
        let same =
          try exact.numerator == row.number("numerator", as: Int128.self)
          && exact.denominator == row.number("denominator", as: Int128.self)
        return same ? 0 : .infinity
      }
    }
    + [
      ("mpmath", 2e-15, 2e-14, 1e-13), ("r", 2e-12, 2e-12, 1e-11),
    ].flatMap { source, square, tail, exact in
      [
        trend("chi-square", "\(source)/cochran-armitage.csv", bound: square) { test, row in
          try relativeError(test.chiSquare, row.number("chi_square"))
        },
        trend("asymptotic p", "\(source)/cochran-armitage.csv", bound: tail) { test, row in
          try relativeError(test.probability, row.number("p"))
        },
        trend("exact p", "\(source)/cochran-armitage.csv", bound: exact) { test, row in
          guard try !row.text("exact_p").isEmpty else { return 0 }
          return try relativeError(test.exactProbability.get(), row.number("exact_p"))
        },
      ]
    }
    + [
      trend("p, four decimals", "published/cochran-armitage.csv", bound: 0) { test, row in
        // Printed values agree when they differ by no more than the rounding.
        let isClose =
          try abs(test.probability - row.number("p")) <= 5e-5
          && abs(test.exactProbability.get() - row.number("exact_p")) <= 5e-5
        return isClose ? 0 : .infinity
      }
    ]

  private static func trend(
    _ quantity: String,
    _ path: String,
    bound: Double,
    error: @escaping @Sendable (CochranArmitage, OracleTable.Row) throws -> Double
  ) -> OracleComparison {
    OracleComparison("cochran-armitage", quantity, path, bound: bound) { row in
      try error(CochranArmitage.test(trials(row)).get(), row)
    }
  }

  /// Successes and trials from columns of numbers.
  static func trials(_ row: OracleTable.Row) throws -> [TimedTrials] {
    let times = try row.numbers("times")
    let successes = try row.numbers("successes", as: Int.self)
    let trials = try row.numbers("trials", as: Int.self)
    return zip(times, zip(successes, trials)).map { time, counts in
      TimedTrials(time: time, successes: counts.0, trials: counts.1)
    }
  }
}
