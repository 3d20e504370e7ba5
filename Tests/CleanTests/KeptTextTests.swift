import Diagnostics
import Tables
import Testing

/// Numbers of persons and notes do not leave clean, whatever cell they stand in.
@Suite struct KeptTextTests {
  @Test(arguments: [1, 2, 4, 5, 6, 8])
  func numbersOfPersonsAreMasked(_ column: Int) throws {
    let tables = try clean([
      report: text(header, [row([column: "x 012345678901"])]), "2021/102/a.csv": text(header, []),
    ]).output
    #expect(!tables.findings.isEmpty)
    let written = tables.stageFiles().map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(written.allSatisfy { !$0.contains("012345678901") })
  }

  @Test func notesOfRowsSetAsideAreNotKept() throws {
    let rows = [row(), row([1: "2019", 9: "Nguyễn Văn A"])]
    let tables = try clean([report: text(header, rows)]).output
    #expect(tables.setAside.map(\.reason) == ["wrong-year"])
    #expect(tables.setAside.allSatisfy { !$0.text.contains("Nguyễn") && $0.text.contains("2019") })
  }

  @Test func keysOfSupersededRowsAreMasked() throws {
    let rows = ["0912345678;K1;05/06/2021", "0912345678;K1;05/06/2021"]
    let tables = try clean(["2021/foresters/a.csv": text(visits, rows)]).output
    #expect(tables.superseded.map(\.key) == ["***"])
  }
}
