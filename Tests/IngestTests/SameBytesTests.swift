import Diagnostics
import Plan
import StageFixtures
import Tables
import Testing

@testable import Ingest

/// The same bytes in folders of several years or senders.
@Suite struct SameBytesTests {
  /// Reads files for 2022.
  private func read(_ files: [String: String]) throws -> IngestTables {
    try ingest(files, year: 2022)
  }

  @Test func theYearInTheRowsTellsWhereItBelongs() throws {
    let tables = try read([
      "2021/103/a.csv": goodFile, "2022/103/b.csv": goodFile,
      "2022/102/c.csv": goodFile.replacing("Tân Hòa;2021", with: "Lâm Sơn;2022"),
    ])
    #expect(tables.codes == ["same-file-other-year"])
    #expect(tables.findings.map(\.location.file) == ["2022/103/b.csv"])
    #expect(tables.file("2021/103/a.csv")?.status == .read)
    #expect(tables.file("2022/103/b.csv")?.status == .setAside)
  }

  @Test func aLaterYearsFileIsNotTheEarlierYears() throws {
    let file = goodFile.replacing(";2021;", with: ";2022;")
    let tables = try read(["2021/103/a.csv": file, "2022/103/b.csv": file])
    #expect(tables.codes == ["same-file-other-year"])
    #expect(tables.file("2021/103/a.csv")?.status == .setAside)
    #expect(tables.file("2022/103/b.csv")?.status == .read)
  }

  @Test func aListThatHasNotChangedIsUsed() throws {
    let list = "Mã khu rừng;Xã, thị trấn;Ngày lập;Diện tích\nK1;Xã Tân Hòa;05/06/2020;1\n"
    let tables = try read(["2021/103/a.csv": list, "2022/103/b.csv": list])
    #expect(tables.codes == ["same-file-other-year"])
    #expect(tables.findings.map(\.severity) == [.warning])
    #expect(tables.findings.map(\.location.file) == ["2022/103/b.csv"])
    #expect(tables.records("groves").count == 2)
  }

  @Test func listsWithoutRowsAreAllAlike() throws {
    let list = "Mã khu rừng;Xã, thị trấn;Ngày lập;Diện tích\n"
    let tables = try read(["2021/103/a.csv": list, "2022/103/b.csv": list, "2022/102/c.csv": list])
    #expect(Set(tables.codes) == ["empty-register"])
  }

  @Test func twoSendersSendOneFile() throws {
    let file = goodFile.replacing(";2021;", with: ";2022;")
    let tables = try read(["2022/102/a.csv": file, "2022/103/b.csv": file])
    #expect(tables.codes == ["same-file-other-sender", "same-file-other-sender"])
    #expect(tables.files.allSatisfy { $0.status == .read })
  }
}
