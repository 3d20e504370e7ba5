import Diagnostics
import Tables
import Testing

@Suite struct FindingRowTests {
  @Test func `a finding survives the way through a table`() throws {
    let finding = Finding(
      "not-a-number",
      .error,
      at: Location(file: "2023/p2/bieu.csv", line: 7, column: 28),
      sender: "p2",
      field: "helped",
      year: 2023,
      found: "ba; \"hai\"",
      proposal: "3",
      expected: LocalisedText(vi: "một số", en: "a number"),
      isSensitive: true
    )
    let row = FindingRow(stage: "clean", finding: finding)
    #expect(try read(FindingRow.self, from: write([row]), file: "findings.csv") == [row])
  }
}
