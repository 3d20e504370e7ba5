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

  /// Rows are read on several threads; which of them meets a damaged one first is no matter.
  @Test(arguments: [1, 2, 8])
  func ofSeveralDamagedRowsTheFirstIsTold(_ jobs: Int) throws {
    func table(_ damaged: Set<Int>) -> [UInt8] {
      let rows = (2...90_000).map {
        "a,b,2021,_T,\(damaged.contains($0) ? "x" : "1"),,,false,1:\($0)"
      }
      let head = "element,unit,year,category,value,text,missing,is_partial,sources"
      return Array(([head] + rows + [""]).joined(separator: "\n").utf8)
    }
    let whole = table([])
    let rows = try read(FactRow.self, from: whole, file: "facts.csv", jobs: jobs)
    #expect(rows.map { $0.sources.first?.line } == Array(2...90_000))
    #expect(write(rows) == whole)
    #expect {
      _ = try read(
        FactRow.self,
        from: table([85_000, 4_711, 4_712]),
        file: "facts.csv",
        jobs: jobs
      )
    } throws: { error in
      (error as? TableError)?.location == Location(file: "facts.csv", line: 4_711, column: 5)
    }
  }
}
