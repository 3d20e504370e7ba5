import Methods
import OracleSupport

extension OracleComparison {
  /// Units against each other: funnels, empirical Bayes, many tests.
  static let units: [OracleComparison] = [
    funnel("mpmath/funnel-proportion.csv", "proportion", .eachTail, bound: 1e-12),
    funnel("mpmath/funnel-ratio.csv", "ratio", .eachTail, bound: 1e-12),
    funnel("scipy/funnel-proportion.csv", "proportion", .eachTail, bound: 1e-12),
    funnel("r/funnel.csv", nil, .cumulative, bound: 1e-12),
    dispersion("mpmath/funnel-dispersion.csv", bound: 1e-12),
    dispersion("scipy/funnel-dispersion.csv", bound: 1e-12),
    smoothed("mpmath/empirical-bayes.csv", bound: 1e-12),
    smoothed("r/empirical-bayes.csv", bound: 1e-12),
    adjusted("r/adjusted.csv", bound: 1e-15),
    adjusted("statsmodels/adjusted.csv", bound: 1e-15),
    discrete("r/discrete-adjusted.csv", "heyse", .heyse, bound: 1e-14),
    discrete("r/discrete-adjusted.csv", "stepdown", .stepDown, bound: 1e-14),
    discrete("enumeration/discrete-adjusted.csv", "heyse", .heyse, bound: 1e-14),
    discrete("enumeration/discrete-adjusted.csv", "stepdown", .stepDown, bound: 1e-14),
  ]

  private static func funnel(
    _ path: String,
    _ fixed: String?,
    _ interpolation: Funnel.Interpolation,
    bound: Double
  ) -> OracleComparison {
    let quantity = interpolation == .eachTail ? "limits" : "limits as printed"
    return OracleComparison("funnel", quantity, path, bound: bound) { row in
      let centre = try row.number("centre")
      let size = try row.number("size")
      let unit =
        try (fixed ?? row.text("measure")) == "proportion"
        ? Funnel.proportions(
          [CountOfTrials(successes: 0, trials: Int(size))],
          centre: centre,
          interpolation: interpolation
        )
        : Funnel.ratios(
          [CountInPopulation(events: 0, population: size)],
          centre: centre,
          interpolation: interpolation
        )
      guard let limits = try unit.get().units.first?.get().limits else { return .infinity }
      return try max(
        relativeError(limits.lower95, row.number("lower95")),
        relativeError(limits.upper95, row.number("upper95")),
        relativeError(limits.lower998, row.number("lower998")),
        relativeError(limits.upper998, row.number("upper998"))
      )
    }
  }

  private static func dispersion(_ path: String, bound: Double) -> OracleComparison {
    OracleComparison("funnel", "over-dispersion", path, bound: bound) { row in
      let funnel =
        try row.text("measure") == "proportion"
        ? Funnel.proportions(trials(of: row))
        : Funnel.rates(populations(of: row))
      let dispersion = try funnel.get().overdispersion.get()
      return try max(
        relativeError(dispersion.dispersion, row.number("phi")),
        relativeError(dispersion.unwinsorised, row.number("raw")),
        relativeError(dispersion.betweenVariance, row.number("tau2"))
      )
    }
  }

  private static func smoothed(_ path: String, bound: Double) -> OracleComparison {
    OracleComparison("empirical-bayes", "smoothed values", path, bound: bound) { row in
      let result =
        try row.text("model") == "poisson"
        ? EmpiricalBayes.rates(populations(of: row))
        : EmpiricalBayes.proportions(trials(of: row))
      let smoothed = try result.get().units.map { try $0.get().smoothed }
      return try worst(smoothed, row.numbers("smoothed"))
    }
  }

  private static func adjusted(_ path: String, bound: Double) -> OracleComparison {
    OracleComparison("false-discovery", "q", path, bound: bound) { row in
      try worst(FalseDiscovery.adjusted(row.numbers("p")).get(), row.numbers("q"))
    }
  }

  private static func discrete(
    _ path: String,
    _ column: String,
    _ procedure: FalseDiscovery.DiscreteProcedure,
    bound: Double
  ) -> OracleComparison {
    OracleComparison("false-discovery", "discrete q, \(procedure.rawValue)", path, bound: bound) {
      row in
      let supports = try row.text("attainable").split(separator: ";").map { support in
        support.split(separator: " ").compactMap { Double(String($0)) }
      }
      let tests = try zip(row.numbers("p"), supports).map { probability, attainable in
        FalseDiscovery.DiscreteTest(probability: probability, attainable: attainable)
      }
      return try worst(
        FalseDiscovery.adjusted(tests, procedure: procedure).get(),
        row.numbers(column)
      )
    }
  }

  static func trials(of row: OracleTable.Row) throws -> [CountOfTrials] {
    try zip(row.numbers("counts", as: Int.self), row.numbers("sizes", as: Int.self))
      .map { CountOfTrials(successes: $0, trials: $1) }
  }

  static func populations(of row: OracleTable.Row) throws -> [CountInPopulation] {
    try zip(row.numbers("counts", as: Int.self), row.numbers("sizes"))
      .map { CountInPopulation(events: $0, population: $1) }
  }

  static func worst(_ values: [Double], _ expected: [Double]) -> Double {
    guard values.count == expected.count else { return .infinity }
    return zip(values, expected).map { relativeError($0, $1) }.max() ?? 0
  }
}
