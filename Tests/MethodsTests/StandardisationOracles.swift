import Methods
import OracleSupport
import Testing

extension OracleComparison {
  /// Standardised rates and ratios.
  static let standardisation: [OracleComparison] = ["mpmath", "r"].flatMap { source in
    [
      OracleComparison(
        "direct-standardisation",
        "rate, variance and limits",
        "\(source)/direct-standardisation.csv",
        bound: 1e-14
      ) { row in
        let rate = try direct(row)
        let interval = try rate.interval.get()
        return try max(
          relativeError(rate.value, row.number("value")),
          relativeError(rate.variance, row.number("variance")),
          limits(interval.lower, interval.upper, row)
        )
      },
      OracleComparison(
        "indirect-standardisation",
        "expected, ratio, limits and rate",
        "\(source)/indirect-standardisation.csv",
        bound: 1e-14
      ) { row in
        let ratio = try indirect(row)
        return try max(
          relativeError(ratio.expected, row.number("expected")),
          relativeError(ratio.ratio, row.number("ratio")),
          relativeError(ratio.rate, row.number("rate")),
          limits(ratio.interval.lower, ratio.interval.upper, row)
        )
      },
    ]
  }

  private static func direct(_ row: OracleTable.Row) throws -> DirectStandardisation {
    let events = try row.numbers("events", as: Int.self)
    let populations = try row.numbers("populations")
    let standards = try row.numbers("standards")
    return try DirectStandardisation.rate(
      of: events.indices.map { index in
        StandardStratum(
          events: events[index],
          population: populations[index],
          standard: standards[index]
        )
      },
      per: 1_000,
      method: method(row),
      level: level(row)
    ).get()
  }

  private static func indirect(_ row: OracleTable.Row) throws -> IndirectStandardisation {
    let events = try row.numbers("events", as: Int.self)
    let populations = try row.numbers("populations")
    let reference = try row.numbers("reference_events")
    let whole = try row.numbers("reference_populations")
    return try IndirectStandardisation.ratio(
      of: events.indices.map { index in
        ReferenceStratum(
          events: events[index],
          population: populations[index],
          referenceEvents: reference[index],
          referencePopulation: whole[index]
        )
      },
      per: 1_000,
      method: method(row),
      level: level(row)
    ).get()
  }

  private static func method(_ row: OracleTable.Row) throws -> PoissonRate.Method {
    try #require(PoissonRate.Method(rawValue: row.text("method")))
  }
}
