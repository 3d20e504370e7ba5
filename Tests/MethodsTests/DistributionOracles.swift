import Distributions
import OracleSupport

extension OracleComparison {
  /// Tails and quantiles of the distributions behind tests of fits.
  static let distributions: [OracleComparison] = student + chiSquare + f + scipyDistributions

  private static let student: [OracleComparison] = [
    OracleComparison(
      "distributions",
      "student tails",
      "mpmath/student-tails.csv",
      bound: 3e-13
    ) { row in
      let student = try StudentTDistribution(degreesOfFreedom: row.number("degrees"))
      return try error(student?.upperTail(at: row.number("value")), row.number("upper_tail"))
    },
    OracleComparison(
      "distributions",
      "student quantiles",
      "mpmath/student-quantiles.csv",
      bound: 3e-14
    ) { row in
      let student = try StudentTDistribution(degreesOfFreedom: row.number("degrees"))
      let quantile = try student?.quantile(upperTail: row.number("upper_tail"))
      return try error(quantile, row.number("value"))
    },
  ]

  private static let chiSquare: [OracleComparison] = [
    OracleComparison(
      "distributions",
      "chi-square tails",
      "mpmath/chi-square-tails.csv",
      bound: 5e-13
    ) { row in
      let chiSquare = try ChiSquareDistribution(degreesOfFreedom: row.number("degrees"))
      let value: Double = try row.number("value")
      return try max(
        error(chiSquare?.lowerTail(at: value), row.number("lower_tail")),
        error(chiSquare?.upperTail(at: value), row.number("upper_tail"))
      )
    },
    OracleComparison(
      "distributions",
      "chi-square quantiles",
      "mpmath/chi-square-quantiles.csv",
      bound: 1e-14
    ) { row in
      let chiSquare = try ChiSquareDistribution(degreesOfFreedom: row.number("degrees"))
      let probability: Double = try row.number("probability")
      return try max(
        error(chiSquare?.quantile(lowerTail: probability), row.number("lower_quantile")),
        error(chiSquare?.quantile(upperTail: probability), row.number("upper_quantile"))
      )
    },
  ]

  private static let f: [OracleComparison] = [
    OracleComparison("distributions", "f tails", "mpmath/f-tails.csv", bound: 3e-13) { row in
      let f = try FDistribution(
        numeratorDegreesOfFreedom: row.number("numerator"),
        denominatorDegreesOfFreedom: row.number("denominator")
      )
      let value: Double = try row.number("value")
      return try max(
        error(f?.lowerTail(at: value), row.number("lower_tail")),
        error(f?.upperTail(at: value), row.number("upper_tail"))
      )
    },
    OracleComparison(
      "distributions",
      "f quantiles",
      "mpmath/f-quantiles.csv",
      bound: 2e-14
    ) { row in
      let f = try FDistribution(
        numeratorDegreesOfFreedom: row.number("numerator"),
        denominatorDegreesOfFreedom: row.number("denominator")
      )
      let probability: Double = try row.number("probability")
      return try max(
        error(f?.quantile(lowerTail: probability), row.number("lower_quantile")),
        error(f?.quantile(upperTail: probability), row.number("upper_quantile"))
      )
    },
  ]

  private static let scipyDistributions: [OracleComparison] = [
    OracleComparison(
      "distributions",
      "student, chi-square and f",
      "scipy/distributions.csv",
      bound: 3e-13
    ) { row in
      let first: Double = try row.number("first")
      let second: Double = try row.number("second")
      let value: Double = try row.number("value")
      let probability: Double = try row.number("probability")
      let tail: Double?
      let quantile: Double?
      switch try row.text("distribution") {
      case "t":
        let student = StudentTDistribution(degreesOfFreedom: first)
        tail = student?.upperTail(at: value)
        quantile = student?.quantile(upperTail: probability)
      case "chi-square":
        let chiSquare = ChiSquareDistribution(degreesOfFreedom: first)
        tail = chiSquare?.upperTail(at: value)
        quantile = chiSquare?.quantile(upperTail: probability)
      default:
        let f = FDistribution(numeratorDegreesOfFreedom: first, denominatorDegreesOfFreedom: second)
        tail = f?.upperTail(at: value)
        quantile = f?.quantile(upperTail: probability)
      }
      return try max(
        error(tail, row.number("upper_tail")),
        error(quantile, row.number("quantile"))
      )
    }
  ]

  private static func error(_ value: Double?, _ expected: Double) -> Double {
    value.map { relativeError($0, expected) } ?? .infinity
  }
}
