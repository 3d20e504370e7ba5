import Methods
import OracleSupport
import Testing

extension OracleComparison {
  /// Tests of counts and proportions, rates, ratios of rates, standardised rates.
  static let counts: [OracleComparison] =
    ["mpmath/newcombe.csv", "statsmodels/newcombe.csv"].map(newcombe)
    + [
      rate("mpmath/poisson.csv", .exact, bound: 4e-15),
      rate("scipy/poisson.csv", .exact, bound: 1e-15),
      rate("mpmath/byar.csv", .byar, bound: 4e-15),
      rate("r/byar.csv", .byar, bound: 4e-15),
      OracleComparison(
        "proportion-test",
        "tails of many trials",
        "mpmath/proportion-test.csv",
        bound: 1e-12
      ) { row in
        let probability = try proportionTest(row)
        return try max(
          relativeError(probability.atMost.value, row.number("at_most")),
          relativeError(probability.atLeast.value, row.number("at_least"))
        )
      },
      proportionTest("r/proportion-test.csv", bound: 1e-12),
      proportionTest("scipy/proportion-test.csv", bound: 1e-12),
      twoProportions("r/two-proportions-test.csv", bound: 1e-12),
      twoProportions("scipy/two-proportions-test.csv", bound: 1e-12),
      rateTest("r/rate-test.csv", bound: 1e-12),
      rateTest("mpmath/rate-test.csv", bound: 1e-14),
      ratioLimits("r/rate-ratio.csv", bound: 1e-12),
      ratioLimits("mpmath/rate-ratio.csv", bound: 1e-13),
      OracleComparison(
        "rate-ratio",
        "ratio and probabilities",
        "r/rate-ratio.csv",
        bound: 1e-12
      ) { row in
        let ratio = try ratio(row)
        return try max(
          relativeError(ratio.value.get(), row.number("value")),
          tails(ratio.probability, row)
        )
      },
      fractions("proportion-test", "enumeration/proportion-test.csv") { row in
        try proportionTest(row)
      },
      fractions("two-proportions-test", "enumeration/two-proportions-test.csv") { row in
        try twoProportions(row)
      },
    ]

  private static func newcombe(_ path: String) -> OracleComparison {
    OracleComparison("yearly-change", "newcombe limits", path, bound: 1e-15) { row in
      let change = try ProportionChange.between(
        (row.number("earlier", as: Int.self), row.number("earlier_trials", as: Int.self)),
        and: (row.number("later", as: Int.self), row.number("later_trials", as: Int.self)),
        level: level(row)
      ).get()
      guard change.interval.contains(change.change.difference) else { return .infinity }
      // Of a difference, which may be near 0, the absolute error is what counts.
      return try max(
        abs(change.interval.lower - row.number("lower")),
        abs(change.interval.upper - row.number("upper"))
      )
    }
  }

  private static func rate(
    _ path: String,
    _ method: PoissonRate.Method,
    bound: Double
  ) -> OracleComparison {
    OracleComparison("poisson-rate", "\(method.rawValue) limits", path, bound: bound) { row in
      let rate = try PoissonRate.interval(
        for: row.number("events", as: Int.self),
        in: 1,
        per: 1,
        method: method,
        level: level(row)
      ).get()
      return try limits(rate.interval.lower, rate.interval.upper, row)
    }
  }

  private static func proportionTest(_ path: String, bound: Double) -> OracleComparison {
    OracleComparison("proportion-test", "probabilities", path, bound: bound) { row in
      try tails(proportionTest(row), row)
    }
  }

  private static func twoProportions(_ path: String, bound: Double) -> OracleComparison {
    OracleComparison("two-proportions-test", "probabilities", path, bound: bound) { row in
      try tails(twoProportions(row), row)
    }
  }

  private static func rateTest(_ path: String, bound: Double) -> OracleComparison {
    OracleComparison("rate-test", "probabilities", path, bound: bound) { row in
      try tails(
        RateTest.test(row.number("events", as: Int.self), against: row.number("expected"))
          .get().probability,
        row
      )
    }
  }

  private static func ratioLimits(_ path: String, bound: Double) -> OracleComparison {
    OracleComparison("rate-ratio", "limits", path, bound: bound) { row in
      let ratio = try ratio(row)
      guard let lower = ratio.lower, let upper = ratio.upper else { return .infinity }
      return try limits(lower, upper, row)
    }
  }

  private static func fractions(
    _ method: String,
    _ path: String,
    test: @escaping @Sendable (OracleTable.Row) throws -> TailProbabilities
  ) -> OracleComparison {
    OracleComparison(method, "fractions", path, bound: 0) { row in
      let probability = try test(row)
      let parts = [
        ("at_most", probability.atMost), ("at_least", probability.atLeast),
        ("two_sided", probability.twoSided), ("mid_at_most", probability.midAtMost),
        ("mid_at_least", probability.midAtLeast), ("mid_two_sided", probability.midTwoSided),
      ]
      for (column, part) in parts where try part.exact?.description != row.text(column) {
        return .infinity
      }
      return 0
    }
  }

  private static func proportionTest(_ row: OracleTable.Row) throws -> TailProbabilities {
    try ProportionTest.test(
      row.number("successes", as: Int.self),
      of: row.number("trials", as: Int.self),
      against: row.number("target")
    ).get().probability
  }

  private static func twoProportions(_ row: OracleTable.Row) throws -> TailProbabilities {
    try TwoProportionsTest.test(
      (row.number("first", as: Int.self), row.number("first_trials", as: Int.self)),
      against: (row.number("second", as: Int.self), row.number("second_trials", as: Int.self))
    ).get().probability
  }

  private static func ratio(_ row: OracleTable.Row) throws -> RateRatio {
    try RateRatio.of(
      (row.number("later", as: Int.self), row.number("later_population")),
      overBase: (row.number("base", as: Int.self), row.number("base_population")),
      level: level(row)
    ).get()
  }

  private static func tails(_ tails: TailProbabilities, _ row: OracleTable.Row) throws -> Double {
    try max(
      relativeError(tails.atMost.value, row.number("at_most")),
      relativeError(tails.atLeast.value, row.number("at_least")),
      relativeError(tails.twoSided.value, row.number("two_sided"))
    )
  }

  static func limits(
    _ lower: Double,
    _ upper: Double,
    _ row: OracleTable.Row
  ) throws -> Double {
    try max(relativeError(lower, row.number("lower")), relativeError(upper, row.number("upper")))
  }

  static func level(_ row: OracleTable.Row) throws -> ConfidenceLevel {
    try #require(ConfidenceLevel(rawValue: row.text("level")))
  }
}
