import Methods
import OracleSupport

extension OracleComparison {
  /// Tests for a trend by ranks.
  static let trends: [OracleComparison] =
    regionalKendall + kendall + sen + cochranArmitage + countTrends + joinpoints

  private static let regionalKendall = [
    OracleComparison(
      "regional-kendall",
      "exact p, independent units",
      "enumeration/regional-kendall.csv",
      bound: 0
    ) { row in
      let test = try RegionalKendall.test(units(row)).get()
      guard try test.statistic == row.number("s", as: Int.self) else { return .infinity }
      return try difference(test.exactProbability, row)
    },
    OracleComparison(
      "regional-kendall",
      "exact p, years change places",
      "enumeration/shared-years.csv",
      bound: 0
    ) { row in
      try difference(RegionalKendall.test(units(row)).get().permuted.get(), row)
    },
    OracleComparison(
      "regional-kendall",
      "variance with covariances",
      "enumeration/shared-years.csv",
      bound: 1e-15
    ) { row in
      let adjusted = try RegionalKendall.test(units(row)).get().adjusted.get()
      return try relativeError(adjusted.variance, row.number("variance"))
    },
    OracleComparison(
      "regional-kendall",
      "variance with covariances",
      "pymannkendall/correlated-units.csv",
      bound: 1e-15
    ) { row in
      let adjusted = try RegionalKendall.test(units(row)).get().adjusted.get()
      return try relativeError(adjusted.variance, row.number("variance"))
    },
    OracleComparison(
      "regional-kendall",
      "p with covariances",
      "pymannkendall/correlated-units.csv",
      bound: 1e-14
    ) { row in
      let adjusted = try RegionalKendall.test(units(row)).get().adjusted.get()
      return try relativeError(adjusted.probability, row.number("probability"))
    },
    OracleComparison(
      "regional-kendall",
      "approximate p",
      "pymannkendall/long-units.csv",
      bound: 1e-14
    ) { row in
      let test = try RegionalKendall.test(units(row)).get()
      guard test.method == .normalApproximation else { return .infinity }
      return try relativeError(test.probability, row.number("probability"))
    },
    OracleComparison(
      "regional-kendall",
      "exact p, independent units",
      "r/regional-kendall.csv",
      bound: 1e-12
    ) { row in
      let points = try row.numbers("points", as: Int.self)
      let statistic = try row.number("s", as: Int.self)
      let test = try RegionalKendall.test(untiedUnits(points, statistic: statistic)).get()
      guard test.statistic == statistic else { return .infinity }
      return try relativeError(test.probability, row.number("probability"))
    },
  ]

  /// Units of consecutive years, separated by bars; a hyphen is a missing value.
  private static func units(_ row: OracleTable.Row) throws -> [[TimedValue]] {
    try row.text("series").split(separator: "|").map { unit in
      unit.split(separator: " ").enumerated().compactMap { year, text in
        Double(text).map { TimedValue(year: 2_001 + year, value: $0) }
      }
    }
  }

  private static func difference(
    _ exact: ExactProbability?,
    _ row: OracleTable.Row
  ) throws -> Double {
    guard let exact else { return .infinity }
    let same =
      try exact.numerator == row.number("numerator", as: Int128.self)
      && exact.denominator == row.number("denominator", as: Int128.self)
    return same ? 0 : .infinity
  }

  /// Units without ties whose S together is the one given.
  private static func untiedUnits(_ points: [Int], statistic: Int) -> [[TimedValue]] {
    let pairs = points.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    var exchanges = (pairs - statistic) / 2
    return points.map { count in
      var values = (0..<count).map(Double.init)
      // Each exchange of rising neighbours lowers S by two.
      while exchanges > 0,
        let index = values.indices.dropLast().first(where: { values[$0] < values[$0 + 1] })
      {
        values.swapAt(index, index + 1)
        exchanges -= 1
      }
      return yearly(values)
    }
  }
}
