import Diagnostics
import StageFixtures
import Tables
import Testing

@testable import Clean

@Suite struct UnitTests {
  @Test(arguments: [
    ("103", UnitReading.unit("103")), ("Xã Tân Hòa", .unit("103")), ("XÃ TÂN HOÀ", .unit("103")),
    ("X.Tân Hòa", .unit("103")), ("UBND xã Tân Hòa", .unit("103")), ("Tân Hòa", .unit("103")),
    ("Tan Hoa", .unit("103")), ("xa Tan Hòa", .unit("103")), ("Xã Tân Hòa (NTM)", .unit("103")),
    ("Hòa Mới", .unit("103")), ("TT Lâm Sơn", .unit("101")), ("Xã Lâm Sơn", .unit("102")),
    ("104", .unit("0104")), ("Huyện Rừng", .unit("10")),
    ("Lâm Sơn", .ambiguous(["101", "102"])),
    ("Xã Bình Thành", .unknown(nearest: ["Xã Bình Thạnh"])),
    ("Xã Tân Hóa", .unknown(nearest: ["Xã Tân Hòa"])), ("Xã Xa Lạ", .unknown(nearest: [])),
    ("Xã Bình", .unknown(nearest: ["Xã Bình Thạnh"])),
  ])
  func spelling(_ text: String, reading: UnitReading) throws {
    let names = UnitNames(plan: try fixturePlan(), year: 2021)
    #expect(names.read(text, sender: "103") == reading)
  }

  @Test func theSenderSettlesItsOwnName() throws {
    let names = UnitNames(plan: try fixturePlan(), year: 2021)
    #expect(names.read("Lâm Sơn", sender: "102") == .unit("102"))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var code: String
    var path: String
    var text: String
    var question: String = ""
    var testDescription: String { code }
  }

  static let cases: [Case] = [
    Case(code: "wrong-year", path: report, text: text(header, [row([1: "2020"])])),
    Case(code: "wrong-year", path: report, text: text(header, [row([1: "năm nay"])])),
    Case(code: "unit-not-sender", path: report, text: text(header, [row([0: "Xã Lâm Sơn"])])),
    Case(
      code: "unknown-unit",
      path: report,
      text: text(header, [row([0: "Xã Tân Hóa"])]),
      question: "có phải là 'Xã Tân Hòa'?"
    ),
    Case(
      code: "ambiguous-unit",
      path: "2021/office/a.csv",
      text: text(survey, ["Lâm Sơn;5"]),
      question: "'Thị trấn Lâm Sơn', 'Xã Lâm Sơn'"
    ),
    Case(code: "missing-unit", path: "2021/office/a.csv", text: text(survey, ["-;5"])),
    Case(
      code: "missing-key",
      path: "2021/foresters/a.csv",
      text: text(visits, [";K1;05/06/2021"])
    ),
  ]

  @Test(arguments: cases)
  func rowSetAside(_ example: Case) throws {
    let tables = try clean([example.path: example.text]).output
    let finding = try #require(tables.findings.first { $0.code == example.code })
    #expect(finding.message.vietnamese.contains(example.question))
    #expect(tables.setAside.filter { $0.extent == .row }.map(\.reason) == [example.code])
    #expect(tables.records.allSatisfy { $0.count == 0 })
    #expect(tables.accounts.map(\.setAside) == [1])
    #expect(tables.accounts.allSatisfy { $0.closes })
  }

  @Test func theFolderSaysWhatTheRowLeavesOut() throws {
    let tables = try clean([report: text(header, [row([0: "", 1: ""])])]).output
    let records = try tables.records("commune_year")
    #expect(records.units == ["103"])
    #expect(records.column("commune").text(0) == "103")
    #expect(records.column("year").number(0) == FixedDecimal(2021))
    #expect(tables.codes.isEmpty)
  }
}
