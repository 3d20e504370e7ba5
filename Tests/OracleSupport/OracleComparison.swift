internal import Foundation

/// A comparison of one method with the expected values of one table under `Tests/Oracles`.
///
/// Every comparison is tested against its bound, and stands with the digits that it attains in the
/// generated page `Documentation/Methods/digits.md`.
package struct OracleComparison: Sendable, CustomStringConvertible {
  /// How closely a method agrees with a table.
  package struct Outcome: Sendable {
    /// The rows compared.
    package let cases: Int

    /// The largest relative error; 0 where all values are the same doubles or fractions.
    package let worst: Double
  }

  /// The method, as its page is named.
  package let method: String

  /// What of its result is compared, in a few words.
  package let quantity: String

  /// The path of the table below `Tests/Oracles`; its folder names the source.
  package let path: String

  /// The largest relative error that is accepted.
  package let bound: Double

  private let error: @Sendable (OracleTable.Row) throws -> Double

  /// A comparison.
  ///
  /// - Parameters:
  ///   - method: The method, as its page in `Documentation/Methods` is named.
  ///   - quantity: What of its result is compared.
  ///   - path: The path of the table below `Tests/Oracles`.
  ///   - bound: The largest relative error that is accepted; 0 asks for the very values.
  ///   - error: The largest relative error of one row, by ``relativeError(_:_:)``.
  package init(
    _ method: String,
    _ quantity: String,
    _ path: String,
    bound: Double,
    error: @escaping @Sendable (OracleTable.Row) throws -> Double
  ) {
    self.method = method
    self.quantity = quantity
    self.path = path
    self.bound = bound
    self.error = error
  }

  /// A name for lists of tests.
  package var description: String { "\(method), \(quantity), \(path)" }

  /// Compares every row of the table.
  ///
  /// - Returns: How closely the method agrees.
  /// - Throws: When the table cannot be read or a row has no result.
  package func outcome() throws -> Outcome {
    let rows = try OracleTable(path).rows
    var worst = 0.0
    for row in rows {
      let error = try error(row)
      // A NaN would pass for the smaller of two.
      worst = error.isNaN ? .infinity : max(worst, error)
    }
    return Outcome(cases: rows.count, worst: worst)
  }
}

extension OracleComparison.Outcome {
  /// The decimal digits that agree in the worst case, rounded down.
  package var digits: String {
    guard worst > 0 else { return "all" }
    guard worst < 1 else { return "0" }
    return "\(min(15, Int(-log10(worst))))"
  }
}
