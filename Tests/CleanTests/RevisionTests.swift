import Diagnostics
import Tables
import Testing

/// What later files change in earlier ones, figure by figure.
@Suite struct RevisionTests {
  @Test func figuresOfASummary() throws {
    let (input, tables) = try clean([
      "2021/103/a.csv": text(header, [row([2: "7", 4: "500000"])]),
      "2021/103/b.csv": text(header, [row([2: "1.200", 4: ""])]),
      "receipts.csv": receipts(["2021/103/a.csv": 10, "2021/103/b.csv": 11]),
    ])
    let changes = tables.revisions.map {
      "\($0.field) \($0.earlier)\($0.earlierMissing?.rawValue ?? "") -> "
        + "\($0.later)\($0.laterMissing?.rawValue ?? "")"
    }
    #expect(changes == ["trees 7 -> 1200", "cost 500000 -> not-reported"])
    let first = try #require(tables.revisions.first)
    #expect((first.form, first.unit, first.year) == ("commune_year", "103", 2021))
    #expect((first.sender, first.key, first.rule) == ("103", "103/2021", "later-received"))
    #expect(first.change == .changed)
    #expect(input.files[first.earlierFile - 1].path == "2021/103/a.csv")
    #expect(input.files[first.laterFile - 1].path == "2021/103/b.csv")
    #expect((first.earlierLine, first.laterLine) == (2, 2))
    let told = try #require(tables.findings.first { $0.code == "superseded-file" })
    #expect(told.location.file == "2021/103/a.csv")
    #expect(told.message.vietnamese.contains("nhận sau"))
    #expect(told.message.vietnamese.contains("2 ô thay đổi"))
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  @Test func rowsOfARegister() throws {
    let tables = try clean([
      "2021/103/a.csv": text(groves, ["K1;Xã Tân Hòa;05/06/2020;1", "K2;Xã Tân Hòa;;2"]),
      "2021/103/b.csv": text(groves, ["K1;Xã Tân Hòa;05/06/2020;1,5", "K3;103;;2"]),
      "receipts.csv": receipts(["2021/103/a.csv": 10, "2021/103/b.csv": 11]),
    ]).output
    let changes = tables.revisions.map { "\($0.change.rawValue) \($0.key) \($0.field)" }
    #expect(changes == ["changed K1 area", "removed K2 ", "added K3 "])
    #expect(tables.revisions.map(\.earlierFile) == [1, 1, 1])
    #expect(tables.revisions.map(\.laterFile) == [2, 2, 2])
    #expect(tables.revisions.map(\.earlierLine) == [2, 3, nil])
    #expect(tables.revisions.map(\.laterLine) == [2, nil, 3])
  }

  /// Three copies tell two steps, not one from the first to the last.
  @Test func stepByStep() throws {
    let tables = try clean([
      "2021/103/a.csv": text(header, [row([2: "7"])]),
      "2021/103/a v2.csv": text(header, [row([2: "8"])]),
      "2021/103/a v3.csv": text(header, [row([2: "9"])]),
      "receipts.csv": receipts([
        "2021/103/a.csv": 10, "2021/103/a v2.csv": 10, "2021/103/a v3.csv": 10,
      ]),
    ]).output
    #expect(tables.revisions.map { "\($0.earlier)>\($0.later)" } == ["7>8", "8>9"])
    #expect(tables.revisions.map(\.rule) == ["later-version", "later-version"])
  }

  @Test func theSameContentWrittenInAnotherWay() throws {
    let tables = try clean([
      "2021/103/a.csv": text(header, [row([2: "1.200"])]),
      "2021/103/b.tsv": text(header, [row([2: "1200"])]).replacing(";", with: "\t"),
      "receipts.csv": receipts(["2021/103/a.csv": 10, "2021/103/b.tsv": 10]),
    ]).output
    #expect(tables.codes == ["same-content"])
    #expect(tables.revisions.isEmpty)
    #expect(tables.superseded.count == 1)
  }

  @Test func theSameFileTwice() throws {
    let file = text(header, [row()])
    let tables = try clean([
      "2021/103/a.csv": file, "2021/103/b.csv": file,
      "receipts.csv": receipts(["2021/103/a.csv": 10, "2021/103/b.csv": 12]),
    ]).output
    #expect(tables.codes == ["same-file"])
    #expect(tables.findings.map(\.location.file) == ["2021/103/a.csv"])
    #expect(tables.superseded.map(\.rule) == ["later-received"])
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  @Test func aFileOfAnotherUnitIsToldOnce() throws {
    let other = text(header, [row([0: "Xã Bình Thạnh"])])
    let tables = try clean(["2021/103/a.csv": other, "2021/0104/a.csv": text(header, [])]).output
    #expect(tables.codes == ["file-of-other-unit"])
    let told = try #require(tables.findings.first)
    #expect(told.location.line == nil)
    #expect(told.found == "Xã Bình Thạnh")
    #expect(told.message.vietnamese.contains("2021/0104"))
    #expect(tables.setAside.map(\.reason) == ["file-of-other-unit"])
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  @Test func oneFileOfTwoUnits() throws {
    let tables = try clean([report: text(header, [row(), row([0: "Xã Bình Thạnh"])])]).output
    #expect(tables.codes == ["unit-not-sender"])
    #expect(tables.findings.map(\.location.line) == [3])
    #expect(tables.findings.map(\.found) == ["Xã Bình Thạnh"])
    #expect(try tables.records("commune_year").units == ["103"])
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  @Test func aKeyTwiceNamesWhatDiffers() throws {
    let tables = try clean([report: text(header, [row(), row([2: "8"])])]).output
    #expect(tables.codes == ["duplicate-key"])
    #expect(tables.findings[0].message.vietnamese.contains("khác ở 'Số cây'"))
    #expect(tables.revisions.map(\.rule) == ["later-row"])
  }
}
