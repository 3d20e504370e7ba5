import Methods
import OracleSupport

extension OracleComparison {
  /// The Mann-Kendall test and tau-b.
  static let kendall: [OracleComparison] = [
    OracleComparison("mann-kendall", "exact p", "enumeration/every-order.csv", bound: 0) { row in
      let test = try MannKendall.test(yearly(row.numbers("series"))).get()
      let groups = try row.numbers("groups", separatedBy: "+", as: Int.self)
      guard test.method == .exact, test.tieGroups == groups.sorted(by: >) else { return .infinity }
      return try difference(test, row)
    },
    OracleComparison("mann-kendall", "exact p", "enumeration/long-series.csv", bound: 0) { row in
      let groups = try row.numbers("groups", separatedBy: "+", as: Int.self)
      let values = try tiedSeries(groups, statistic: row.number("s", as: Int.self))
      return try difference(MannKendall.test(yearly(values)).get(), row)
    },
    OracleComparison("mann-kendall", "exact p", "r/kendall-exact.csv", bound: 1e-12) { row in
      let test = try MannKendall.test(dated(row)).get()
      guard test.method == .exact else { return .infinity }
      return try relativeError(test.probability, row.number("probability"))
    },
    OracleComparison(
      "mann-kendall",
      "approximate p, absolute error",
      "pymannkendall/long-series.csv",
      bound: 1e-14
    ) { row in
      let test = try MannKendall.test(yearly(row.numbers("values"))).get()
      let isSame =
        try test.statistic == row.number("s", as: Int.self)
        && test.method == .normalApproximation && test.exactProbability == nil
      // The program subtracts from one: its small probabilities have no digits to compare.
      return try isSame ? abs(test.probability - row.number("probability")) : .infinity
    },
    tau("r/kendall.csv"),
    tau("scipy/kendall-tau.csv"),
  ]

  private static func tau(_ path: String) -> OracleComparison {
    OracleComparison("mann-kendall", "tau-b", path, bound: 2e-15) { row in
      try relativeError(MannKendall.test(dated(row)).get().tauB, row.number("tau"))
    }
  }

  private static func difference(_ test: MannKendall, _ row: OracleTable.Row) throws -> Double {
    let extreme = try row.number("orders_as_extreme", as: Int128.self)
    let orders = try row.number("orders", as: Int128.self)
    guard try test.statistic == row.number("s", as: Int.self) else { return .infinity }
    guard let exact = test.exactProbability else { return .infinity }
    // The table's fraction in lowest terms: a divisor of both is what the package divided by.
    let divisor = orders / exact.denominator
    let isSame = exact.denominator * divisor == orders && exact.numerator * divisor == extreme
    return isSame ? 0 : .infinity
  }

  /// Values with their years.
  private static func dated(_ row: OracleTable.Row) throws -> [TimedValue] {
    try zip(row.numbers("years"), row.numbers("values")).map { year, value in
      TimedValue(time: year, value: value)
    }
  }

  /// A series with the group sizes given, in an order that has the statistic given.
  private static func tiedSeries(_ groups: [Int], statistic: Int) -> [Double] {
    var values = groups.enumerated().flatMap { level, size in
      Array(repeating: Double(level), count: size)
    }
    let pairs = values.indices.reduce(0) { sum, later in
      sum + values[..<later].count { $0 < values[later] }
    }
    // From the rising order each exchange of unequal neighbours lowers S by two.
    var exchanges = (pairs - statistic) / 2
    while exchanges > 0 {
      for index in values.indices.dropLast() where values[index] < values[index + 1] {
        guard exchanges > 0 else { break }
        values.swapAt(index, index + 1)
        exchanges -= 1
      }
    }
    return values
  }

