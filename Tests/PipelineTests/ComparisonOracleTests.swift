import Foundation
import OracleSupport
import Testing

/// The statistics of the published sample are those of scipy, statsmodels, spdep and R.
@Suite struct ComparisonOracleTests {
  private static let year = "2025"

  /// A published table's rows of the year, by the given columns.
  private func rows(_ table: String, by columns: [String]) throws -> [[String]: [String: String]] {
    let path = Tool.root.appending(path: "reports/kh166/2025/tables/\(table).csv")
    let lines = try String(contentsOf: path, encoding: .utf8).replacing("\u{FEFF}", with: "")
      .split(separator: "\n")
    let names = (lines.first ?? "").split(separator: ";").map(String.init)
    let rows = lines.dropFirst().map { line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(names, cells)) { first, _ in first }
    }
    return Dictionary(
      rows.filter { $0["year"] == Self.year }.map { row in (columns.map { row[$0] ?? "" }, row) }
    ) { first, _ in first }
  }

  private func number(_ row: [String: String], _ column: String) throws -> Double {
    try #require(row[column].flatMap { Double($0.replacing(",", with: ".")) }, "\(column)")
  }

  @Test func `each unit's probabilities and change are those of scipy and statsmodels`() throws {
    let published = try rows("comparisons", by: ["indicator", "unit"])
    let expected = try OracleTable("comparison/units.csv").rows
    #expect(expected.count > 50)
    for own in expected {
      let key = [try own.text("indicator"), try own.text("unit")]
      let row = try #require(published[key])
      for column in ["numerator", "denominator", "p"] {
        let error = relativeError(try number(row, column), try own.number(column))
        #expect(error <= 1e-10, "\(key) \(column)")
      }
      // Where units vary more than chance makes them, the interval of a change is widened.
      guard try !own.text("change").isEmpty, key[0] != "pupils-reached" else { continue }
      for column in ["change", "change_lower", "change_upper", "change_p"] {
        let error = abs(try number(row, column) - own.number(column))
        #expect(error <= 1e-8, "\(key) \(column)")
      }
    }
  }

  @Test func `differences and the common trend are those of scipy and of all orders`() throws {
    let published = try rows("comparison_tests", by: ["indicator", "group"])
    for own in try OracleTable("comparison/indicators.csv").rows {
      let row = try #require(published[[try own.text("indicator"), ""]])
      #expect(row["compared"] == (try own.text("units")))
      #expect(row["trend_s"] == (try own.text("trend_s")))
      for column in ["dispersion", "trend_p"] {
        let error = relativeError(try number(row, column), try own.number(column))
        #expect(error <= 1e-11, "\(column)")
      }
      guard row["heterogeneity_method"] == "chi-square" else { continue }
      let p = try number(row, "heterogeneity_p")
      #expect(relativeError(p, try own.number("chi_square_p")) <= 1e-9)
    }
    for own in try OracleTable("comparison/exact.csv").rows {
      let row = try #require(published[[try own.text("indicator"), ""]])
      #expect(row["heterogeneity_method"] == "exact")
      // R's fisher.test itself is good to some 1e-11 here.
      #expect(relativeError(try number(row, "heterogeneity_p"), try own.number("p")) <= 1e-9)
    }
  }

  @Test func `shrunken values are those of spdep where units differ more than chance`() throws {
    let published = try rows("comparisons", by: ["indicator", "unit"])
    let tests = try rows("comparison_tests", by: ["indicator", "group"])
    var compared = 0
    for own in try OracleTable("comparison/shrunken.csv").rows {
      let indicator = try own.text("indicator")
      let dispersion = try number(try #require(tests[[indicator, ""]]), "dispersion")
      guard dispersion > 1 else { continue }
      let row = try #require(published[[indicator, try own.text("unit")]])
      let error = relativeError(try number(row, "smoothed"), try own.number("smoothed"))
      #expect(error <= 1e-11)
      compared += 1
    }
    #expect(compared == 36)
  }
}
