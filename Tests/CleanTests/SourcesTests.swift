import Tables
import Testing

@testable import Clean

@Suite struct SourcesTests {
  /// A table of files that somebody has changed may number them in any way.
  @Test(arguments: [1, 2, 7, -3, 0, 999_999_999_999_999])
  func aFileIsFoundByItsNumber(_ number: Int) {
    let file = SourceFileRow(
      file: number,
      path: "a.csv",
      sha256: "",
      bytes: 0,
      year: 2021,
      sender: "103"
    )
    let sources = Sources([file])
    #expect(sources.sender(number) == "103")
    #expect(sources.year(number) == 2021)
    #expect(sources.sender(number - 1) == "")
    #expect(sources.year(number - 1) == 0)
  }
}