  /// Sen's slope and its limits.
  static let sen: [OracleComparison] =
    ["scipy/median-slopes.csv", "r/kendall.csv", "enumeration/sen-limits.csv"].map { path in
      OracleComparison("sen-slope", "slope", path, bound: 1e-15) { row in
        try relativeError(SenSlope.estimate(dated(row)).get().slope, row.number("slope"))
      }
    }
    + [
      OracleComparison(
        "sen-slope",
        "limits and attained level, every tie pattern",
        "enumeration/sen-limits.csv",
        bound: 1e-15
      ) { row in
        guard let level = try ConfidenceLevel(rawValue: row.text("level")) else { return .infinity }
        let attained = try row.number("attained")
        let lower = try Double(row.text("lower"))
        let upper = try Double(row.text("upper"))
        switch try SenSlope.estimate(dated(row), level: level).get().interval {
        case .success(let interval):
          guard let lower, let upper, let own = interval.attained else { return .infinity }
          return max(
            relativeError(interval.lower, lower),
            relativeError(interval.upper, upper),
            relativeError(own, attained)
          )
        case .failure(.levelNotAttainable(let best)):
          return lower == nil ? relativeError(best, attained) : .infinity
        case .failure:
          return .infinity
        }
      },
      OracleComparison(
        "sen-slope",
        "orders of tied errors inside at 95 %",
        "enumeration/sen-coverage.csv",
        bound: 0
      ) { row in
        let groups = try row.numbers("groups", separatedBy: "+", as: Int.self)
        let values = groups.enumerated().flatMap { level, size in
          Array(repeating: Double(level), count: size)
        }
        let orders = differentOrders(values)
        let inside = try orders.count { order in
          try SenSlope.estimate(yearly(order)).get().interval.get().contains(0)
        }
        let isSame =
          try inside == row.number("inside", as: Int.self)
          && orders.count == row.number("orders", as: Int.self)
        return isSame ? 0 : .infinity
      },
      ranks("enumeration/critical-values.csv", .exact) { row in
        try 1 - row.number("orders_outside") / row.number("orders")
      },
      ranks("scipy/critical-values.csv", .normalApproximation) { row in
        try row.number("attained")
      },
    ]

  /// The ranks of the limits, told by slopes that all differ, and the attained level.
  private static func ranks(
    _ path: String,
    _ method: MannKendall.Method,
    attained: @escaping @Sendable (OracleTable.Row) throws -> Double
  ) -> OracleComparison {
    OracleComparison("sen-slope", "ranks and attained level", path, bound: 1e-14) { row in
      let points = try row.number("points", as: Int.self)
      guard let level = try ConfidenceLevel(rawValue: row.text("level")) else { return .infinity }
      // The slope of two squares is the sum of their roots; for a few points powers of two have
      // slopes that all differ.
      let values = (0..<points).map { points <= 33 ? Double(1 << $0) : Double($0 * $0) }
      let estimate = try SenSlope.estimate(yearly(values), level: level).get()
      guard estimate.method == method else { return .infinity }
      guard let critical = try Int(row.text("critical_s")) else {
        guard case .failure(.levelNotAttainable(let best)) = estimate.interval else {
          return .infinity
        }
        return try relativeError(best, attained(row))
      }
      let slopes = values.indices.flatMap { later in
        (0..<later).map { (values[later] - values[$0]) / Double(later - $0) }
      }.sorted()
      let rank = (slopes.count - critical) / 2
      let interval = try estimate.interval.get()
      guard interval.lower == slopes[rank], interval.upper == slopes[slopes.count - 1 - rank],
        let own = interval.attained, own >= level.fraction
      else { return .infinity }
      return try relativeError(own, attained(row))
    }
  }

  private static func differentOrders(_ values: [Double]) -> [[Double]] {
    guard !values.isEmpty else { return [[]] }
    return Set(values).sorted().flatMap { first in
      var rest = values
      if let index = rest.firstIndex(of: first) { rest.remove(at: index) }
      return differentOrders(rest).map { [first] + $0 }
    }
  }
}
