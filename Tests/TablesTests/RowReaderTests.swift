import Diagnostics
import Tables
import Testing

/// Cells of tables that somebody has changed.
@Suite struct RowReaderTests {
  @Test(
    arguments: [
      "1000000000", "-1000000000", "1000000000000000", "9223372036854775807",
      "-9223372036854775808", "1.5", "",
    ]
  )
  func numbersOutOfReachAreToldByTheirPlace(_ year: String) {
    let bytes = Array(
      """
      element,unit,year,category,value,text,missing,is_partial,sources
      a,b,\(year),_T,1,,,false,1:2
      """.utf8
    )
    #expect {
      _ = try read(FactRow.self, from: bytes, file: "facts.csv")
    } throws: { error in
      let error = error as? TableError
      return error?.location.line == 2 && error?.location.column == 3 && error?.found == year
    }
  }

  @Test(arguments: ["999999999", "-999999999", "0"])
  func numbersOfNineDigitsAreKeptAsTheyAre(_ year: String) throws {
    let bytes = Array(
      """
      element,unit,year,category,value,text,missing,is_partial,sources
      a,b,\(year),_T,1,,,false,1:2

      """.utf8
    )
    let rows = try read(FactRow.self, from: bytes, file: "facts.csv")
    #expect(rows.map(\.year) == [Int(year)])
    #expect(write(rows) == bytes)
  }
}
