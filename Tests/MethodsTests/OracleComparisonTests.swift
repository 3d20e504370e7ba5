import Foundation
import OracleSupport
import Testing

extension OracleComparison {
  /// All comparisons, in the order of the page.
  static let all: [OracleComparison] = [
    proportions,
    counts,
    standardisation,
    progress,
    trends,
    distributions,
    descriptions,
    units,
    heterogeneity,
    leastSquares,
    ranks,
  ].flatMap { $0 }
}

@Suite(.timeLimit(.minutes(5)))
struct OracleComparisonTests {
  @Test(arguments: OracleComparison.all)
  func `agrees with the source within the bound`(_ comparison: OracleComparison) throws {
    let outcome = try comparison.outcome()
    #expect(outcome.cases > 0)
    #expect(outcome.worst <= comparison.bound)
  }

  @Test func `the page of attained digits is what the comparisons give`() throws {
    let path = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Documentation/Methods/digits.md")
    let page = try DigitsPage.text(OracleComparison.all)
    if ProcessInfo.processInfo.environment["RECORD_DIGITS"] != nil {
      try Data(page.utf8).write(to: path)
      Issue.record("recorded Documentation/Methods/digits.md; run again without RECORD_DIGITS")
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == page)
  }
}
