import CommandLineOptions
import Testing

@testable import StatMethods

/// A comma in `--x` parts names, unless a column has it in its own.
@Suite(.timeLimit(.minutes(1)))
struct LinearColumnsTests {
  private static let rows = "1,2,3\n2,4,5\n3,5,7\n4,9,1\n5,5,5\n"

  @Test func `a column with a comma in its name is one column`() throws {
    let table = "\"a,b\",y,c\n" + Self.rows
    let options = "--x a,b --y y"
    let line = try ask("linear", options, table).result
    #expect(line.values["terms"] == .texts(["intercept", "a,b"]))
    let square = try ask("linear", options + " --degree 2", table).result
    #expect(square.values["terms"] == .texts(["intercept", "a,b", "a,b^2"]))
    guard case .number = try ask("linear", options + " --at 6", table).result.values["prediction"]
    else {
      Issue.record("no prediction for one column")
      return
    }
  }

  @Test func `columns without a name are columns too`() throws {
    let table = "y,c,\n" + Self.rows
    let result = try ask("linear", "--x c, --y y", table).result
    #expect(result.values["terms"] == .texts(["intercept", "c", ""]))
    #expect(throws: UsageFault.self) { try ask("linear", "--x , --y y --degree 2", table) }
    #expect(throws: UsageFault.self) { try ask("linear", "--x c, --y y --at 5", table) }
  }
}
